"""Decisions that end an enquiry or a request, and those that open it again."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import coordinating, deciding, releasing
from enquiries.desk.decisions.forms import CloseForm, ReasonForm
from enquiries.desk.decisions.row import DeskDecision, Standing, offered_as, while_open
from enquiries.desk.decisions.subjects import ENQUIRY, REQUEST
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.steps import StepKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import TRIAGE
from enquiries.words.states import EnquiryState, RequestState
from ground.decisions import Words, saying


def offer_to_reopen(enquiry: Enquiry, standing: Standing) -> Words:
    return _("Reopen") if enquiry.state == EnquiryState.CLOSED else ""


def what_closing_means(enquiry: Enquiry, user: Any) -> list[str]:
    sentences = [_("It leaves the worklists. The family can still read its status page.")]
    if enquiry.state == EnquiryState.ALL_ANSWERED_NO_QUOTE:
        sentences.append(_("No hospital could make a quote: it can't be closed without a letter from you."))
    return [*sentences, _("An enquiry closed as not real causes no mail.")]


def how_it_goes_on(quote_request: QuoteRequest, user: Any) -> list[str]:
    if quote_request.state == RequestState.EXPIRED:
        return [_("The request is sent again and a new answering time begins.")]
    return [_("The hospital's refusal is set aside and a new answering time begins.")]


CLOSE = DeskDecision(
    key="close",
    on=ENQUIRY,
    label=gettext_lazy("Close the enquiry"),
    button=gettext_lazy("Close it"),
    done=gettext_lazy("The enquiry is closed."),
    permission=TRIAGE,
    form=CloseForm,
    causes=(Occurrence.CLOSED,),
    does=(StepKind.CLOSING_LETTER, StepKind.CLOSE_UNDECIDED, StepKind.HAND_TO_HOSPITAL),
    offer=while_open(gettext_lazy("Close")),
    will_happen=what_closing_means,
    action=lambda enquiry, typed, by: coordinating.close(enquiry=enquiry, by=by, **typed),
)
REOPEN = DeskDecision(
    key="reopen",
    on=ENQUIRY,
    label=gettext_lazy("Reopen the enquiry"),
    button=gettext_lazy("Reopen it"),
    done=gettext_lazy("The enquiry is open again."),
    permission=TRIAGE,
    causes=(Occurrence.ENQUIRY_REOPENED,),
    offer=offer_to_reopen,
    will_happen=saying(gettext_lazy("It returns to the worklists in the state that its requests give it.")),
    action=lambda enquiry, typed, by: coordinating.reopen(enquiry=enquiry, by=by),
)
REOPEN_REQUEST = DeskDecision(
    key="reopen-request",
    on=REQUEST,
    label=gettext_lazy("Reopen the request"),
    button=gettext_lazy("Reopen it"),
    done=gettext_lazy("the request is open again."),
    permission=TRIAGE,
    form=ReasonForm,
    causes=(Occurrence.REOPENED,),
    offer=offered_as(gettext_lazy("Reopen")),
    will_happen=how_it_goes_on,
    action=lambda quote_request, typed, by: releasing.reopen_request(
        quote_request=quote_request, by=by, **typed
    ),
)
WITHDRAW = DeskDecision(
    key="withdraw",
    on=REQUEST,
    label=gettext_lazy("Withdraw the request at this hospital"),
    button=gettext_lazy("Withdraw it"),
    done=gettext_lazy("the request is withdrawn."),
    permission=TRIAGE,
    causes=(Occurrence.WITHDRAWN,),
    offer=offered_as(gettext_lazy("Withdraw")),
    will_happen=saying(
        gettext_lazy("Do this when the family asks you to. The consent for this hospital ends with it."),
        gettext_lazy("The hospital's code stops working, and it is asked to delete what it has."),
        gettext_lazy("This can't be undone: a new request needs a new consent."),
    ),
    action=lambda quote_request, typed, by: deciding.withdraw(quote_request=quote_request, by=by),
)
