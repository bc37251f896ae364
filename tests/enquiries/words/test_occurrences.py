"""Whatever can happen to an enquiry happens once in the tests, and is told to its family or kept from it for a
reason."""

from enquiries.family.status.story import STORY
from enquiries.words.occurrences import Occurrence
from tests.enquiries.actions.every.every_step import STEPS

NOT_TOLD = {
    Occurrence.ANONYMIZED: "nobody can open the enquiry any more, and no code leads to it",
}
# What happens in no step of a person or of the clock on enquiries.
ELSEWHERE = {
    Occurrence.ANONYMIZED: "the retention of enquiries.background.privacy, which is tested there",
}


def test_each_occurrence_is_told_to_the_family_or_kept_from_it_for_a_reason():
    assert {*STORY} | {*NOT_TOLD} == {*Occurrence}
    assert not {*STORY} & {*NOT_TOLD}


def test_each_occurrence_happens_in_a_step_or_is_named_with_its_reason():
    happens = {Occurrence(kind) for step in STEPS for kind in step.happens}
    assert {*Occurrence} - happens == {*ELSEWHERE}
