"""What kind of answer a question takes, and the words by which a stored one is read.

The family's form makes a field of each kind (enquiries.family.enquiry.form_fields).
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise

from enquiries.words import choices
from enquiries.words.months import month_words
from enquiries.words.typed.own_words import OwnWords


@dataclass(frozen=True)
class Kind:
    def words(self, stored: Any) -> str:
        """In the language in use; "" where nothing was answered."""
        return stored or ""


@dataclass(frozen=True)
class Choice(Kind):
    options: type[TextChoices]
    columns: int = 2
    """How many options stand side by side where there is room: 1, 2 or 3."""


@dataclass(frozen=True)
class One(Choice):
    def words(self, stored: str) -> str:
        return choices.label(self.options, stored)


@dataclass(frozen=True)
class Many(Choice):
    """Stored as a list of codes."""

    def words(self, stored: list[str] | None) -> str:
        return ", ".join(choices.label(self.options, code) for code in stored or [])


@dataclass(frozen=True)
class PastMonth(Kind):
    """`2019-04`, or `2019` when the month is not known."""

    def words(self, stored: str) -> str:
        return month_words(stored)


@dataclass(frozen=True)
class ComingMonth(PastMonth):
    """One of the months from now on, or none of them."""

    none: str | Promise


@dataclass(frozen=True)
class Country(Kind):
    def words(self, stored: str) -> str:
        return choices.country_name(stored)


@dataclass(frozen=True)
class Language(Kind):
    def words(self, stored: str) -> str:
        return choices.language_name(stored)


@dataclass(frozen=True)
class Typed(Kind):
    def words(self, stored: str) -> str:
        return OwnWords(stored or "")


@dataclass(frozen=True)
class Line(Typed):
    most: int
    autocomplete: str = "off"


@dataclass(frozen=True)
class Story(Typed):
    """Several lines."""

    most: int


@dataclass(frozen=True)
class Email(Typed):
    pass


@dataclass(frozen=True)
class Phone(Typed):
    most: int
