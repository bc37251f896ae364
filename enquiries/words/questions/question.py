"""One question of the enquiry, with all that is known of it. Everything that asks, shows, keeps or blanks an answer is
drawn from this row, so that a question never has to be written down a second time."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.words.choices import Writer
from enquiries.words.questions.kinds import Kind
from enquiries.words.questions.parts import Part, Reader

Words = str | Promise
EVERYBODY = tuple(Writer)
REQUIRED_CHOICE = _("Please choose one.")


@dataclasses.dataclass(frozen=True)
class Reading:
    """How the answer stands before one reader."""

    label: Words
    part: Part | None = None
    """None for the family, which reads it under the section in which it was asked."""
    place: int = 50
    """Smaller ones stand further up in their part; those of the same place stand in the order of asking."""
    options: Mapping[str, Words] | None = None
    """Other words for the codes than those the family chose from."""
    if_blank: Words = ""
    only_if_given: bool = False


@dataclasses.dataclass(frozen=True)
class Way:
    """One field of the form by which the question is put to some of the writers."""

    name: str
    of: tuple[Writer, ...]
    label: Words
    help: Words = ""
    options: tuple[Any, ...] = ()
    """Those of the kind's options that these writers may choose from; () for all of them."""


@dataclasses.dataclass(frozen=True)
class ToParents:
    """Other words where the writer is a parent of the patient."""

    label: Words
    help: Words
    missing: Words


@dataclasses.dataclass(frozen=True, kw_only=True)
class Question:
    field: str
    """The name of the column, and of the form's field."""
    section: Part
    kind: Kind
    example: Any
    """As it is stored. For the demo and for tests: nobody real."""

    # Words for the family.
    label: Words = ""
    help: Words = ""
    to_parents: ToParents | None = None
    missing: Words = REQUIRED_CHOICE
    beside: bool = False
    """Stands in the form beside the one before it."""
    label_is_legend: bool = False
    """The section's legend asks it already."""

    # Of whom it is asked.
    required: bool = False
    """Whoever is asked has to answer."""
    asked_of: tuple[Writer, ...] = EVERYBODY
    """The others never see it."""
    asked_in: tuple[Way, ...] = ()
    """When not all are asked in the same words; instead of label, help and asked_of."""
    taken_for_granted: Mapping[Writer, str] = dataclasses.field(default_factory=dict)
    """What is stored for a writer who is not asked."""

    # Who reads it, and how. A hospital reads nothing that its row does not give it.
    family: Reading
    desk: Reading
    hospital: Reading | None = None
    read_with: str = ""
    """The field in whose line it is read, behind its answer."""

    # How it is kept.
    personal: bool = True
    """Blanked when the enquiry is anonymized."""
    clear_because: str = ""
    """Why it stands in the database in clear; "" for ciphertext."""

    @property
    def ways(self) -> tuple[Way, ...]:
        return self.asked_in or (Way(self.field, self.asked_of, self.label, self.help),)

    @property
    def readings(self) -> Iterator[Reading]:
        yield dataclasses.replace(self.family, part=self.section)
        yield self.desk
        if self.hospital:
            yield self.hospital

    @property
    def readers(self) -> set[Reader]:
        found = {reading.part.reader for reading in self.readings if reading.part}
        return found | ({Reader.CHOSEN_HOSPITAL} if Reader.HOSPITAL in found else set())

    def way_for(self, writer: str) -> Way | None:
        """None when this writer is not asked."""
        return next((way for way in self.ways if writer in way.of), None)

    @property
    def is_asked_of_everybody(self) -> bool:
        return len(self.ways) == 1 and self.ways[0].of == EVERYBODY

    def missing_for(self, writer: str) -> Words:
        return self.to_parents.missing if self.to_parents and writer == Writer.PARENT else self.missing
