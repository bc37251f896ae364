"""The answers as they are read back before sending, in the order in which they were asked."""

from django.utils.translation import gettext as _

from enquiries.words.questions.parts import Asked
from enquiries.words.questions.readings import rows
from enquiries.words.stays import stays_words
from ground.sections import Section
from programs.picks import Wish


def summary(answers: dict) -> list[Section[str]]:
    return [Section(str(part.title), rows(part, answers.__getitem__), part.name) for part in Asked.ALL]


def wish_words(wish: Wish) -> str:
    """`21 days, 31 days; let them advise on the stay`"""
    advised = wish.advise or not wish.programs
    return stays_words(wish.programs, advise=_("let them advise on the stay") if advised else "")


def wishes_rows(wishes: list[Wish]) -> list[tuple[str, str]]:
    return [(wish.hospital.name, wish_words(wish)) for wish in wishes]
