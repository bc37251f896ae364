"""Which pages answer best: those that hold the most of what was asked for, the rare words counting more; of these
the ones with it in the title come first, then in a heading, then those that use the words most."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from content.search.matching import Unit, holds, times_in
from content.search.pages import Page
from content.search.snippets import snippet
from ground.hits import Hit
from ground.translated import SOURCE

IN_TITLE, IN_HEADING, AS_TYPED, MOST_TIMES = 50, 12, 40, 9
NEARLY_AS_MUCH = 0.7


@dataclass(frozen=True)
class Question:
    units: list[Unit]
    weights: dict[Unit, float]
    typed: str = ""
    """The line as typed, small words too."""

    is_urgent: bool = False
    language: str = SOURCE

    @property
    def whole(self) -> float:
        return sum(self.weights.values()) - 0.001

    def value(self, page: Page) -> float:
        return sum(self.weights[unit] for unit in self.units if holds(page.line, unit))

    def is_name_of(self, page: Page) -> bool:
        return f"/{self.typed}/" in f"/{page.title_line}/"

    def is_first(self, page: Page) -> bool:
        return (self.is_urgent and page.is_urgent) or any(holds(page.first_for, unit) for unit in self.units)


def weights_of(units: list[Unit], pages: list[Page]) -> dict[Unit, float]:
    """A word that few pages hold tells more than one that stands everywhere. What no page holds weighs nothing."""
    weights = {}
    for unit in units:
        holders = sum(holds(page.line, unit) for page in pages)
        weights[unit] = math.log(1 + len(pages) / holders) if holders else 0.0
    return weights


def best(pages: Sequence[Page], question: Question, least: float = 0.0) -> list[Hit]:
    """If a page holds everything, only those that do; else those that hold about the most of it."""
    valued = [(precedence(page, question), question.value(page), page) for page in pages]
    most = max((value for _first, value, _page in valued), default=0.0)
    enough = max(question.whole if most >= question.whole else most * NEARLY_AS_MUCH, least)
    kept = [
        (first, round(value, 3), hit(page, question))
        for first, value, page in valued
        if first or (value and value >= enough)
    ]
    kept.sort(key=lambda one: (one[0], one[1], one[2].score), reverse=True)
    return [found for _first, _value, found in kept]


def precedence(page: Page, question: Question) -> int:
    return 2 if question.is_name_of(page) else 1 if question.is_first(page) else 0


def hit(page: Page, question: Question) -> Hit:
    units = [unit for unit in question.units if question.weights[unit]]
    is_whole = question.value(page) >= question.whole
    by_name = is_whole and any(holds(page.title_line, unit) for unit in units)
    score = score_of(page, units, question.typed)
    text = snippet(page.text, units, question.language)
    is_named = by_name or question.is_first(page)
    return Hit(page.title, page.url, text, is_whole, is_named, score, page.language)


def score_of(page: Page, units: list[Unit], typed: str) -> int:
    score = IN_TITLE * sum(holds(page.title_line, unit) for unit in units)
    score += IN_HEADING * sum(times_said(page.heading_line, unit, most=3) for unit in units)
    score += sum(times_said(page.text_line, unit, most=MOST_TIMES) for unit in units)
    return score + AS_TYPED * (typed in page.title_line) + IN_HEADING * (typed in page.heading_line)


def times_said(line: str, unit: Unit, most: int) -> int:
    return sum(min(times_in(line, phrase), most) for phrase in unit.phrases)
