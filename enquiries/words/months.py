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
