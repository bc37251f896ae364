"""The glossary as one pattern, so that a text is searched once and not once per term."""

import re
from dataclasses import dataclass, field

from content.models import GlossaryTerm
from ground.translated import SOURCE

# Written in capitals or with a digit ("S2", "CRS", "Ph+"): the same letters in lower case are another word.
EXACT = re.compile(r"^[A-Z0-9][A-Z0-9+/:-]*$|^[A-Z][a-z]?\+$")


@dataclass(frozen=True)
class Vocabulary:
    pattern: re.Pattern[str] | None = None
    exact: dict[str, str] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)

    def slug_for(self, words: str) -> str | None:
        return self.exact.get(words) or self.folded.get(words.casefold())


def build_vocabulary(terms: list[tuple[str, list[str]]]) -> Vocabulary:
    """`terms`: (slug, names). The longest name wins where two begin alike."""
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    for slug, names in terms:
        for name in names:
            if EXACT.match(name):
                exact.setdefault(name, slug)
            else:
                folded.setdefault(name.casefold(), slug)
    words = sorted([*exact, *folded], key=len, reverse=True)
    if not words:
        return Vocabulary()
    alternatives = "|".join(re.escape(word) for word in words)
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
    return Vocabulary(pattern=pattern, exact=exact, folded=folded)


def current_vocabulary(language: str = SOURCE) -> Vocabulary:
    terms = GlossaryTerm.objects.in_language(language)
    return build_vocabulary([(term.slug, term.names) for term in terms])
