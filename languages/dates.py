"""How a page or a mail writes a date or a time: by the name of its shape, never by a pattern of its own.

Each shape is written as the language's format module says (languages/formats/<language>/formats.py); where that has
no such line, in the order of the English one, with the language's own names of days and months.
"""

from datetime import date, datetime

from django.utils import formats

from languages.formats.en import formats as english

SHAPES = (
    "day",
    "day_short",
    "day_year",
    "day_year_short",
    "weekday_short",
    "weekday",
    "weekday_year",
    "month",
    "moment",
    "moment_short",
    "moment_year",
    "moment_year_short",
    "moment_weekday",
    "clock",
)
MACHINE = "machine"
"""What a `datetime` attribute holds: the same in every language."""


def format_name(shape: str) -> str:
    return f"PORTAL_{shape.upper()}_FORMAT"


def pattern_of(shape: str) -> str:
    """The pattern of the language in use. Raises KeyError for a shape that nobody has named."""
    if shape not in SHAPES:
        raise KeyError(shape)
    name = format_name(shape)
    pattern = formats.get_format(name)
    return str(getattr(english, name) if pattern == name else pattern)


def when(value: datetime | date | None, shape: str) -> str:
    """Nothing for nothing. A moment is written in the zone it comes in: in Python, bring it to Berlin first."""
    if not value:
        return ""
    if shape == MACHINE:
        return value.isoformat()
    return formats.date_format(value, pattern_of(shape))
