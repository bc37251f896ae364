"""A line of the text around the first match, and matched phrases marked in safe HTML."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from content.search.matching import Phrase, Unit, goes_on
from content.words.folding import folded, stem
from ground.translated import SOURCE

BEFORE, AFTER = 90, 190
TOKEN = re.compile(r"[^\W_]+(?:['\u2019+][^\W_]*)?")

Span = tuple[int, int]


def snippet(text: str, units: list[Unit], language: str = SOURCE) -> str:
    """About 280 letters around the first match, cut between words; the beginning if nothing matches."""
    text = in_one_line(text)
    spans = matches(text, units, language)
    first = spans[0][0] if spans else 0
    start = text.rfind(" ", 0, max(0, first - BEFORE)) + 1 if first > BEFORE else 0
    end = len(text) if len(text) <= first + AFTER else text.rfind(" ", 0, first + AFTER)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def in_one_line(text: str) -> str:
    """A dot between what were lines of a list or a heading, unless a sentence ends there."""
    blocks = [" ".join(block.split()) for block in text.split("\n") if block.strip()]
    return (
        "".join(block + (" " if block[-1] in ".?!:" else " · ") for block in blocks)
        .removesuffix(" · ")
        .strip()
    )


def marked(text: str, units: list[Unit], language: str = SOURCE) -> SafeString:
    parts, done = [], 0
    for start, end in matches(text, units, language):
        if start >= done:
            parts += [escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"]
            done = end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308


def matches(text: str, units: list[Unit], language: str = SOURCE) -> list[Span]:
    """Where a whole phrase stands, longer ones first where two begin alike."""
    words = [(match.start(), match.end(), stem(folded(match[0]), language)) for match in TOKEN.finditer(text)]
    phrases = sorted({phrase for unit in units for phrase in unit.phrases if phrase}, key=len, reverse=True)
    begun: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        begun.setdefault(phrase[0][:1], []).append(phrase)
    spans = []
    for place, (start, _end, word) in enumerate(words):
        fitting = [phrase for phrase in begun.get(word[:1], []) if stands_at(words, place, phrase)]
        for phrase in fitting[:1]:
            spans.append((start, words[place + len(phrase) - 1][1]))
    return spans


def stands_at(words: list[tuple[int, int, str]], place: int, phrase: Phrase) -> bool:
    if place + len(phrase) > len(words):
        return False
    found = [word for _start, _end, word in words[place : place + len(phrase)]]
    return found[:-1] == list(phrase[:-1]) and goes_on(found[-1], phrase[-1])
