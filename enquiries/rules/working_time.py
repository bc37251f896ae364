"""Counting time as an office does: in Europe/Berlin, by working days and office hours, with German public holidays.

Every sum is made on Berlin's wall clock, so that the change of summer time moves no due time by an hour.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

import holidays
from django.conf import settings

from ground.berlin import BERLIN, in_berlin

SATURDAY = 5


@lru_cache(maxsize=128)
def _public_holidays(year: int, land_code: str) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv=land_code or None, years=year))


def is_working_day(day: date, *, land_code: str = "") -> bool:
    """Monday to Friday, no public holiday: the nationwide ones, and with `land_code` ("BW") that Land's too."""
    return day.weekday() < SATURDAY and day not in _public_holidays(day.year, land_code)


def add_calendar_days(start: datetime, days: int) -> datetime:
    """The same time of day in Berlin, that many days later."""
    local = in_berlin(start)
    return datetime.combine(local.date() + timedelta(days=days), local.time(), BERLIN)


def next_working_day(moment: datetime, *, land_code: str = "") -> datetime:
    """`moment` itself on a working day; else the same time of day on the next one."""
    while not is_working_day(in_berlin(moment).date(), land_code=land_code):
        moment = add_calendar_days(moment, 1)
    return moment


def add_working_days(start: datetime, days: int, *, land_code: str = "") -> datetime:
    """The same time of day, that many working days later. Arriving on a free day counts as arriving before the
    next working day's opening."""
    local = _into_office_hours(in_berlin(start), land_code)
    day = local.date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day, land_code=land_code)
    return datetime.combine(day, local.time(), BERLIN)


def add_office_hours(start: datetime, hours: int, *, land_code: str = "") -> datetime:
    """That many office hours later (settings.OFFICE_HOURS)."""
    local = _into_office_hours(in_berlin(start), land_code)
    left = timedelta(hours=hours)
    closes = _at(local.date(), settings.OFFICE_HOURS[1])
    while local + left > closes:
        left -= closes - local
        local = _into_office_hours(_at(local.date() + timedelta(days=1), settings.OFFICE_HOURS[0]), land_code)
        closes = _at(local.date(), settings.OFFICE_HOURS[1])
    return local + left


def _into_office_hours(local: datetime, land_code: str) -> datetime:
    opens, closes = settings.OFFICE_HOURS
    if is_working_day(local.date(), land_code=land_code):
        if local < _at(local.date(), opens):
            return _at(local.date(), opens)
        if local < _at(local.date(), closes):
            return local
    day = local.date() + timedelta(days=1)
    while not is_working_day(day, land_code=land_code):
        day += timedelta(days=1)
    return _at(day, opens)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), BERLIN)
