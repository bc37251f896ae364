"""Check 17: working days and hours in Europe/Berlin, over weekends, public holidays, summer time and year's end."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from enquiries.rules import clocks
from hospitals.models import Hospital

BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23 10:00", "2026-11-24 10:00"),  # Monday to Tuesday
        ("2026-11-27 16:30", "2026-11-30 16:30"),  # Friday to Monday
        ("2026-11-27 18:00", "2026-12-01 09:00"),  # Friday evening counts as Monday's opening
        ("2026-11-28 12:00", "2026-12-01 09:00"),  # Saturday too
        ("2026-12-23 11:00", "2026-12-24 11:00"),  # Christmas Eve is a working day
        ("2026-12-24 11:00", "2026-12-28 11:00"),  # over both holidays and the weekend
        ("2026-12-31 11:00", "2027-01-04 11:00"),  # over New Year
        ("2027-03-26 12:00", "2027-03-31 09:00"),  # Good Friday to the Wednesday after Easter
        ("2028-02-28 10:00", "2028-02-29 10:00"),  # leap day
    ],
)
def test_the_first_answer_is_due_after_one_working_day(received, due):
    assert clocks.first_answer_due(at(received), urgent=False) == at(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23 10:00", "2026-11-23 14:00"),
        ("2026-11-23 15:00", "2026-11-24 11:00"),
        ("2026-11-27 16:00", "2026-11-30 12:00"),
        ("2026-11-29 03:00", "2026-11-30 13:00"),
        ("2026-11-23 06:00", "2026-11-23 13:00"),
    ],
)
def test_an_urgent_enquiry_is_answered_within_four_office_hours(received, due):
    assert clocks.first_answer_due(at(received), urgent=True) == at(due)


def test_a_land_s_own_holiday_counts_for_its_hospitals_only():
    epiphany = date(2027, 1, 6)
    assert clocks.is_working_day(epiphany)
    assert clocks.is_working_day(epiphany, land_code="HE")
    assert not clocks.is_working_day(epiphany, land_code="BW")


def test_a_hospital_s_answer_due_on_a_free_day_moves_to_the_next_working_day():
    ulm = Hospital(land_code="BW", answer_days=7)
    assert clocks.hospital_answer_due(at("2026-12-30 10:00"), ulm) == at("2027-01-07 10:00")
    frankfurt = Hospital(land_code="HE", answer_days=None)
    assert clocks.hospital_answer_due(at("2026-12-30 10:00"), frankfurt) == at("2027-01-06 10:00")


def test_the_change_of_summer_time_moves_no_due_time():
    assert clocks.add_working_days(at("2026-10-23 10:00"), 1) == at("2026-10-26 10:00")
    assert (
        clocks.add_working_days(at("2027-03-25 10:00"), 1).utcoffset() == at("2027-03-30 10:00").utcoffset()
    )


def test_a_time_given_in_utc_is_read_in_berlin():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))  # already Tuesday in Berlin
    assert clocks.add_working_days(late, 1) == at("2026-11-25 09:00")
