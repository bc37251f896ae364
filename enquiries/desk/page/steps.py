"""What to do next on an enquiry, each with the page where it is done."""

from dataclasses import dataclass
from datetime import datetime

from enquiries.desk.addresses import step_url
from enquiries.desk.times import Due, due
from enquiries.models import Enquiry, Message, QuoteRequest
from enquiries.rules.steps import Step, StepKind, open_steps
from enquiries.words.actors import ActorKind

ON_ENQUIRY = {
    StepKind.ANSWER_FAMILY: "write",
    StepKind.CONFIRM_ADDRESS: "confirm-address",
    StepKind.CLOSING_LETTER: "close",
    StepKind.CLOSE_UNDECIDED: "close",
    StepKind.HAND_TO_HOSPITAL: "close",
}
ON_REQUEST = {
    StepKind.RELEASE: "release",
    StepKind.HAND_OVER: "hand-over",
    StepKind.PASS_ANSWER: "pass-answer",
    StepKind.CHECK_QUOTE: "release-quote",
    StepKind.PASS_DOCUMENTS: "pass-documents",
}


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


def _url(step: Step, enquiry: Enquiry, messages: list[Message]) -> str:
    """ "" where there is nothing to do but wait, or to pick up the telephone."""
    if step.kind == StepKind.FIRST_ANSWER:
        return step_url("take" if enquiry.assigned_to_id is None else "write", enquiry)
    if step.kind == StepKind.PASS_QUESTION:
        return _question_url(step, enquiry, messages)
    if step.kind in ON_ENQUIRY:
        return step_url(ON_ENQUIRY[step.kind], enquiry)
    if step.kind in ON_REQUEST and step.quote_request is not None:
        return step_url(ON_REQUEST[step.kind], enquiry, step.quote_request.reference)
    return ""


def _question_url(step: Step, enquiry: Enquiry, messages: list[Message]) -> str:
    asked_by = step.quote_request.pk if step.quote_request else None
    for message in messages:
        waits = message.author == ActorKind.HOSPITAL and message.handled_at is None
        if waits and message.quote_request_id == asked_by:
            return step_url("pass-question", enquiry, message.uid)
    return ""
