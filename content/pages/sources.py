"""The numbered list at the end of an article, and the words of the glossary it uses."""

from dataclasses import dataclass

from content.models import GlossaryTerm, Reference
from content.rendering import Rendered


@dataclass(frozen=True)
class Source:
    number: int
    reference: Reference
    mentions: list[tuple[str, str]]
    """(the place's id, its short label) for each link back into the text."""


def sources_of(text: Rendered, *, language: str) -> list[Source]:
    """Titles in the language of the page, where they are translated."""
    keys = [key for key, _count in text["cited"]]
    known = Reference.objects.with_words(language).in_bulk(keys, field_name="key")
    return [
        Source(number, known[key].in_language(language), mentions(number, count))
        for number, (key, count) in enumerate(text["cited"], start=1)
        if key in known
    ]


def mentions(number: int, count: int) -> list[tuple[str, str]]:
    return [(f"cite-{number}-{place}", letter(place)) for place in range(1, count + 1)]


def letter(place: int) -> str:
    """a … z, then aa, ab …"""
    word = ""
    while place:
        place, rest = divmod(place - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def words_of(text: Rendered, *, language: str) -> list[GlossaryTerm]:
    found = GlossaryTerm.objects.filter(slug__in=text["terms"]).in_language(language)
    return sorted(found, key=lambda term: term.term.casefold())
