"""Clocks start from times as a database gives them, in UTC; their days are Berlin's all the same."""

from datetime import UTC, datetime

import pytest

from enquiries.rules import clocks
from enquiries.rules.working_time import add_calendar_days
from ground.berlin import in_berlin

# Ten in the morning in Berlin, in the week before each change of the year.
BEFORE_CHANGES = {
    "spring": datetime(2027, 3, 24, 9, tzinfo=UTC),
    "autumn": datetime(2026, 10, 21, 8, tzinfo=UTC),
}


def test_a_day_is_a_day_of_berlin_and_not_twenty_four_hours():
    due = {name: add_calendar_days(start, 7).astimezone(UTC) for name, start in BEFORE_CHANGES.items()}
    assert due == {
        "spring": datetime(2027, 3, 31, 8, tzinfo=UTC),
        "autumn": datetime(2026, 10, 28, 9, tzinfo=UTC),
    }


@pytest.mark.parametrize("clock", clocks.CLOCKS, ids=lambda clock: clock.name)
@pytest.mark.parametrize("start", BEFORE_CHANGES.values(), ids=BEFORE_CHANGES)
def test_a_clock_started_in_utc_ends_as_one_started_in_berlin(clock, start):
    assert clock.due(start) == clock.due(in_berlin(start))
    assert clock.due(start, urgent=True) == clock.due(in_berlin(start), urgent=True)
