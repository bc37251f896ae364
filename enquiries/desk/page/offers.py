"""Which steps to offer on an enquiry and on a request as they stand: read from the workflow's table, so that no
button leads to a refusal that could have been foreseen."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.desk.addresses import step_url
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.workflow import allowed
from enquiries.words.actors import ActorKind
from enquiries.words.states import EnquiryState, RequestState
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


def on_request(quote_request: QuoteRequest, enquiry: Enquiry, *, new_documents: bool = False) -> list[Offer]:
    steps = [*_own_form(quote_request, enquiry), *_quote_check(quote_request, enquiry)]
    if new_documents:
        steps.append(("pass-documents", _("Pass the new documents on")))
    if enquiry.is_open:
        steps += [
            (step, label)
            for step, label, target, sources in BY_TABLE
            if (not sources or quote_request.state in sources)
            and allowed(quote_request.state, target, ActorKind.COORDINATOR)
        ]
    return [Offer(label, step_url(step, enquiry, quote_request.reference), step) for step, label in steps]


def _own_form(quote_request: QuoteRequest, enquiry: Enquiry) -> list[tuple[str, Promise | str]]:
    if quote_request.channel == Hospital.Channel.PORTAL or quote_request.sent_at is None:
        return []
    with_it = quote_request.state in {RequestState.SENT, RequestState.ACKNOWLEDGED}
    if enquiry.is_open and with_it and quote_request.handed_over_at is None:
        by_phone = quote_request.channel == Hospital.Channel.PHONE
        return [("hand-over", _("Tell it by telephone") if by_phone else _("Enter it in its form"))]
    return [("copy-sheet", _("Copy sheet"))]


def _quote_check(quote_request: QuoteRequest, enquiry: Enquiry) -> list[tuple[str, Promise | str]]:
    quote = quote_request.current_quote
    if (
        not enquiry.is_open
        or quote_request.state != RequestState.QUOTED
        or quote is None
        or quote.released_at
    ):
        return []
    return [("release-quote", _("Check and release the quote"))]
