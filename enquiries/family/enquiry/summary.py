"""The answers as they are read back before sending, in the order in which they were asked."""

from django.utils.translation import gettext as _

from enquiries.words.questions.parts import Asked
from enquiries.words.questions.readings import rows
from enquiries.words.stays import stays_words
from ground.sections import Section
from hospitals.models import Hospital
from programs.models import Program


def summary(answers: dict) -> list[Section[str]]:
    return [Section(str(part.title), rows(part, answers.__getitem__), part.name) for part in Asked.ALL]


def wishes_words(programs: list[Program], advise: bool) -> str:
    """`21 days, 31 days; let them advise on the stay`"""
    advised = advise or not programs
    return stays_words(programs, advise=_("let them advise on the stay") if advised else "")


def picks_rows(wanted: list[tuple[Hospital, list[Program], bool]]) -> list[tuple[str, str]]:
    return [(hospital.name, wishes_words(programs, advise)) for hospital, programs, advise in wanted]
