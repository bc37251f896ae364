"""The workflow as data, and the only writer of a state.

A change of state, its Event, the Notices it causes and the enquiry's derived state are written in one
transaction, with the enquiry's row locked. The README's diagram is drawn from TRANSITIONS.

Not guaranteed: that a caller's own transaction is durable; the outermost one decides. Held by
tests/enquiries/rules/test_workflow_table.py
and tests/enquiries/actions/every/test_one_transaction.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries.models import Enquiry, Event, QuoteRequest
from enquiries.rules import notices, steps
from enquiries.words.actors import Actor, ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import WITHDRAWABLE, EnquiryState, RequestState, derive_state

State = RequestState
FAMILY, HOSPITAL, COORDINATOR, CLOCK = (
    ActorKind.FAMILY,
    ActorKind.HOSPITAL,
    ActorKind.COORDINATOR,
    ActorKind.CLOCK,
)


@dataclass(frozen=True)
class Transition:
    sources: tuple[RequestState, ...]
    target: RequestState
    who: frozenset[ActorKind]
    occurrence: Occurrence


def _row(
    sources: Iterable[RequestState], target: RequestState, who: set[ActorKind], what: Occurrence
) -> Transition:
    return Transition(tuple(sorted(sources, key=list(RequestState).index)), target, frozenset(who), what)


TRANSITIONS = (
    _row([State.PENDING], State.SENT, {COORDINATOR}, Occurrence.RELEASED),
    _row([State.SENT], State.ACKNOWLEDGED, {HOSPITAL}, Occurrence.OPENED),
    _row([State.SENT, State.ACKNOWLEDGED], State.INFO_REQUESTED, {HOSPITAL}, Occurrence.QUESTION),
    _row([State.INFO_REQUESTED], State.ACKNOWLEDGED, {COORDINATOR}, Occurrence.INFO_PASSED_ON),
    _row([State.SENT, State.ACKNOWLEDGED], State.QUOTED, {HOSPITAL, COORDINATOR}, Occurrence.QUOTED),
    # A coordinator may revise too: a hospital that answers by its own form has no other way.
    _row([State.QUOTED], State.QUOTED, {HOSPITAL, COORDINATOR}, Occurrence.QUOTE_REVISED),
    _row(
        [State.SENT, State.ACKNOWLEDGED, State.QUOTED],
        State.DECLINED,
        {HOSPITAL, COORDINATOR},
        Occurrence.DECLINED,
    ),
    _row([State.DECLINED], State.ACKNOWLEDGED, {COORDINATOR}, Occurrence.REOPENED),
    _row([State.EXPIRED], State.SENT, {COORDINATOR}, Occurrence.REOPENED),
    _row([State.SENT, State.ACKNOWLEDGED], State.EXPIRED, {CLOCK}, Occurrence.EXPIRED),
    _row(WITHDRAWABLE, State.WITHDRAWN, {FAMILY, COORDINATOR}, Occurrence.WITHDRAWN),
    _row([State.QUOTED], State.ACCEPTED, {FAMILY}, Occurrence.ACCEPTED),
    _row([State.QUOTED], State.NOT_SELECTED, {FAMILY}, Occurrence.NOT_SELECTED),
)
BY_ENDS = {(source, row.target): row for row in TRANSITIONS for source in row.sources}


def moves(occurrences: Iterable[str]) -> list[Transition]:
    """The rows of the table that these events stand for; none for what moves no request."""
    wanted = set(occurrences)
    return [row for row in TRANSITIONS if row.occurrence in wanted]


def allowed(source: str, target: str, actor: ActorKind) -> bool:
    row = BY_ENDS.get((RequestState(source), RequestState(target)))
    return row is not None and actor in row.who


def locked(enquiry_id: int) -> Enquiry:
    """The enquiry with its row locked until the transaction ends; every action begins here."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an action must open its transaction before it locks")
    return Enquiry.objects.select_for_update().get(pk=enquiry_id)


def locked_request(quote_request: QuoteRequest) -> QuoteRequest:
    """A fresh copy of the request, its enquiry locked first: one order everywhere, so no deadlock."""
    enquiry = locked(quote_request.enquiry_id)
    fresh = (
        QuoteRequest.objects.select_for_update(of=("self",))
        .select_related("hospital")
        .get(pk=quote_request.pk)
    )
    fresh.enquiry = enquiry
    return fresh


def check_move(quote_request: QuoteRequest, target: RequestState, *, by: Actor) -> Transition:
    """The row of the table for this step; Refused with the reason when there is none."""
    row = BY_ENDS.get((RequestState(quote_request.state), target))
    # Consent can be taken back at any time: also from the chosen hospital, after the enquiry was handed over to it.
    taken_back = target == State.WITHDRAWN and quote_request.enquiry.state == EnquiryState.CLOSED
    if not (quote_request.enquiry.is_open or taken_back):
        raise Refused(_("This enquiry is closed."))
    if row is None:
        raise Refused(
            _("This step is not possible any more: the request is now “%(state)s”.")
            % {"state": RequestState(quote_request.state).label}
        )
    if by.kind not in row.who or not _concerns(by, quote_request):
        raise Refused(_("This step is not yours to take."))
    return row


def can_move(quote_request: QuoteRequest, target: RequestState, *, by: Actor) -> bool:
    """Whether `check_move` lets this actor go there now, for what a page offers."""
    try:
        check_move(quote_request, target, by=by)
    except Refused:
        return False
    return True


def _concerns(by: Actor, quote_request: QuoteRequest) -> bool:
    if by.kind == FAMILY:
        return by.enquiry_id == quote_request.enquiry_id
    if by.kind == HOSPITAL:
        return by.quote_request_id == quote_request.pk
    return by.kind == CLOCK or by.user is not None


def move(
    quote_request: QuoteRequest,
    target: RequestState,
    *,
    by: Actor,
    at: datetime | None = None,
    detail: str = "",
) -> Event:
    """Makes the move on a locked request: state, event, notices, the enquiry's state. Other changed fields of
    `quote_request` are saved with it."""
    row = check_move(quote_request, target, by=by)
    at = at or timezone.now()
    source, quote_request.state = quote_request.state, target
    if source != target:
        quote_request.state_changed_at = at
    return happened_to(quote_request, row.occurrence, by=by, at=at, states=(source, target), detail=detail)


def happened_to(
    quote_request: QuoteRequest,
    occurrence: Occurrence,
    *,
    by: Actor,
    at: datetime | None = None,
    states: tuple[str, str] = ("", ""),
    detail: str = "",
) -> Event:
    """Something that moves a locked request to no other state: it is saved under a new version, and what `happened`
    does."""
    quote_request.version += 1
    quote_request.save()
    return happened(
        quote_request.enquiry,
        occurrence,
        by=by,
        at=at,
        quote_request=quote_request,
        states=states,
        detail=detail,
    )


def happened(
    enquiry: Enquiry,
    occurrence: Occurrence,
    *,
    by: Actor,
    at: datetime | None = None,
    quote_request: QuoteRequest | None = None,
    states: tuple[str, str] = ("", ""),
    detail: str = "",
) -> Event:
    """The event with its notices, and what follows from it for the locked enquiry, which is saved."""
    at = at or timezone.now()
    event = record(
        enquiry, occurrence, by=by, at=at, quote_request=quote_request, states=states, detail=detail
    )
    settle(enquiry, at=at)
    return event


def record(
    enquiry: Enquiry,
    occurrence: Occurrence,
    *,
    by: Actor,
    at: datetime | None = None,
    quote_request: QuoteRequest | None = None,
    states: tuple[str, str] = ("", ""),
    detail: str = "",
) -> Event:
    """One event and the notices that the table in enquiries.rules.notices hangs on it."""
    event = Event.objects.create(
        enquiry=enquiry,
        quote_request=quote_request,
        kind=occurrence,
        from_state=states[0],
        to_state=states[1],
        actor=by.kind,
        actor_user=by.user,
        detail=detail,
        at=at or timezone.now(),
    )
    notices.queue(event, enquiry=enquiry, quote_request=quote_request)
    return event


def settle(enquiry: Enquiry, *, at: datetime | None = None) -> None:
    """Derives and stores the enquiry's state and its next step, after anything that changed below it."""
    at = at or timezone.now()
    requests = list(enquiry.requests.select_related("hospital").prefetch_related("quotes"))
    if enquiry.is_open:
        pairs = [
            (quote_request.state, quote_request.released_quote is not None) for quote_request in requests
        ]
        state = derive_state(pairs, waiting_for_family=enquiry.asked_family_at is not None)
        if state != enquiry.state:
            enquiry.state, enquiry.state_changed_at = state, at
    first = steps.first_step(enquiry, requests)
    enquiry.next_step = first.kind if first else ""
    enquiry.next_step_due_at = first.due_at if first else None
    enquiry.version += 1
    enquiry.save()


def set_closed(enquiry: Enquiry, *, reason: str, by: Actor, at: datetime | None = None) -> Event:
    at = at or timezone.now()
    enquiry.state = EnquiryState.CLOSED
    enquiry.state_changed_at = enquiry.closed_at = at
    enquiry.closed_reason = reason
    return happened(enquiry, Occurrence.CLOSED, by=by, at=at, detail=reason)


def set_reopened(enquiry: Enquiry, *, by: Actor) -> Event:
    enquiry.closed_at, enquiry.closed_reason, enquiry.state = None, "", EnquiryState.RECEIVED
    enquiry.state_changed_at = timezone.now()
    return happened(enquiry, Occurrence.ENQUIRY_REOPENED, by=by)


def set_anonymized(enquiry: Enquiry, *, at: datetime) -> None:
    """The end of a closed enquiry; its fields were blanked by enquiries.background.privacy."""
    enquiry.state = EnquiryState.ANONYMIZED
    enquiry.state_changed_at = enquiry.anonymized_at = at
    enquiry.version += 1
    enquiry.save()
    Event.objects.create(
        enquiry=enquiry,
        kind=Occurrence.ANONYMIZED,
        from_state=EnquiryState.CLOSED,
        to_state=EnquiryState.ANONYMIZED,
        actor=CLOCK,
        at=at,
    )
