"""Working days and hours, in Europe/Berlin with German public holidays, and the due times built on them."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from django.conf import settings

from hospitals.models import Hospital

BERLIN = ZoneInfo("Europe/Berlin")
SATURDAY = 5


@lru_cache(maxsize=128)
def _public_holidays(year: int, land_code: str) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv=land_code or None, years=year))


def is_working_day(day: date, *, land_code: str = "") -> bool:
    """Monday to Friday, no public holiday: the nationwide ones, and with `land_code` ("BW") that Land's too."""
    return day.weekday() < SATURDAY and day not in _public_holidays(day.year, land_code)


def add_working_days(start: datetime, days: int, *, land_code: str = "") -> datetime:
    """The same time of day, that many working days later. Arriving on a free day counts as arriving before the
    next working day's opening."""
    local = _into_office_hours(start.astimezone(BERLIN), land_code)
    day = local.date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day, land_code=land_code)
    return datetime.combine(day, local.time(), BERLIN)


def add_working_hours(start: datetime, hours: int, *, land_code: str = "") -> datetime:
    """That many office hours later (settings.OFFICE_HOURS)."""
    local = _into_office_hours(start.astimezone(BERLIN), land_code)
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


def first_answer_due(received_at: datetime, *, urgent: bool) -> datetime:
    if urgent:
        return add_working_hours(received_at, settings.URGENT_ANSWER_WORKING_HOURS)
    return add_working_days(received_at, settings.FIRST_ANSWER_WORKING_DAYS)


def hospital_answer_due(sent_at: datetime, hospital: Hospital) -> datetime:
    """Calendar days, as the hospital's profile says; moved to the next working day in its Land."""
    days = hospital.answer_days or settings.HOSPITAL_ANSWER_DAYS
    due = (sent_at + timedelta(days=days)).astimezone(BERLIN)
    while not is_working_day(due.date(), land_code=hospital.land_code):
        due += timedelta(days=1)
    return due


def reminder_due(since: datetime, hospital: Hospital) -> datetime:
    return add_working_days(since, settings.HOSPITAL_REMINDER_WORKING_DAYS, land_code=hospital.land_code)


def call_due(since: datetime, hospital: Hospital) -> datetime:
    return add_working_days(since, settings.HOSPITAL_CALL_WORKING_DAYS, land_code=hospital.land_code)
