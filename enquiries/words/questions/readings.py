"""The answers as one reader has them before the eyes: a part's rows, drawn from the questions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.parts import Part, Reader
from enquiries.words.questions.question import Question, Reading, Words
from ground.sections import Rows

Answer = Callable[[str], Any]
"""The stored answer to the question of that field."""


@dataclass(frozen=True)
class Line:
    label: Words
    value: str
    place: int
    """As `Reading.place`."""


def rows(part: Part, answer: Answer, *, besides: Iterable[Line] = ()) -> Rows[str]:
    """`besides`: what stands in the part and is no answer of the family."""
    lines = sorted([*_lines(part, answer), *besides], key=lambda line: line.place)
    return [(str(line.label), line.value) for line in lines]


def _lines(part: Part, answer: Answer) -> list[Line]:
    lines: dict[str, Line] = {}
    for question, reading in _readings(part):
        value = _words(question, reading, answer(question.field))
        if not _is_shown(question, reading, part, value, answer):
            continue
        if before := lines.get(question.read_with):
            value = type(value)(" ".join(filter(None, (before.value, value))))
        lines[question.read_with or question.field] = Line(reading.label, value, reading.place)
    return list(lines.values())


def _readings(part: Part) -> Iterable[tuple[Question, Reading]]:
    return (
        (question, reading) for question in QUESTIONS for reading in question.readings if reading.part is part
    )


def _words(question: Question, reading: Reading, stored: Any) -> str:
    if reading.options is not None:
        return str(reading.options.get(stored, ""))
    return question.kind.words(stored) or str(reading.if_blank)


def _is_shown(question: Question, reading: Reading, part: Part, value: str, answer: Answer) -> bool:
    """A family reads back only what it was asked; to the others a gap is shown as one."""
    if part.reader is Reader.FAMILY and question.way_for(answer("writer")) is None:
        return False
    return bool(value) or not reading.only_if_given
