"""Check 17: working days and hours in Europe/Berlin, over weekends, public holidays, summer time and year's end."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from enquiries.rules import clocks
from enquiries.rules.working_time import add_working_days, is_working_day
from hospitals import own_clocks
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
    assert clocks.FIRST_ANSWER.due(at(received)) == at(due)


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
    assert clocks.FIRST_ANSWER.due(at(received), urgent=True) == at(due)


def test_a_land_s_own_holiday_counts_for_its_hospitals_only():
    epiphany = date(2027, 1, 6)
    assert is_working_day(epiphany)
    assert is_working_day(epiphany, land_code="HE")
    assert not is_working_day(epiphany, land_code="BW")


def test_a_hospital_s_answer_due_on_a_free_day_moves_to_the_next_working_day():
    ulm = Hospital(land_code="BW", answer_due_days=7)
    assert clocks.ANSWER_DUE.due(at("2026-12-30 10:00"), hospital=ulm) == at("2027-01-07 10:00")
    frankfurt = Hospital(land_code="HE", answer_due_days=None)
    assert clocks.ANSWER_DUE.due(at("2026-12-30 10:00"), hospital=frankfurt) == at("2027-01-06 10:00")


def test_the_change_of_summer_time_moves_no_due_time():
    assert add_working_days(at("2026-10-23 10:00"), 1) == at("2026-10-26 10:00")
    assert add_working_days(at("2027-03-25 10:00"), 1).utcoffset() == at("2027-03-30 10:00").utcoffset()


def test_a_time_given_in_utc_is_read_in_berlin():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))  # already Tuesday in Berlin
    assert add_working_days(late, 1) == at("2026-11-25 09:00")


@pytest.mark.parametrize("clock", clocks.CLOCKS, ids=lambda clock: clock.name)
def test_each_clock_has_a_name_and_a_setting_of_its_own(clock, settings):
    """So that changing one can change nothing else."""
    others = [other for other in clocks.CLOCKS if other is not clock]
    assert clock.name not in {other.name for other in others}
    lengths = [length for length in (clock.normal, clock.urgent) if length]
    taken = {length.setting for other in others for length in (other.normal, other.urgent) if length}
    for length in lengths:
        assert getattr(settings, length.setting) > 0
        assert length.setting not in taken
    setattr(settings, clock.normal.setting, 60)
    start = at("2026-11-23 10:00")
    assert clock.due(start) > max(other.due(start) for other in others)


@pytest.mark.parametrize("name", own_clocks.NAMES)
def test_each_time_of_a_hospital_s_own_moves_exactly_one_clock(name):
    start = at("2026-11-23 10:00")
    usual, slow = Hospital(land_code="BW"), Hospital(land_code="BW", **{name: 2 if "urgent" in name else 40})

    def moved(urgent):
        pairs = [(clock, clock.due(start, urgent=urgent, hospital=usual)) for clock in clocks.CLOCKS]
        return [clock.name for clock, due in pairs if clock.due(start, urgent=urgent, hospital=slow) != due]

    assert [moved(urgent=False), moved(urgent=True)] == (
        [[], ["answer_due"]]
        if "urgent" in name
        else [[name.removesuffix("_days")], [] if name == "answer_due_days" else [name.removesuffix("_days")]]
    )


def test_an_urgent_request_is_due_within_three_calendar_days_and_never_later_than_another():
    ulm = Hospital(land_code="BW")
    monday = at("2026-11-23 10:00")
    assert clocks.ANSWER_DUE.due(monday, hospital=ulm) == at("2026-11-30 10:00")
    assert clocks.ANSWER_DUE.due(monday, urgent=True, hospital=ulm) == at("2026-11-26 10:00")
    quick = Hospital(land_code="BW", answer_due_days=1)
    assert clocks.ANSWER_DUE.due(monday, urgent=True, hospital=quick) == at("2026-11-24 10:00")


@pytest.mark.parametrize("clock", clocks.CLOCKS, ids=lambda clock: clock.name)
@pytest.mark.parametrize("start", ["2026-10-23 10:00", "2027-03-25 10:00"])  # over each change of the year
def test_no_clock_is_an_hour_early_or_late_because_of_summer_time(clock, start, settings):
    setattr(settings, clock.normal.setting, 5)
    due = clock.due(at(start), hospital=Hospital(land_code="BW"))
    assert (due.hour, due.minute) == (10, 0)
    assert due.utcoffset() != at(start).utcoffset()
