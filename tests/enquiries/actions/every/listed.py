"""A worklist asks the database what a step is worked out from: both must find the same enquiries."""

from django.utils import timezone

from enquiries.desk.lists import worklists
from enquiries.models import Enquiry
from enquiries.rules.steps import WAITING, StepKind, open_steps

SAME = {
    "new": {StepKind.FIRST_ANSWER},
    "to-send": {StepKind.RELEASE},
    "questions": {StepKind.PASS_QUESTION},
    "quotes": {StepKind.CHECK_QUOTE},
    "to-do": set(StepKind) - WAITING,
}
"""By worklist: it holds an enquiry exactly while one of these steps is open."""


def check_worklists(enquiry: Enquiry) -> None:
    """Of the one enquiry there is."""
    steps = open_steps(enquiry)
    kinds = {step.kind for step in steps}
    listed = {slug for slug, count in worklists.counts(user=None).items() if count}
    for slug, of_list in SAME.items():
        assert (slug in listed) is bool(kinds & of_list), (slug, kinds)
    # A family's message waits for its answer, or for being passed on to the hospital that asked. A document may be
    # the answer too; no list of messages holds that.
    assert StepKind.ANSWER_FAMILY not in kinds or "letters" in listed
    assert "letters" not in listed or kinds & {StepKind.ANSWER_FAMILY, StepKind.PASS_ANSWER}
    first = steps[0] if steps else None
    assert enquiry.next_step == (first.kind if first else "")
    assert ("waiting" in listed) is (first is not None and first.kind == StepKind.WAIT_HOSPITALS)
    due_at = first.due_at if first else None
    assert ("overdue" in listed) is (due_at is not None and due_at < timezone.now())
