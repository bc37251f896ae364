"""What can happen to an enquiry. One word each, used by events, notices and the timeline."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Occurrence(TextChoices):
    RECEIVED = "received", _("Enquiry received")
    ADDRESS_CONFIRMED = "address_confirmed", _("Address confirmed")
    TAKEN = "taken", _("Taken by a coordinator")
    FAMILY_ASKED = "family_asked", _("Question to the family")
    FAMILY_ANSWERED = "family_answered", _("Message from the family")
    FAMILY_REMINDED = "family_reminded", _("Family reminded")
    DOCUMENT_ADDED = "document_added", _("Document added")
    DOCUMENTS_PASSED_ON = "documents_passed_on", _("New documents passed on to the hospital")
    RELEASED = "released", _("Sent to the hospital")
    HANDED_OVER = "handed_over", _("Entered in the hospital's own form, or phoned")
    OPENED = "opened", _("Opened by the hospital")
    REMINDED = "reminded", _("Hospital reminded")
    QUESTION = "question", _("Question from the hospital")
    QUESTION_PASSED_ON = "question_passed_on", _("Question passed on to the family")
    INFO_PASSED_ON = "info_passed_on", _("Answer passed on to the hospital")
    QUOTED = "quoted", _("Quote received")
    QUOTE_REVISED = "quote_revised", _("Quote revised")
    QUOTE_RELEASED = "quote_released", _("Quote released to the family")
    DECLINED = "declined", _("Declined by the hospital")
    EXPIRED = "expired", _("No answer in time")
    REOPENED = "reopened", _("Request reopened")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ACCEPTED = "accepted", _("Chosen by the family")
    NOT_SELECTED = "not_selected", _("Not chosen")
    CLOSED = "closed", _("Enquiry closed")
    ENQUIRY_REOPENED = "enquiry_reopened", _("Enquiry reopened")
    CODE_RENEWED = "code_renewed", _("New access code sent")
    ANONYMIZED = "anonymized", _("Personal data deleted")
    URGENT_MARKED = "urgent_marked", _("Urgency changed")
