"""What to do next on an enquiry, each with the page where it is done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from enquiries.desk.decisions.row import DeskDecision
from enquiries.desk.decisions.rows.enquiry import TAKE, WRITE
from enquiries.desk.decisions.table import DECISIONS
from enquiries.desk.times import Due, due
from enquiries.models import Enquiry, Message, QuoteRequest
from enquiries.rules.steps import Step, StepKind, open_steps
from enquiries.words.actors import ActorKind

DONE_BY: dict[StepKind, DeskDecision[Any]] = {kind: row for row in DECISIONS for kind in row.does}


@dataclass(frozen=True)
class StepShown:
    step: Step
    label: str
    hospital: str
    due: Due | None
    url: str


def shown(
    enquiry: Enquiry, requests: list[QuoteRequest], messages: list[Message], *, now: datetime
) -> list[StepShown]:
    return [
        StepShown(
            step,
            str(step.label),
            step.quote_request.hospital.short_name if step.quote_request else "",
            due(step.due_at, now=now),
            _url(step, enquiry, messages),
        )
        for step in open_steps(enquiry, requests)
    ]


def kinds_about(quote_request: QuoteRequest, steps: list[StepShown]) -> frozenset[StepKind]:
    return frozenset(shown.step.kind for shown in steps if shown.step.quote_request == quote_request)


def _url(step: Step, enquiry: Enquiry, messages: list[Message]) -> str:
    """ "" where there is nothing to do but wait, or to pick up the telephone."""
    decision = _done_by(step, enquiry)
    subject = _subject(decision, step, enquiry, messages) if decision else None
    return decision.url(subject) if decision and subject else ""


def _done_by(step: Step, enquiry: Enquiry) -> DeskDecision[Any] | None:
    if step.kind == StepKind.FIRST_ANSWER:
        return TAKE if enquiry.assigned_to_id is None else WRITE
    return DONE_BY.get(step.kind)


def _subject(
    decision: DeskDecision[Any], step: Step, enquiry: Enquiry, messages: list[Message]
) -> Enquiry | QuoteRequest | Message | None:
    if decision.on.model is QuoteRequest:
        return step.quote_request
    return _question(step, messages) if decision.on.model is Message else enquiry


def _question(step: Step, messages: list[Message]) -> Message | None:
    """The first of those that wait, of the hospital that the step is about."""
    asked_by = step.quote_request.pk if step.quote_request else None
    for message in messages:
        waits = message.author == ActorKind.HOSPITAL and message.handled_at is None
        if waits and message.quote_request_id == asked_by:
            return message
    return None
