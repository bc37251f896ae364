"""Every question of the enquiry, in the order of asking. Nothing more is asked than hospitals need to answer."""

from enquiries.words.questions import illness, persons, who
from enquiries.words.questions.question import Question

QUESTIONS: tuple[Question, ...] = (
    *who.EMERGENCY,
    *who.WHO,
    *persons.PATIENT,
    *persons.YOU,
    *illness.NOW,
    *illness.ILLNESS,
    *illness.WISHES,
)


def examples() -> dict[str, str | list[str]]:
    """An answer to each question, as it is stored."""
    return {
        question.field: list(question.example)
        if isinstance(question.example, tuple)
        else str(question.example)
        for question in QUESTIONS
    }
