"""From what somebody typed to a question a text can be held against."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from content.search import tables
from content.words.folding import WORD, folded, stem, stems
from ground.translated import SOURCE

MOST_LETTERS, MOST_WORDS = 200, 8

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Word:
    typed: str
    stem: str


@dataclass(frozen=True)
class Unit:
    """One thing asked for, and the phrases that all say it."""

    phrases: frozenset[Phrase]
    typed: str = field(default="", compare=False)


def words_of(text: str, language: str = SOURCE) -> list[Word]:
    """Any input gives an answer: cut to what a person may type."""
    text = text[:MOST_LETTERS]
    found, typed = WORD.findall(folded(text)), WORD.findall(text)
    typed = typed if len(typed) == len(found) else found
    words = joined([Word(one, stem(other, language)) for one, other in zip(typed, found, strict=True)])
    if len(words) > 1 and words[-1].stem == "die":  # a German article has its noun behind it
        words[-1] = Word(words[-1].typed, "death")
    return words


def joined(words: list[Word]) -> list[Word]:
    """ "How much" is one word, and asks for the cost."""
    result: list[Word] = []
    for word in words:
        before = result[-1] if result else word
        if (before.stem, word.stem) in tables.ASKED and result:
            result[-1] = Word(f"{before.typed} {word.typed}", tables.ASKED[before.stem, word.stem])
        else:
            result.append(word)
    return result


def telling(words: list[Word], language: str) -> list[Word]:
    """What carries a meaning of its own; all of it if nothing does."""
    small = tables.small_words(language)
    return [word for word in words if word.stem not in small] or words


def without_loose(text: str, language: str = SOURCE) -> str:
    """For those who look for every word: "a very good hospital in Ulm" asks for "hospital Ulm"."""
    words = text[:MOST_LETTERS].split()
    telling_nothing = tables.small_words(language) | tables.loose_words(language)
    kept = [word for word in words if not {*stems(word, language)} <= telling_nothing]
    return " ".join(kept or words)


class Meanings:
    """Groups of phrases that say the same, found by the first word of any of them."""

    def __init__(self, groups: Iterable[frozenset[Phrase]]) -> None:
        self.by_first: dict[str, list[tuple[Phrase, frozenset[Phrase]]]] = {}
        for group in groups:
            for phrase in group:
                self.by_first.setdefault(phrase[0], []).append((phrase, group))

    def words(self) -> list[str]:
        """Each once, in the same order each time: where two are as near to a slip, the first is taken."""
        words = {word for known in self.by_first.values() for phrase, _group in known for word in phrase}
        return sorted(words)

    def longest(self, words: list[str]) -> tuple[int, frozenset[Phrase]]:
        """How many of the words say something known, and all phrases that say it."""
        first = words[0]
        known = [
            one for end in {*range(6, len(first)), len(first)} for one in self.by_first.get(first[:end], ())
        ]
        for length in range(min(len(words), 6), 0, -1):
            phrase = tuple(words[:length])
            if found := [group for name, group in known if says(phrase, name)]:
                return length, frozenset().union(*found)
        return 1, frozenset()


def units_of(words: list[Word], meanings: Meanings, language: str = SOURCE) -> list[Unit]:
    """Empty for what holds no word. "High" and "sudden" ask for nothing where something else does."""
    wanted = telling(words, language)
    units: list[Unit] = []
    position = 0
    while position < len(wanted):
        length, phrases = meanings.longest([word.stem for word in wanted[position:]])
        taken = wanted[position : position + length]
        own = tuple(word.stem for word in taken)
        units.append(Unit(phrases | {own}, " ".join(word.typed for word in taken)))
        position += length
    firm = [unit for unit in units if not is_loose(unit, language)] or units
    return list(dict.fromkeys(firm))[:MOST_WORDS]


def is_loose(unit: Unit, language: str) -> bool:
    """A number too: "temperature 39" is not about the people aged 21 to 39."""
    words, loose = min(unit.phrases), tables.loose_words(language)
    return len(unit.phrases) == 1 and all(word in loose or word.isdecimal() for word in words)


def says(phrase: Phrase, name: Phrase) -> bool:
    """Three words of a long name are enough: "graft versus host" for "graft-versus-host disease". A long word may go
    on, as it does in Russian or Turkish."""
    if phrase == name or (len(phrase) >= 3 and name[: len(phrase)] == phrase):
        return True
    return len(phrase) == len(name) == 1 and len(name[0]) >= 6 and phrase[0].startswith(name[0])


@lru_cache(maxsize=16)
def own_meanings(language: str) -> list[frozenset[Phrase]]:
    return [meaning_of(group, language) for group in tables.meanings()]


def known_meanings(names: Iterable[Iterable[str]], language: str = SOURCE) -> Meanings:
    """Our own table, and each term of the glossary with its other names."""
    return Meanings([*own_meanings(language), *(meaning_of(group, language) for group in names)])


def meaning_of(names: Iterable[str], language: str) -> frozenset[Phrase]:
    return frozenset(phrase for name in names if (phrase := phrase_of(name, language)))


@lru_cache(maxsize=1024)
def phrase_of(name: str, language: str) -> Phrase:
    small = tables.small_words(language)
    return tuple(word for word in stems(name, language) if word not in small)


@lru_cache(maxsize=2048)
def as_line(text: str, language: str = SOURCE) -> str:
    """The text's words, each with a space before and behind it, so that finding a phrase is finding a string."""
    return f" {' '.join(stems(text, language))} "


ENDINGS = r"(?:s|d|ed|er|ers|r|rs|ing|ful|ment|ments)?"
GOES_ON = re.compile(ENDINGS)


def times_in(line: str, phrase: Phrase) -> int:
    """The last word may go on: "transplant" finds "transplantation". A short one only by an ending: "test" finds
    "tested", not "testicles"."""
    if not phrase:
        return 0
    begun = f" {' '.join(phrase)}"
    if len(phrase[-1]) >= 5:
        return line.count(begun)
    if len(phrase[-1]) < 3 or begun not in line:
        return line.count(f"{begun} ")
    return len(re.findall(rf"{re.escape(begun)}{ENDINGS}(?= )", line))


def goes_on(word: str, begun: str) -> bool:
    if not word.startswith(begun):
        return False
    if len(begun) >= 5 or word == begun:
        return True
    return len(begun) >= 3 and GOES_ON.fullmatch(word, len(begun)) is not None


def holds(line: str, unit: Unit) -> bool:
    return any(times_in(line, phrase) for phrase in unit.phrases)
