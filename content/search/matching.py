"""From what somebody typed to a question a text can be held against."""

from dataclasses import dataclass

from content.folding import stems
from content.search.synonyms import MEANINGS, SMALL_WORDS

MOST_LETTERS, MOST_WORDS = 200, 8

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """One thing asked for, and the phrases that all say it."""

    phrases: frozenset[Phrase]


def units_of(words: str, meanings: list[frozenset[Phrase]]) -> list[Unit]:
    """Any input gives an answer: cut to what a person may type, and empty for what holds no word."""
    typed = stems(words[:MOST_LETTERS])[:MOST_WORDS]
    wanted = [word for word in typed if word not in SMALL_WORDS] or typed
    units: list[Unit] = []
    position = 0
    while position < len(wanted):
        length, phrases = longest_meaning(wanted[position:], meanings)
        units.append(Unit(phrases | {tuple(wanted[position : position + length])}))
        position += length
    return units


def longest_meaning(words: list[str], meanings: list[frozenset[Phrase]]) -> tuple[int, frozenset[Phrase]]:
    for length in range(min(len(words), 6), 0, -1):
        phrase = tuple(words[:length])
        found = [meaning for meaning in meanings if any(says(phrase, name) for name in meaning)]
        if found:
            return length, frozenset().union(*found)
    return 1, frozenset()


def says(phrase: Phrase, name: Phrase) -> bool:
    """Three words of a long name are enough: "graft versus host" for "graft-versus-host disease"."""
    return phrase == name or (len(phrase) >= 3 and name[: len(phrase)] == phrase)


def known_meanings(names: list[list[str]]) -> list[frozenset[Phrase]]:
    """Our own table, and each term of the glossary with its other names."""
    groups = [*map(list, MEANINGS), *names]
    return [frozenset(phrase for name in group if (phrase := phrase_of(name))) for group in groups]


def phrase_of(name: str) -> Phrase:
    return tuple(word for word in stems(name) if word not in SMALL_WORDS)


def as_line(text: str) -> str:
    """The text's words, each with a space before and behind it, so that finding a phrase is finding a string."""
    return f" {' '.join(stems(text))} "


def times_in(line: str, phrase: Phrase) -> int:
    """The last word may go on: "transplant" finds "transplantation". Short ones may not: "sign" is not "s"."""
    return line.count(f" {' '.join(phrase)}" + ("" if len(phrase[-1]) >= 3 else " ")) if phrase else 0


def goes_on(word: str, begun: str) -> bool:
    return word == begun or (len(begun) >= 3 and word.startswith(begun))


def holds(line: str, unit: Unit) -> bool:
    return any(times_in(line, phrase) for phrase in unit.phrases)
