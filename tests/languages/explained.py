"""What may stand on a page as it is, whatever the page's language: each kind with its reason. What is of no kind is a
text that somebody forgot to make translatable."""

import re
from collections.abc import Iterator
from functools import cached_property

from django.conf import settings

from content.models import ArticleRevision, GlossaryTerm, Reference
from enquiries.words.choices import OWN_NAMES
from enquiries.words.money import CURRENCIES
from hospitals.models import Hospital, HospitalFact, Source
from tests.languages.reading import WORDS, Reader

# The portal is called so in every language.
NAMES = ("ALL Portal", "ALL", "Portal")
# Units, currencies and kinds of files are written alike everywhere.
UNITS = (*CURRENCIES, "KB", "MB", "PDF", "JPEG", "PNG", "km")
# Letters of no language: references (K7Q29-MXD4T), access codes.
CODE = re.compile(r"[0-9a-z]{5} [0-9a-z]{5}|[0-9a-z]{4}(?: [0-9a-z]{4}){5}")
FEWEST_WORDS = 4
OPERATOR = ("NAME", "ADDRESS", "RESPONSIBLE", "FUNDING", "EDITORS", "PROCESSORS")


def folded(text: str) -> str:
    return " ".join(WORDS.findall(text)).casefold()


class Explained:
    """Reads the database once. `also`: what the people of a test wrote themselves."""

    def __init__(self, *also: str) -> None:
        self.also = also

    def explains(self, run: str) -> bool:
        said = folded(run)
        if self._is_made_of_names(said) or CODE.fullmatch(said) or said in self.passages:
            return True
        # A part of a text, as a search shows it. A word or two may stand in any text: that explains nothing.
        return len(said.split()) >= FEWEST_WORDS and f" {said} " in self.texts

    def _is_made_of_names(self, said: str) -> bool:
        """Such as "Ulm University Hospital 21" or, in a title, "University Hospital Ulm ALL Portal"."""
        first, _space, rest = said.partition(" ")
        if not said or (first.isdigit() and self._is_made_of_names(rest)):
            return True
        begins = [name for name in self.names if f"{said} ".startswith(f"{name} ")]
        return any(self._is_made_of_names(said.removeprefix(name).strip()) for name in begins)

    @cached_property
    def names(self) -> set[str]:
        rows = Hospital.objects.values_list("name", "short_name", "city", "land")
        hospitals = [name for row in rows for name in row]
        other_words = [word for term in GlossaryTerm.objects.all() for word in (term.term, *term.also)]
        values = HospitalFact.objects.values_list("value", flat=True)
        facts = [part for value in values for part in re.split(r"[.,;:()\n]", value)]
        titles = ArticleRevision.objects.values_list("title", flat=True)
        operator = [part for name in OPERATOR for part in getattr(settings, f"OPERATOR_{name}").split(",")]
        found = (
            *operator,
            *NAMES,
            *UNITS,
            *OWN_NAMES.values(),
            *hospitals,
            *facts,
            *other_words,
            *titles,
            *self.also,
        )
        return {folded(name) for name in found} - {""}

    @cached_property
    def passages(self) -> set[str]:
        """Each piece of the guide's texts between one link or mark and the next, exactly."""
        pieces = ArticleRevision.objects.values_list("rendered", flat=True)
        return {folded(text) for one in pieces for html in strings(one) for text in Reader(html).texts}

    @cached_property
    def texts(self) -> str:
        """What hospitals, sources and the guide say: theirs, and translated where they are kept."""
        return "|".join(f" {folded(text)} " for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for row in (*Source.objects.all(), *Reference.objects.all()):
            yield f"{row.title} {row.publisher}"
        yield from HospitalFact.objects.values_list("value", flat=True)
        for term in GlossaryTerm.objects.all():
            yield " ".join([term.definition, *term.also])
        for revision in ArticleRevision.objects.all():
            yield revision.summary
            yield without_marks(revision.body)
        yield " ".join(getattr(settings, f"OPERATOR_{name}") for name in OPERATOR)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def without_marks(markdown: str) -> str:
    """A text as it reads: without the numbers of its sources and the signs of its markup."""
    return re.sub(r"\[\^[^\]]*\]|\]\([^)]*\)|[*_#>`\[\]]", "", markdown)
