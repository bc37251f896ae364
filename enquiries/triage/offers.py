"""Which steps to offer on an enquiry and on a request as they stand: read from the workflow's table, so that no
button leads to a refusal that could have been foreseen."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.actors import ActorKind
from enquiries.models import Enquiry, QuoteRequest
from enquiries.states import EnquiryState, RequestState
from enquiries.triage.decision import step_url
from enquiries.workflow import allowed
from hospitals.models import Hospital


@dataclass(frozen=True)
class Offer:
    label: str | Promise
    url: str
    step: str


# step -> (words, the state it leads to, the states it is for; empty: wherever the table allows it)
BY_TABLE: tuple[tuple[str, Promise | str, RequestState, tuple[RequestState, ...]], ...] = (
    ("release", _("Preview and send"), RequestState.SENT, (RequestState.PENDING,)),
    ("pass-answer", _("Pass the answer on"), RequestState.ACKNOWLEDGED, (RequestState.INFO_REQUESTED,)),
    ("reopen-request", _("Reopen"), RequestState.ACKNOWLEDGED, (RequestState.DECLINED,)),
    ("reopen-request", _("Reopen"), RequestState.SENT, (RequestState.EXPIRED,)),
    ("enter-quote", _("Enter a quote"), RequestState.QUOTED, ()),
    ("enter-decline", _("Enter a refusal"), RequestState.DECLINED, ()),
    ("withdraw", _("Withdraw"), RequestState.WITHDRAWN, ()),
)


def on_enquiry(enquiry: Enquiry, user) -> list[Offer]:
    steps: list[tuple[str, Promise | str]] = [("note", _("Internal note"))]
    if enquiry.is_open:
        if enquiry.assigned_to_id != user.pk:
            steps.append(("take", _("Take it over") if enquiry.assigned_to_id else _("Take it")))
        steps += [("write", _("Write to the family")), ("urgent", _("Urgency"))]
        if enquiry.address_confirmed_at is None:
            steps.append(("confirm-address", _("Reached by another way")))
        steps.append(("close", _("Close")))
    elif enquiry.state == EnquiryState.CLOSED:
        steps.append(("reopen", _("Reopen")))
    return [Offer(label, step_url(step, enquiry), step) for step, label in steps]


def on_request(request: QuoteRequest, enquiry: Enquiry, *, new_documents: bool = False) -> list[Offer]:
    steps = [*_own_form(request, enquiry), *_quote_check(request, enquiry)]
    if new_documents:
        steps.append(("pass-documents", _("Pass the new documents on")))
    if enquiry.is_open:
        steps += [
            (step, label)
            for step, label, target, sources in BY_TABLE
            if (not sources or request.state in sources)
            and allowed(request.state, target, ActorKind.COORDINATOR)
        ]
    return [Offer(label, step_url(step, enquiry, request.reference), step) for step, label in steps]


def _own_form(request: QuoteRequest, enquiry: Enquiry) -> list[tuple[str, Promise | str]]:
    if request.channel == Hospital.Channel.PORTAL or request.sent_at is None:
        return []
    with_it = request.state in {RequestState.SENT, RequestState.ACKNOWLEDGED}
    if enquiry.is_open and with_it and request.handed_over_at is None:
        by_phone = request.channel == Hospital.Channel.PHONE
        return [("hand-over", _("Tell it by telephone") if by_phone else _("Enter it in its form"))]
    return [("copy-sheet", _("Copy sheet"))]


def _quote_check(request: QuoteRequest, enquiry: Enquiry) -> list[tuple[str, Promise | str]]:
    quote = request.current_quote
    if not enquiry.is_open or request.state != RequestState.QUOTED or quote is None or quote.released_at:
        return []
    return [("release-quote", _("Check and release the quote"))]
