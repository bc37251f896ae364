"""What kind of thing a fact of a quote is, and the words by which it is read.

A column is made of each kind in enquiries.models.quote_facts, a field of the form in enquiries.forms.quote_fields.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import TextChoices

from enquiries.words.typed.own_words import OwnWords
from languages.dates import when


@dataclass(frozen=True)
class Kind:
    def words(self, stored: Any) -> str:
        """In the language in use; "" where nothing is stated."""
        return "" if stored is None else str(stored)


@dataclass(frozen=True)
class Text(Kind):
    """Several lines, in the hospital's own words."""

    rows: int = 4

    def words(self, stored: str | None) -> str:
        return OwnWords((stored or "").strip())


@dataclass(frozen=True)
class Choice(Kind):
    options: type[TextChoices]

    def words(self, stored: str | None) -> str:
        return str(self.options(stored).label) if stored else ""


@dataclass(frozen=True)
class Sum(Kind):
    """Alone it is a bare number: its row says how it is read with its currency."""

    least: Decimal
    digits: ClassVar[int] = 12
    decimals: ClassVar[int] = 2


@dataclass(frozen=True)
class Currency(Kind):
    pass


@dataclass(frozen=True)
class Count(Kind):
    most: int


@dataclass(frozen=True)
class Day(Kind):
    def words(self, stored: Any) -> str:
        return when(stored, "day_year")
