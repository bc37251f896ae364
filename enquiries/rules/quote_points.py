"""The points a good quote states, in the order in which a family asks for them.

Modelled on the US Good Faith Estimate: in writing, itemized, with its assumptions and its dates. One list for the
hospital's check before sending, the coordinator's check and the family's comparison, so that "9 of 12 points
stated" means the same to all three.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from enquiries.models.quote import Refundable, Room
from enquiries.words.money import money, money_range
from enquiries.words.own_words import OwnWords
from languages.dates import when


@dataclass(frozen=True)
class Point:
    """`key` is the Quote field a hospital would fill in to state it; `value` is "not stated" where it is not."""

    key: str
    label: str | Promise
    value: str
    stated: bool


def not_stated() -> str:
    return _("not stated")


def quote_points(quote: Any) -> list[Point]:
    """All points of a Quote (or of anything with its field names), values in the language in use."""
    return [_point(key, label, read(quote)) for key, label, read in POINTS]


def quote_points_missing(facts: Mapping[str, Any]) -> list[Point]:
    """The points that these Quote field values leave unstated; a missing key counts as unstated."""
    empty = dict.fromkeys(FIELDS)
    return [point for point in quote_points(SimpleNamespace(**(empty | dict(facts)))) if not point.stated]


def stated_count(points: list[Point]) -> int:
    return sum(point.stated for point in points)


def stated_words(points: list[Point]) -> str:
    return _("%(stated)d of %(total)d points stated") % {"stated": stated_count(points), "total": len(points)}


def _point(key: str, label: str | Promise, value: str) -> Point:
    return Point(key=key, label=label, value=value or not_stated(), stated=bool(value))


def _amount(quote: Any) -> str:
    if quote.amount_low is None or not quote.currency:
        return ""
    high = quote.amount_low if quote.amount_high is None else quote.amount_high
    return money_range(quote.amount_low, high, quote.currency)


def _deposit(quote: Any) -> str:
    if quote.deposit is None:
        return ""
    if quote.deposit == 0:
        return _("Nothing")
    if quote.deposit == quote.amount_high:
        return _("%(sum)s, the whole estimate") % {"sum": money(quote.deposit, quote.currency)}
    return money(quote.deposit, quote.currency)


def _comes_back(quote: Any) -> str:
    """Where nothing is paid in advance the question has its answer."""
    if quote.deposit == 0:
        return _("Nothing is paid in advance")
    return str(Refundable(quote.deposit_refundable).label) if quote.deposit_refundable else ""


def nights_words(nights: int | None) -> str:
    return (
        ngettext("%(count)d night", "%(count)d nights", nights) % {"count": nights}
        if nights is not None
        else ""
    )


def _weeks(quote: Any) -> str:
    low, high = quote.final_invoice_weeks_low, quote.final_invoice_weeks_high
    if high is None:
        return ""
    if low is None or low == high:
        return ngettext("%(weeks)d week", "%(weeks)d weeks", high) % {"weeks": high}
    return _("%(low)d to %(high)d weeks") % {"low": low, "high": high}


def _date(field: str) -> Callable[[Any], str]:
    return lambda quote: when(getattr(quote, field), "day_year")


def _text(field: str) -> Callable[[Any], str]:
    return lambda quote: OwnWords((getattr(quote, field) or "").strip())


POINTS: tuple[tuple[str, str | Promise, Callable[[Any], str]], ...] = (
    ("amount_low", gettext_lazy("Estimated cost"), _amount),
    ("assumptions", gettext_lazy("What it assumes"), _text("assumptions")),
    ("deposit", gettext_lazy("Paid in advance"), _deposit),
    ("deposit_refundable", gettext_lazy("Does it come back?"), _comes_back),
    ("included", gettext_lazy("Included"), _text("included")),
    ("not_included", gettext_lazy("Not included"), _text("not_included")),
    ("nights", gettext_lazy("Nights assumed"), lambda quote: nights_words(quote.nights)),
    ("room", gettext_lazy("Room"), lambda quote: str(Room(quote.room).label) if quote.room else ""),
    ("companion", gettext_lazy("A person staying with the patient"), _text("companion")),
    ("earliest_admission_on", gettext_lazy("Earliest admission"), _date("earliest_admission_on")),
    ("valid_until_on", gettext_lazy("Valid until"), _date("valid_until_on")),
    ("final_invoice_weeks_high", gettext_lazy("Final invoice after"), _weeks),
)
FIELDS = (
    *(key for key, _label, _read in POINTS),
    "amount_high",
    "currency",
    "final_invoice_weeks_low",
)
