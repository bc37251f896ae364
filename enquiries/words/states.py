"""The words of the workflow: each state with two labels, one for staff and one for the family."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestState(TextChoices):
    PENDING = "pending", _("Not sent yet")
    SENT = "sent", _("Sent, not opened")
    ACKNOWLEDGED = "acknowledged", _("Opened by the hospital")
    INFO_REQUESTED = "info_requested", _("Hospital has a question")
    QUOTED = "quoted", _("Quoted")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("No answer in time")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ACCEPTED = "accepted", _("Chosen by the family")
    NOT_SELECTED = "not_selected", _("Not chosen")


class EnquiryState(TextChoices):
    RECEIVED = "received", _("New: to be checked")
    NEEDS_INFO = "needs_info", _("Waiting for the family")
    WITH_HOSPITALS = "with_hospitals", _("With hospitals")
    QUOTES_AVAILABLE = "quotes_available", _("Quotes released")
    ALL_ANSWERED_NO_QUOTE = "all_answered_no_quote", _("All answered, no quote")
    DECIDED = "decided", _("Family has decided")
    CLOSED = "closed", _("Closed")
    ANONYMIZED = "anonymized", _("Anonymized")


class ClosedReason(TextChoices):
    HANDED_OVER = "handed_over", _("Handed over to the chosen hospital")
    NO_QUOTE = "no_quote", _("No hospital could make a quote")
    NONE_CHOSEN = "none_chosen", _("The family goes on with none of the hospitals")
    WITHDRAWN = "withdrawn", _("Withdrawn by the family")
    NO_REPLY = "no_reply", _("The family did not reply")
    NOT_SUITABLE = "not_suitable", _("Not an enquiry we can pass on")
    DUPLICATE = "duplicate", _("Sent twice: answered under another reference")
    SPAM = "spam", _("Not a real enquiry")


class Others(TextChoices):
    """What becomes of the other hospitals when the family chooses one."""

    KEEP = "keep", _("Keep the others open for now; I decide about them later")
    CLOSE = "close", _("Close the others: turn down their quotes, withdraw what is unanswered")


class DeclineReason(TextChoices):
    NO_CAPACITY = "no_capacity", _("No bed or capacity at the moment")
    NOT_OUR_FIELD = "not_our_field", _("Not within what this department treats")
    NOT_TRANSFERABLE = "not_transferable", _("From the findings, travel would not be safe now")
    TREAT_LOCALLY = "treat_locally", _("Treatment should go on where the patient is")
    DOCUMENTS_MISSING = "documents_missing", _("Too little information to judge")
    ADMINISTRATIVE = "administrative", _("Payment or administrative reasons")
    OTHER = "other", _("Another reason")


class AnswerSource(TextChoices):
    """How a hospital's answer came, where a coordinator entered it."""

    PHONE = "phone", _("By telephone")
    EMAIL = "email", _("By e-mail")
    FAX = "fax", _("By fax")
    FORM = "form", _("Through its own form")
    LETTER = "letter", _("By letter")


FAMILY_LABELS = {
    RequestState.PENDING: _("We are checking it before we send it"),
    RequestState.SENT: _("Sent to the hospital, not opened yet"),
    RequestState.ACKNOWLEDGED: _("The hospital has opened it and is working on it"),
    RequestState.INFO_REQUESTED: _("The hospital has a question"),
    RequestState.QUOTED: _("The hospital has answered; we are checking the quote"),
    RequestState.DECLINED: _("The hospital cannot make a quote"),
    RequestState.EXPIRED: _("The hospital did not answer in time"),
    RequestState.WITHDRAWN: _("You withdrew this request"),
    RequestState.ACCEPTED: _("You want to go on with this hospital"),
    RequestState.NOT_SELECTED: _("You decided against this quote"),
}
FAMILY_LABEL_QUOTE_RELEASED = _("The quote is here")

WITH_HOSPITAL = frozenset(
    {RequestState.SENT, RequestState.ACKNOWLEDGED, RequestState.INFO_REQUESTED, RequestState.QUOTED}
)
# Neither ended nor chosen.
UNDECIDED = WITH_HOSPITAL | {RequestState.PENDING}
# Consent can be withdrawn as long as a hospital may read because of it: the chosen one goes on reading.
WITHDRAWABLE = UNDECIDED | {RequestState.ACCEPTED}
ENDED = frozenset(RequestState) - WITHDRAWABLE
CLOCK_RUNS = frozenset({RequestState.SENT, RequestState.ACKNOWLEDGED})
UNANSWERED = CLOCK_RUNS | {RequestState.INFO_REQUESTED}

OVER = frozenset({EnquiryState.CLOSED, EnquiryState.ANONYMIZED})
OPEN = frozenset(EnquiryState) - OVER


def derive_state(requests: Iterable[tuple[str, bool]], *, waiting_for_family: bool) -> EnquiryState:
    """The enquiry's state from its requests' (state, has a released quote). Closed and anonymized are set directly.

    A coordinator's work comes before a hospital's silence: while anything is unsent and nobody has it yet, the
    enquiry counts as received.
    """
    pairs = list(requests)
    states = {state for state, _released in pairs}
    if RequestState.ACCEPTED in states:
        return EnquiryState.DECIDED
    if any(state == RequestState.QUOTED and released for state, released in pairs):
        return EnquiryState.QUOTES_AVAILABLE
    if states & WITH_HOSPITAL:
        return EnquiryState.WITH_HOSPITALS
    if RequestState.PENDING in states or not states:
        return EnquiryState.NEEDS_INFO if waiting_for_family else EnquiryState.RECEIVED
    if RequestState.NOT_SELECTED in states or states == {RequestState.WITHDRAWN}:
        return EnquiryState.DECIDED
    return EnquiryState.ALL_ANSWERED_NO_QUOTE
