"""Berlin's day and clock. What the portal promises is counted there, wherever the reader or the machine may be."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")
EASTERNMOST = timedelta(hours=14)  # Kiribati's Line Islands


def today_in_berlin() -> date:
    return day_in_berlin(timezone.now())


def latest_today() -> date:
    """The latest day that it is anywhere: a letter dated today in Auckland is not of the future."""
    return (timezone.now().astimezone(UTC) + EASTERNMOST).date()


def in_berlin(moment: datetime) -> datetime:
    """`moment` must know its zone."""
    return timezone.localtime(moment, BERLIN)


def day_in_berlin(moment: datetime) -> date:
    """The day it was in Berlin at `moment`: by night another one than in UTC."""
    return in_berlin(moment).date()
