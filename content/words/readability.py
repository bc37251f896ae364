"""How hard a text is to read: the Flesch-Kincaid grade, and the sentences that make it hard.

A grade is a year at an American school; who is in grade g is about g + 5 years old. Made for English; a language
without a row in MEASURES has no figure, since a wrong one is worse than none. Counted here and not by a library: those
that look words up in a dictionary take seconds and 80 MB in the web process, or fetch the dictionary from the network.
tests/content/words/test_readability.py holds the figure against textstat's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ground.translated import SOURCE

SCHOOL_STARTS_AT = 5
READABLE_FROM = 12
MOST_HARD = 5
FEWEST_WORDS = 4  # shorter ones say nothing about style

CITATION = re.compile(r"\[\^[^\]]*\]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
NOT_PROSE = re.compile(r"^\s*(#|\||:::|\{\{)")  # headings, tables, marks of blocks, pictures
LIST_MARK = re.compile(r"^\s*([-*]|\d+[.)])\s+")
SENTENCE_END = re.compile(r"(?<=[.!?])[*_\")\u201d]*\s+")
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
VOWELS = re.compile(r"[aeiouy]+")
# What counting groups of vowels gets wrong in English.
SILENT_END = re.compile(r"([^laeiouy]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouyscxzg]es$")
SPLIT_VOWELS = re.compile(
    r"i[ao](?!n\b|ns\b|nal|u|l\b|lly)|(?<![qg])u[ao]|eo(?!u)|iu|(?<!q)ui(?=t?[yn])|[aeiouy]ing\b|creat|ien[ct]|ism\b"
)


@dataclass(frozen=True)
class Readability:
    grade: float
    hardest: tuple[str, ...]

    @property
    def age(self) -> int:
        return round(self.grade) + SCHOOL_STARTS_AT

    @property
    def is_easy(self) -> bool:
        return self.age <= READABLE_FROM


def is_measured(language: str) -> bool:
    return language in MEASURES


@lru_cache(maxsize=64)
def readability(markdown: str, language: str = SOURCE) -> Readability | None:
    """None: no prose to measure, or no measure for this language."""
    if not is_measured(language):
        return None
    grade = MEASURES[language]
    counted = [(sentence, words_in(sentence)) for sentence in sentences(markdown)]
    counted = [(sentence, words) for sentence, words in counted if words]
    if not counted:
        return None
    ranked = sorted(counted, key=lambda pair: -grade([pair[1]]))
    hard = [sentence for sentence, words in ranked if len(words) >= FEWEST_WORDS]
    return Readability(round(grade([words for _sentence, words in counted]), 1), tuple(hard[:MOST_HARD]))


def grade(sentences: list[list[str]]) -> float:
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


# What gives the grade of some sentences, each as its words.
MEASURES: dict[str, Callable[[list[list[str]]], float]] = {"en": grade}


def sentences(markdown: str) -> list[str]:
    return [part for block in blocks(markdown) for part in SENTENCE_END.split(block) if part]


def blocks(markdown: str) -> list[str]:
    """Paragraphs and entries of lists, without their marks."""
    found: list[str] = []
    goes_on = False
    for line in markdown.splitlines():
        if not line.strip() or NOT_PROSE.match(line):
            goes_on = False
            continue
        begins = LIST_MARK.match(line) or not goes_on
        text = plain(LIST_MARK.sub("", line))
        found, goes_on = ([*found, text] if begins else [*found[:-1], f"{found[-1]} {text}"]), True
    return found


def plain(line: str) -> str:
    return LINK.sub(r"\1", CITATION.sub("", line)).replace("*", "").strip()


def words_in(sentence: str) -> list[str]:
    return WORD.findall(sentence)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    return sum(max(1, count(part)) for part in re.split(r"[-'\u2019]", word.casefold()) if len(part) > 1) or 1


def count(word: str) -> int:
    groups = len(VOWELS.findall(word)) + len(SPLIT_VOWELS.findall(word))
    return groups - bool(SILENT_END.search(word))
