"""Sums as an office types them: `48000`, `48.000`, `48,000.00`, `48 000,00 EUR`, `48.000,- €`, `48 TEUR`.

Django reads "48.000" as forty-eight. A German office means forty-eight thousand, so a single separator followed by
exactly three digits groups thousands here; the check page then shows the sum once more in words nobody misreads. What
can be read in two ways, or is grouped as nobody groups, is refused in words and never guessed.

Held by tests/enquiries/forms/test_sums.py.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.words.money import currency_meant
from enquiries.words.quote_facts.kinds import Sum

SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
# Arabic marks for thousands and decimals; the Swiss apostrophe in its three shapes; every dash that is a minus.
MARKS = str.maketrans({"\u066c": "'", "\u066b": "\u2396", "\u2019": "'", "\u02bc": "'", "\u2212": "-", "\u2013": "-",
                       "\u2014": "-"})  # fmt: skip
DECIMAL = "\u2396"
TIMES = {"t": 1000, "k": 1000, "tsd": 1000, "tsd.": 1000, "tausend": 1000, "thousand": 1000, "mio": 10**6,
         "mio.": 10**6, "million": 10**6}  # fmt: skip
FIGURES = re.compile(rf"(?P<before>[^\d\-+]*)(?P<sum>-?\d(?:[\d.,' {DECIMAL}]*\d)?)(?P<after>.*)", re.DOTALL)
EVEN = re.compile(r"[.,]\s*-{1,2}")
IN_THREES = r"[1-9]\d{0,2}(?:%(mark)s\d{3})+"
IN_INDIA = r"[1-9]\d{0,1}(?:,\d{2})+,\d{3}"
WHOLE = re.compile(
    "|".join([r"\d+", *(IN_THREES % {"mark": mark} for mark in (r"\.", ",", "'", " ")), IN_INDIA])
)
RANGE = re.compile(r"\d\s*(?:-|bis|to|\u2013)\s*\d", re.IGNORECASE)


@dataclass(frozen=True)
class ReadSum:
    number: str
    """With "." for decimals and nothing between thousands; empty for what can't be read."""
    currency: str = ""
    """What stood beside it, as a code or a sign; empty where none did."""
    in_thousands: bool = False
    """Read so because of one mark before three digits; a currency with three decimals may mean another sum."""


def read_sum(typed: str) -> ReadSum:
    text = EVEN.sub("", _plain(typed))
    if RANGE.search(text) or not (found := FIGURES.fullmatch(text)):
        return ReadSum("")
    times, currency = _words(f"{found['before']} {found['after']}")
    number, in_thousands = _number(found["sum"].removeprefix("-"))
    if not number or times is None:
        return ReadSum("")
    if times != 1:
        number = f"{(Decimal(number) * times).normalize():f}"
    sign = "-" if found["sum"].startswith("-") else ""
    return ReadSum(sign + number, currency, in_thousands)


def _plain(typed: str) -> str:
    text = unicodedata.normalize("NFKC", typed.translate(MARKS))
    seen = (char for char in text if unicodedata.category(char) != "Cf")
    return SPACES.sub(" ", "".join(_digit(char) for char in seen)).strip()


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _words(beside: str) -> tuple[int | None, str]:
    """How often the figures count, and the currency; None for words that are neither."""
    times, currency = 1, ""
    for word in beside.casefold().split():
        if word in {"teur", "t\u20ac", "k\u20ac"}:
            times, currency = times * 1000, "EUR"
        elif word in TIMES:
            times *= TIMES[word]
        elif currency_meant(word) and not currency:
            currency = word.upper()
        else:
            return None, ""
    return times, currency


def _number(figures: str) -> tuple[str, bool]:
    """The number, and whether a single mark before three digits was taken for one of thousands."""
    whole, mark, decimals = _parted(figures)
    if not WHOLE.fullmatch(whole) or (mark and mark in whole and mark != DECIMAL):
        return "", False
    plain = re.sub(r"\D", "", whole)
    in_thousands = sum(whole.count(one) for one in ".,") == 1 and not mark
    return (f"{plain}.{decimals}" if decimals else plain), in_thousands


def _parted(figures: str) -> tuple[str, str, str]:
    """Whole, mark and decimals: of the marks "." and "," the last one parts them, unless it groups thousands."""
    if DECIMAL in figures:
        return figures.partition(DECIMAL)
    at = max(figures.rfind("."), figures.rfind(","))
    if at < 0 or WHOLE.fullmatch(figures):
        return figures, "", ""
    return figures[:at], figures[at], figures[at + 1 :]


class SumField(forms.DecimalField):
    default_error_messages = {
        "invalid": _("Please write a sum in figures, such as 48000 or 48.000,00."),
        "range": _("Please write one sum here; a range has two fields."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "dir": "ltr", "class": "short"}
        super().__init__(
            max_digits=Sum.digits, decimal_places=Sum.decimals, widget=forms.TextInput(attrs=attrs), **kwargs
        )

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return super().to_python(value)
        number = read_sum(str(value)).number
        if not number:
            kind = "range" if RANGE.search(str(value)) else "invalid"
            raise forms.ValidationError(self.error_messages[kind], code=kind)
        return super().to_python(number)


def contradiction(typed: str, currency: str) -> str:
    """What the sum as typed says against the currency chosen, in words; empty where they agree."""
    read = read_sum(typed)
    if read.currency and currency not in (meant := currency_meant(read.currency)):
        named = sorted(meant)[0] if len(meant) == 1 else read.currency
        return _(
            "The sum is written in %(typed)s, but the currency chosen is %(chosen)s. Please correct one."
        ) % {
            "typed": named,
            "chosen": currency,
        }
    return _against_its_digits(read, currency)


def _against_its_digits(read: ReadSum, currency: str) -> str:
    if currency in THREE_DECIMALS and read.in_thousands:
        return _(
            "In %(currency)s this can be read in two ways. Please write it without a mark, such as 48000."
        ) % {"currency": currency}
    decimals = read.number.partition(".")[2]
    if currency in NO_DECIMALS and decimals.strip("0"):
        return _("%(currency)s has no smaller coins. Please write a whole sum.") % {"currency": currency}
    return ""


# ISO 4217: the currencies with another number of decimals than two.
THREE_DECIMALS = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}
NO_DECIMALS = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF",
               "XOF", "XPF"}  # fmt: skip
