"""The named clocks: how long whom we wait for has, and how long we have ourselves.

One row, one rule: no clock serves two, so that each can be changed alone. A row names the setting that holds its value,
the hospital's column that overrides it (hospitals.own_clocks) and, where an urgent case has less time, that value too.
Units and summer time are enquiries.rules.working_time's; tests/enquiries/rules/test_clocks.py holds values and edges.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.conf import settings

from enquiries.rules.working_time import (
    add_calendar_days,
    add_office_hours,
    add_working_days,
    next_working_day,
)
from hospitals.models import Hospital


class Unit(Enum):
    CALENDAR_DAYS = "calendar days"
    WORKING_DAYS = "working days"
    OFFICE_HOURS = "office hours"


@dataclass(frozen=True)
class Length:
    """`setting` holds the number; `own` is the hospital's column for it, in the same unit."""

    setting: str
    unit: Unit
    own: str = ""

    def amount(self, hospital: Hospital | None = None) -> int:
        kept: int | None = getattr(hospital, self.own) if self.own and hospital is not None else None
        usual: int = getattr(settings, self.setting)
        return kept or usual

    def after(self, since: datetime, hospital: Hospital | None) -> datetime:
        land_code = hospital.land_code if hospital is not None else ""
        if self.unit is Unit.CALENDAR_DAYS:
            due = add_calendar_days(since, self.amount(hospital))
            return next_working_day(due, land_code=land_code) if hospital is not None else due
        count: Callable[..., datetime] = {
            Unit.WORKING_DAYS: add_working_days,
            Unit.OFFICE_HOURS: add_office_hours,
        }[self.unit]
        return count(since, self.amount(hospital), land_code=land_code)


@dataclass(frozen=True)
class Clock:
    """What `normal` and `urgent` say runs from `since`. With a hospital, its Land's holidays count, and a day count
    that ends on a free day there goes on to its next working day."""

    name: str
    normal: Length
    urgent: Length | None = None

    def due(self, since: datetime, *, urgent: bool = False, hospital: Hospital | None = None) -> datetime:
        """In Europe/Berlin. An urgent case never waits longer than another."""
        usual = self.normal.after(since, hospital)
        if not urgent or self.urgent is None:
            return usual
        return min(usual, self.urgent.after(since, hospital))

    def amount(self, *, urgent: bool = False) -> int:
        """The portal's own value, for a promise in words."""
        return (self.urgent if urgent and self.urgent else self.normal).amount()


def _days(setting: str, own: str = "") -> Length:
    return Length(setting, Unit.CALENDAR_DAYS, own)


def _working(setting: str, own: str = "") -> Length:
    return Length(setting, Unit.WORKING_DAYS, own)


def _hours(setting: str) -> Length:
    return Length(setting, Unit.OFFICE_HOURS)


# Ours: the first human answer to an enquiry, and whatever else comes in and waits for one of us.
FIRST_ANSWER = Clock(
    "first_answer", _working("FIRST_ANSWER_WORKING_DAYS"), _hours("URGENT_FIRST_ANSWER_OFFICE_HOURS")
)
OUR_TURN = Clock("our_turn", _working("OUR_TURN_WORKING_DAYS"), _hours("URGENT_OUR_TURN_OFFICE_HOURS"))
ADDRESS_CHECK = Clock("address_check", _working("ADDRESS_CHECK_WORKING_DAYS"))
COORDINATOR_TASK = Clock(
    "coordinator_task", _working("COORDINATOR_TASK_WORKING_DAYS", "coordinator_task_days")
)
CLOSING_LETTER = Clock("closing_letter", _working("CLOSING_LETTER_WORKING_DAYS"))
FOLLOW_UP = Clock("follow_up", _working("FOLLOW_UP_WORKING_DAYS"))

# The hospital's.
ANSWER_DUE = Clock(
    "answer_due",
    _days("ANSWER_DUE_DAYS", "answer_due_days"),
    _days("URGENT_ANSWER_DUE_DAYS", "urgent_answer_due_days"),
)
FIRST_REMINDER = Clock("first_reminder", _working("FIRST_REMINDER_WORKING_DAYS", "first_reminder_days"))
SECOND_REMINDER = Clock("second_reminder", _working("SECOND_REMINDER_WORKING_DAYS", "second_reminder_days"))
EXPIRY = Clock("expiry", _working("EXPIRY_WORKING_DAYS", "expiry_days"))
LATE_ANSWER = Clock("late_answer", _working("LATE_ANSWER_WORKING_DAYS", "late_answer_days"))

# The family's, from our question on.
FAMILY_REMINDERS = (
    Clock("family_reminder", _days("FAMILY_REMINDER_DAYS")),
    Clock("family_second_reminder", _days("FAMILY_SECOND_REMINDER_DAYS")),
)
NO_REPLY = Clock("no_reply", _days("FAMILY_NO_REPLY_DAYS"))

CLOCKS: tuple[Clock, ...] = (
    FIRST_ANSWER,
    OUR_TURN,
    ADDRESS_CHECK,
    COORDINATOR_TASK,
    CLOSING_LETTER,
    FOLLOW_UP,
    ANSWER_DUE,
    FIRST_REMINDER,
    SECOND_REMINDER,
    EXPIRY,
    LATE_ANSWER,
    *FAMILY_REMINDERS,
    NO_REPLY,
)
