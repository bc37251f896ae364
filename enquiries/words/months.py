"""Months as families give them: `2019-04` or only `2019`."""

import re
from datetime import date

from languages.dates import when

MONTH = re.compile(r"(\d{4})-(\d{2})")


def month_words(stored: str) -> str:
    """`2019-04` as "April 2019" in the language in use; anything else as it stands."""
    match = MONTH.fullmatch(stored or "")
    if not match or not 1 <= int(match[2]) <= 12:
        return stored or ""
    return when(date(int(match[1]), int(match[2]), 1), "month")


def is_before(one: str, other: str) -> bool:
    """Whether the month `one` lies before `other` for certain; a year alone may be any of its months."""
    if one[:4] != other[:4]:
        return one[:4] < other[:4]
    return "-" in one and "-" in other and one < other


def years_since(month: str, *, today: date) -> tuple[int, int]:
    """The fewest and the most whole years that someone born in this month may be old."""
    year, _dash, number = month.partition("-")
    first, last = (int(number), int(number)) if number else (1, 12)
    fewest = today.year - int(year) - (1 if today.month <= last else 0)
    most = today.year - int(year) - (1 if today.month < first else 0)
    return max(fewest, 0), most
