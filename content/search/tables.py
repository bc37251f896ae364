"""The words a search knows of each language, from content/data/search: a file is a language, named by its code.

All of them are known whatever the language of the page: people type their own words on English pages too, and urgent
words must be understood anywhere. The language of the page decides only how words are made comparable.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from content.words.folding import stems
from ground.translated import SOURCE

FOLDER = Path(__file__).resolve().parent.parent / "data" / "search"
PARTS = {"small", "loose", "everyday", "asked", "meanings", "urgent"}


@dataclass(frozen=True)
class Table:
    """`meanings`: what the guide says in English, with all that says the same in this language. Brand names of drugs
    that have a place in the glossary come from its "also"; here stand only those that the articles name in passing.
    """

    meanings: dict[str, tuple[str, ...]]
    asked: dict[tuple[str, str], str]
    """Two words that ask for something else than each of them."""

    small: str
    """Carry no meaning in a search; a query of nothing else is searched as it stands."""

    loose: str
    """Say how or how much, not what: never the reason why a page is left out."""

    everyday: str
    """Spelled as meant, though the guide may not hold them: never a slip of another word ("flight" is not "fight")."""

    alone: tuple[str, ...]
    """Urgent words as they begin, folded; each is enough. A star at the end: any ending."""

    together: tuple[tuple[str, ...], ...]
    """Urgent if all of one line stand anywhere in what was typed."""

    slips: tuple[str, ...]
    """Urgent words that are typed wrongly in a hurry, whole; the longer ones of `alone` count by themselves."""


def read_tables(folder: Path = FOLDER) -> dict[str, Table]:
    return {
        path.stem: table_of(tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml"))
    }


def table_of(parts: dict[str, Any]) -> Table:
    """Raises ValueError for a part that nobody would read."""
    urgent = parts.get("urgent", {})
    if stray := (parts.keys() - PARTS) | (urgent.keys() - {"alone", "together", "slips"}):
        raise ValueError(f"unknown here: {', '.join(sorted(stray))}")
    return Table(
        meanings={said: tuple(names) for said, names in parts.get("meanings", {}).items()},
        asked={(first, second): meant for first, second, meant in parts.get("asked", ())},
        small=parts.get("small", ""),
        loose=parts.get("loose", ""),
        everyday=parts.get("everyday", ""),
        alone=tuple(urgent.get("alone", ())),
        together=tuple(map(tuple, urgent.get("together", ()))),
        slips=tuple(urgent.get("slips", ())),
    )


TABLES = read_tables()
ASKED = {pair: meant for table in TABLES.values() for pair, meant in table.asked.items()}
ALONE = tuple(word for table in TABLES.values() for word in table.alone)
TOGETHER = tuple(line for table in TABLES.values() for line in table.together)
SLIPS = {word for table in TABLES.values() for word in table.slips}


def meanings(tables: Iterable[Table] = TABLES.values()) -> list[tuple[str, ...]]:
    """Each with all that says it in any language."""
    groups: dict[str, list[str]] = {}
    for table in tables:
        for said, names in table.meanings.items():
            groups.setdefault(said, [said]).extend(names)
    return [tuple(group) for group in groups.values()]


@lru_cache(maxsize=16)
def small_words(language: str = SOURCE) -> frozenset[str]:
    return frozenset(stems(" ".join(table.small for table in TABLES.values()), language))


@lru_cache(maxsize=16)
def loose_words(language: str = SOURCE) -> frozenset[str]:
    return frozenset(stems(" ".join(table.loose for table in TABLES.values()), language))


@lru_cache(maxsize=16)
def everyday_words(language: str = SOURCE) -> frozenset[str]:
    return frozenset(stems(" ".join(table.everyday for table in TABLES.values()), language))
