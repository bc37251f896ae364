"""Berlin's day, whatever the reader's or the machine's zone is; and that no one counts it in another way."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from ground.berlin import BERLIN, day_in_berlin, in_berlin, latest_today, today_in_berlin


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_turns_at_midnight_in_berlin_in_winter_and_in_summer(moment, day):
    assert day_in_berlin(moment) == day
    with time_machine.travel(moment, tick=False), timezone.override("America/Los_Angeles"):
        assert today_in_berlin() == day


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset():
    first, second = (in_berlin(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1))
    assert (first.hour, first.utcoffset().seconds) == (2, 7200)
    assert (second.hour, second.utcoffset().seconds) == (2, 3600)


def test_the_portal_shows_times_in_the_same_zone():
    assert BERLIN.key == settings.TIME_ZONE


def test_no_app_works_out_today_or_the_zone_by_itself():
    root = Path(__file__).resolve().parent.parent.parent
    apps = {"all_portal", "content", "enquiries", "hospitals", "programs"}
    own = re.compile(r"\blocaldate\(|\blocaltime\(|ZoneInfo\(|\bdate\.today\(|datetime\.now\(\)")
    found = [
        f"{path.relative_to(root)}: {match.group(0)}"
        for app in sorted(apps)
        for path in sorted((root / app).rglob("*.py"))
        for match in own.finditer(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-07-01T09:59:00Z", date(2026, 7, 1)),
        ("2026-07-01T10:00:00Z", date(2026, 7, 2)),
        ("2026-12-31T12:30:00Z", date(2027, 1, 1)),
    ],
)
def test_the_latest_day_is_the_one_at_the_line_where_days_begin(moment, day):
    with time_machine.travel(moment, tick=False):
        assert latest_today() == day
