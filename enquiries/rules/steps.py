"""What a coordinator has to do next on an enquiry, and by when: worked out from the rows, never kept by hand."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules import clocks
from enquiries.words.actors import ActorKind
from enquiries.words.states import CLOCK_RUNS, WITH_HOSPITAL, EnquiryState, RequestState


class StepKind(TextChoices):
    FIRST_ANSWER = "first_answer", _("Read it and answer")
    ANSWER_FAMILY = "answer_family", _("Answer the family's message")
    PASS_QUESTION = "pass_question", _("Pass the hospital's question on")
    PASS_ANSWER = "pass_answer", _("Pass the answer on to the hospital")
    CONFIRM_ADDRESS = "confirm_address", _("Reach the family: the address is not confirmed")
    RELEASE = "release", _("Preview and send to the hospital")
    HAND_OVER = "hand_over", _("Enter it in the hospital's own form, or phone")
    CHECK_QUOTE = "check_quote", _("Check the quote and release it")
    CALL_HOSPITAL = "call_hospital", _("Call the hospital: no answer yet")
    CLOSING_LETTER = "closing_letter", _("Write to the family: no hospital could make a quote")
    CLOSE_UNDECIDED = "close_undecided", _("Close it: the family goes on with none of the hospitals")
    HAND_TO_HOSPITAL = "hand_to_hospital", _("Hand over to the chosen hospital and close")
    PASS_DOCUMENTS = "pass_documents", _("Pass the new documents on to the hospital")
    WAIT_FAMILY = "wait_family", _("Waiting for the family")
    WAIT_HOSPITALS = "wait_hospitals", _("Waiting for hospitals")
    WAIT_DECISION = "wait_decision", _("The family is deciding")


WAITING = frozenset({StepKind.WAIT_FAMILY, StepKind.WAIT_HOSPITALS, StepKind.WAIT_DECISION})


@dataclass(frozen=True)
class Step:
    kind: StepKind
    due_at: datetime | None
    quote_request: QuoteRequest | None = None

    @property
    def label(self) -> str | Promise:
        return self.kind.label

    @property
    def is_waiting(self) -> bool:
        return self.kind in WAITING


def open_steps(enquiry: Enquiry, requests: list[QuoteRequest] | None = None) -> list[Step]:
    """Soonest first; what only waits for others comes last. Empty for a closed enquiry."""
    if not enquiry.is_open:
        return []
    if requests is None:
        requests = list(enquiry.requests.select_related("hospital").prefetch_related("quotes"))
    found = _enquiry_steps(enquiry, requests) + _message_steps(enquiry, requests)
    added_at = _documents_added_at(enquiry, requests)
    for quote_request in requests:
        found += _request_steps(enquiry, quote_request) + _exchange_steps(
            enquiry, quote_request, found, added_at
        )
    return sorted(
        found, key=lambda step: (step.is_waiting, step.due_at is None, step.due_at or enquiry.created_at)
    )


def first_step(enquiry: Enquiry, requests: list[QuoteRequest]) -> Step | None:
    return next(iter(open_steps(enquiry, requests)), None)


def _soon(since: datetime, enquiry: Enquiry) -> datetime:
    return clocks.OUR_TURN.due(since, urgent=enquiry.urgent)


def _enquiry_steps(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[Step]:
    found = _ending_steps(enquiry, requests)
    if enquiry.asked_family_at is not None:
        return [*found, Step(StepKind.WAIT_FAMILY, clocks.NO_REPLY.due(enquiry.asked_family_at))]
    pending = any(quote_request.state == RequestState.PENDING for quote_request in requests)
    if pending and enquiry.first_answered_at is None:
        due_at = clocks.FIRST_ANSWER.due(enquiry.created_at, urgent=enquiry.urgent)
        found.append(Step(StepKind.FIRST_ANSWER, due_at))
    if pending and enquiry.address_confirmed_at is None:
        found.append(Step(StepKind.CONFIRM_ADDRESS, clocks.ADDRESS_CHECK.due(enquiry.created_at)))
    return found


def _ending_steps(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[Step]:
    """Ours even while we wait for the family, unless what we asked came after: then its answer decides."""
    if enquiry.asked_family_at is not None and enquiry.asked_family_at >= enquiry.state_changed_at:
        return []
    if enquiry.state == EnquiryState.ALL_ANSWERED_NO_QUOTE:
        return [Step(StepKind.CLOSING_LETTER, clocks.CLOSING_LETTER.due(enquiry.state_changed_at))]
    if enquiry.state == EnquiryState.DECIDED:
        chosen = any(quote_request.state == RequestState.ACCEPTED for quote_request in requests)
        kind = StepKind.HAND_TO_HOSPITAL if chosen else StepKind.CLOSE_UNDECIDED
        return [Step(kind, clocks.FOLLOW_UP.due(enquiry.state_changed_at))]
    return []


def _message_steps(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[Step]:
    by_pk = {quote_request.pk: quote_request for quote_request in requests}
    found = []
    waiting = enquiry.messages.filter(handled_at__isnull=True).order_by("created_at", "pk")
    for message in waiting.only("author", "created_at", "quote_request_id", "enquiry_id", "uid"):
        quote_request = by_pk.get(message.quote_request_id) if message.quote_request_id else None
        if message.author == ActorKind.HOSPITAL:
            found.append(Step(StepKind.PASS_QUESTION, _soon(message.created_at, enquiry), quote_request))
        elif message.author == ActorKind.FAMILY:
            asked = quote_request is not None and quote_request.state == RequestState.INFO_REQUESTED
            kind = StepKind.PASS_ANSWER if asked else StepKind.ANSWER_FAMILY
            found.append(Step(kind, _soon(message.created_at, enquiry), quote_request))
    return found


def _documents_added_at(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[datetime]:
    """When the files that hospitals may read came, oldest first: one query for all requests, none without need."""
    if not any(quote_request.state in WITH_HOSPITAL for quote_request in requests):
        return []
    return list(enquiry.documents.for_hospitals().order_by("created_at").values_list("created_at", flat=True))


def _exchange_steps(
    enquiry: Enquiry, quote_request: QuoteRequest, found: list[Step], added_at: list[datetime]
) -> list[Step]:
    """A family may answer a hospital's question with a document alone, or add one at any time."""
    steps = []
    until = quote_request.documents_until_at
    if quote_request.state in WITH_HOSPITAL and until is not None:
        waiting = next((at for at in added_at if at > until), None)
        if waiting is not None:
            steps.append(Step(StepKind.PASS_DOCUMENTS, _soon(waiting, enquiry), quote_request))
    busy = {StepKind.PASS_QUESTION, StepKind.PASS_ANSWER}
    dealt_with = any(step.quote_request == quote_request and step.kind in busy for step in found)
    if (
        quote_request.state == RequestState.INFO_REQUESTED
        and enquiry.asked_family_at is None
        and not dealt_with
    ):
        steps.append(
            Step(StepKind.PASS_ANSWER, _soon(quote_request.state_changed_at, enquiry), quote_request)
        )
    return steps


def _request_steps(enquiry: Enquiry, quote_request: QuoteRequest) -> list[Step]:
    if quote_request.state == RequestState.PENDING:
        due_at = _soon(enquiry.created_at, enquiry)
        return [] if enquiry.asked_family_at else [Step(StepKind.RELEASE, due_at, quote_request)]
    if quote_request.state == RequestState.QUOTED:
        quote = quote_request.current_quote
        if quote is not None and quote.released_at is None:
            return [Step(StepKind.CHECK_QUOTE, _soon(quote.created_at, enquiry), quote_request)]
        return [Step(StepKind.WAIT_DECISION, None, quote_request)]
    if quote_request.state in CLOCK_RUNS and quote_request.sent_at:
        return [_hospital_s_turn(enquiry, quote_request, quote_request.sent_at)]
    return []


def _hospital_s_turn(enquiry: Enquiry, quote_request: QuoteRequest, sent_at: datetime) -> Step:
    if quote_request.waits_for_hand_over:
        return Step(StepKind.HAND_OVER, _soon(sent_at, enquiry), quote_request)
    if quote_request.state == RequestState.SENT and quote_request.reminders:
        since = quote_request.handed_over_at or sent_at
        due_at = clocks.COORDINATOR_TASK.due(since, hospital=quote_request.hospital)
        return Step(StepKind.CALL_HOSPITAL, due_at, quote_request)
    return Step(StepKind.WAIT_HOSPITALS, quote_request.due_at, quote_request)
