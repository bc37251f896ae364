"""Months as families give them: `2019-04` or only `2019`."""

import re
from datetime import date

from django.utils import formats

MONTH = re.compile(r"(\d{4})-(\d{2})")


def month_words(stored: str) -> str:
    """`2019-04` as "April 2019" in the language in use; anything else as it stands."""
    match = MONTH.fullmatch(stored or "")
    if not match or not 1 <= int(match[2]) <= 12:
        return stored or ""
    return formats.date_format(date(int(match[1]), int(match[2]), 1), "YEAR_MONTH_FORMAT")
