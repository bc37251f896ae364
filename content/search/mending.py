"""Slips of the pen: a word that stands nowhere is read as the nearest that does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from content.search.matching import Meanings, Unit, Word, holds
from content.search.pages import Page
from content.search.tables import everyday_words, loose_words, small_words
from content.search.typos import nearest

MOST_MENDED = 3


def mended(
    words: list[Word], lost: set[str], pages: list[Page], meanings: Meanings, language: str
) -> tuple[list[Word], list[str]]:
    """The words with each of `lost` replaced where one is near, and what they were replaced by."""
    unknown = lost - everyday_words(language)
    slips = list(dict.fromkeys(word.stem for word in words if word.stem in unknown))[:MOST_MENDED]
    known = known_words(pages, meanings, language) if slips else []
    better = {slip: other for slip in slips if (other := nearest(slip, known) or begun(slip, known))}
    result = [replace(word, stem=better.get(word.stem, word.stem)) for word in words]
    return result, list(dict.fromkeys(better.values()))


def begun(word: str, known: list[str]) -> str | None:
    """A short word may be a long one begun: "leuk", "cel"."""
    return next((one for one in known if one.startswith(word)), None) if 3 <= len(word) <= 4 else None


def known_words(pages: list[Page], meanings: Meanings, language: str) -> list[str]:
    """The most used first."""
    often = Counter(word for page in pages for word in page.line.split())
    often.update(meanings.words())
    telling_nothing = small_words(language) | loose_words(language)
    return [word for word, _times in often.most_common() if word not in telling_nothing]


def nowhere(units: list[Unit], pages: list[Page]) -> list[Unit]:
    return [unit for unit in units if not any(holds(page.line, unit) for page in pages)]


def words_in(units: Iterable[Unit]) -> set[str]:
    return {word for unit in units for phrase in unit.phrases for word in phrase}
