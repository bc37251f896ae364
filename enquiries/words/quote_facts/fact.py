"""One fact of a hospital's quote, with all that is known of it. Everything that asks, keeps, shows, compares or
promises a fact is drawn from this row, so that a fact never has to be written down a second time."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.words.quote_facts.kinds import Kind

Words = str | Promise


class Section(TextChoices):
    """The groups of the quote's form, in their order."""

    ESTIMATE = "estimate", _("The estimate")
    HOLDS = "holds", _("What it holds")
    PAYMENT = "payment", _("Payment")
    STAY = "stay", _("The stay")
    DATES = "dates", _("Dates")


class Note(Enum):
    """What the family's comparison says beside a fact."""

    STAY_ASKED_FOR = auto()
    WHETHER_RUN_OUT = auto()


@dataclass(frozen=True)
class Asked:
    """How the hospital's office is asked, and a coordinator who enters its answer."""

    section: Section
    label: Words
    help: Words = ""
    missing: Words = ""
    """What is said where it is demanded and left empty."""
    beside: bool = False
    """Stands in the form beside the one before it."""


@dataclass(frozen=True)
class Told:
    """A point of its own before all who read a quote: the hospital's check, the coordinator's and the family's table,
    so that "9 of 12 points stated" means the same to all three."""

    label: Words
    promise: Words
    """What is said of it before there is a quote."""
    place: int = 50
    """Smaller ones stand further up; those of the same place stand in the order of asking."""
    words: Callable[[Any], str] | None = None
    """Of the whole quote, where the field's kind alone can't say it."""
    note: Note | None = None


@dataclass(frozen=True)
class ToldWith:
    """Read in another fact's line, by the `words` of that row."""

    field: str


@dataclass(frozen=True, kw_only=True)
class Fact:
    field: str
    """The name of Quote's column, and of the form's field."""
    kind: Kind
    asked: Asked
    required: bool = False
    or_else: str = ""
    """The field whose value is kept where this one is left empty: a single sum is a range of one."""
    told: Told | ToldWith
    differs_at: int | None = None
    """Two sums can't be compared where this fact differs; its place among such facts, as `Told.place`."""
    personal: bool = True
    """Blanked when the enquiry is anonymized."""
    clear_because: str = ""
    """Why it stands in the database in clear; "" for ciphertext."""

    @property
    def label(self) -> Words:
        """Under which it is read."""
        return self.told.label if isinstance(self.told, Told) else self.asked.label

    def words(self, quote: Any) -> str:
        """What this Quote, or anything with its field names, says of it; "" where nothing is stated."""
        if isinstance(self.told, Told) and self.told.words:
            return self.told.words(quote)
        return self.kind.words(getattr(quote, self.field))
