"""The points a good quote states, in the order in which a family asks for them: one list for the check of the
hospital before it sends, for the coordinator's and for the family's comparison. What they are stands in
enquiries.words.quote_facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from enquiries.words.quote_facts import BY_FIELD, POINTS
from enquiries.words.quote_facts.fact import Note


@dataclass(frozen=True)
class Point:
    """`key` is the Quote field a hospital would fill in to state it; `value` is "not stated" where it is not."""

    key: str
    label: str | Promise
    value: str
    stated: bool
    note: Note | None = None


def not_stated() -> str:
    return _("not stated")


def quote_points(quote: Any) -> list[Point]:
    """All points of a Quote (or of anything with its field names), values in the language in use."""
    return [
        Point(fact.field, told.label, words or not_stated(), stated=bool(words), note=told.note)
        for fact, told in POINTS
        for words in [fact.words(quote)]
    ]


def quote_points_missing(facts: Mapping[str, Any]) -> list[Point]:
    """The points that these Quote field values leave unstated; a missing key counts as unstated."""
    empty = dict.fromkeys(BY_FIELD)
    return [point for point in quote_points(SimpleNamespace(**(empty | dict(facts)))) if not point.stated]


def stated_count(points: list[Point]) -> int:
    return sum(point.stated for point in points)


def stated_words(points: list[Point]) -> str:
    return _("%(stated)d of %(total)d points stated") % {"stated": stated_count(points), "total": len(points)}
