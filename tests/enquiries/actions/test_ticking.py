"""The clocks: reminders, expiry and closing without a reply, each once however often the worker passes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from enquiries.actions import answering, deciding, releasing, ticking
from enquiries.models import Enquiry
from enquiries.words.actors import Actor
from tests import factories

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def monday():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def at_ulm(monday, ulm, carla):
    return factories.release(factories.make_enquiry(ulm), ulm, carla)


def pass_over(clock, days: float) -> dict[str, int]:
    clock.move_to(MONDAY + timedelta(days=days))
    return {what: count for what, count in ticking.tick().items() if count}


def test_an_unopened_request_is_reminded_twice_and_then_expires(monday, at_ulm):
    story = {day: pass_over(monday, day) for day in (1.9, 2.1, 2.2, 6.9, 7.1, 8.9, 9.1, 9.2, 30)}
    assert story == {
        1.9: {},
        2.1: {"hospital_reminders": 1},
        2.2: {},
        6.9: {},
        7.1: {"hospital_reminders": 1},
        8.9: {},
        9.1: {"expired": 1},
        9.2: {},
        30: {},
    }
    at_ulm.refresh_from_db()
    assert at_ulm.state == "expired"
    kinds = list(at_ulm.enquiry.notices.order_by("pk").values_list("kind", flat=True))
    assert kinds.count("hospital_reminded") == 2
    assert kinds[-3:] == ["hospital_expired", "coordinators_expired", "family_expired"]
    assert Enquiry.objects.get().state == "all_answered_no_quote"


def test_a_request_being_worked_on_is_not_reminded_before_its_answer_is_due(monday, at_ulm):
    answering.open_request(quote_request=at_ulm, by=Actor.hospital(at_ulm))
    assert [pass_over(monday, day) for day in (3, 6.9)] == [{}, {}]
    assert pass_over(monday, 7.1) == {"hospital_reminders": 1}


def test_the_hospital_s_clock_stands_still_while_it_waits_for_an_answer(monday, at_ulm):
    answering.ask(quote_request=at_ulm, text="MRD?", by=Actor.hospital(at_ulm))
    assert [pass_over(monday, day) for day in (3, 9, 29)] == [{}, {}, {}]
    at_ulm.refresh_from_db()
    assert at_ulm.state == "info_requested"


def test_a_family_that_does_not_answer_is_reminded_on_days_3_and_10_and_closed_on_day_30(monday, ulm, carla):
    enquiry = factories.make_enquiry(ulm)
    factories.ask_family(enquiry, carla)
    assert Enquiry.objects.get().state == "needs_info"
    story = {day: pass_over(monday, day) for day in (2.9, 3.1, 3.2, 9.9, 10.1, 29.9, 30.1, 31)}
    assert story == {
        2.9: {},
        3.1: {"family_reminders": 1},
        3.2: {},
        9.9: {},
        10.1: {"family_reminders": 1},
        29.9: {},
        30.1: {"no_reply": 1},
        31: {},
    }
    closed = Enquiry.objects.get()
    assert (closed.state, closed.closed_reason) == ("closed", "no_reply")


def test_an_answer_in_between_ends_the_wait(monday, ulm, carla):
    enquiry = factories.make_enquiry(ulm)
    factories.ask_family(enquiry, carla)
    pass_over(monday, 3.1)
    deciding.write(enquiry=enquiry, text="Here I am.", by=Actor.family(enquiry))
    assert [pass_over(monday, day) for day in (11, 31, 60)] == [{}, {}, {}]
    assert Enquiry.objects.get().state == "received"


def test_a_family_whose_hospitals_are_at_work_is_never_closed_by_the_clock(monday, at_ulm, carla):
    factories.ask_family(at_ulm.enquiry, carla)
    answering.open_request(quote_request=at_ulm, by=Actor.hospital(at_ulm))
    factories.quote(at_ulm)
    pass_over(monday, 31)
    assert Enquiry.objects.get().state == "with_hospitals"


def test_an_answer_that_comes_late_leaves_the_hospital_two_working_days_to_read_it(monday, at_ulm, carla):
    answering.open_request(quote_request=at_ulm, by=Actor.hospital(at_ulm))
    assert [pass_over(monday, day) for day in (7.1, 9.2)] == [{"hospital_reminders": 1}] * 2
    monday.move_to(MONDAY + timedelta(days=10))
    answering.ask(quote_request=at_ulm, text="MRD?", by=Actor.hospital(at_ulm))
    monday.move_to(MONDAY + timedelta(days=14))
    releasing.pass_answer_on(quote_request=at_ulm, text="Below 1 in 10,000.", by=Actor.coordinator(carla))
    assert [pass_over(monday, day) for day in (14.1, 15.9)] == [{}, {}]
    assert pass_over(monday, 16.1) == {"expired": 1}


def test_a_hospital_that_was_not_told_yet_is_neither_reminded_nor_said_to_be_silent(
    monday, heidelberg, carla
):
    quote_request = factories.release(factories.make_enquiry(heidelberg), heidelberg, carla)
    assert [pass_over(monday, day) for day in (2.1, 7.1, 9)] == [{}, {}, {}]
    releasing.hand_over(quote_request=quote_request, by=Actor.coordinator(carla))
    quote_request.refresh_from_db()
    assert quote_request.due_at == MONDAY + timedelta(days=16)
    assert [pass_over(monday, day) for day in (10.9, 11.1)] == [{}, {"hospital_reminders": 1}]


def test_hospitals_that_end_while_we_wait_for_the_family_leave_us_a_letter_to_write(monday, at_ulm, carla):
    factories.ask_family(at_ulm.enquiry, carla)
    monday.shift(timedelta(hours=1))
    answering.decline(quote_request=at_ulm, reason="no_capacity", text="No bed.", by=Actor.hospital(at_ulm))
    assert Enquiry.objects.get().next_step == "closing_letter"
    pass_over(monday, 31)
    assert Enquiry.objects.get().state == "all_answered_no_quote"
    factories.ask_family(at_ulm.enquiry, carla, text="None could make a quote. Shall we ask elsewhere?")
    assert Enquiry.objects.get().next_step == "wait_family"
    pass_over(monday, 62)
    assert Enquiry.objects.get().closed_reason == "no_reply"


def test_one_row_that_can_not_be_treated_does_not_stop_the_others(
    monday, at_ulm, freiburg, carla, monkeypatch
):
    factories.release(factories.make_enquiry(freiburg), freiburg, carla)
    real = ticking._tick_request
    monkeypatch.setattr(ticking, "_tick_request", lambda pk, now: 1 / 0 if pk == at_ulm.pk else real(pk, now))
    assert pass_over(monday, 2.1) == {"hospital_reminders": 1}


def test_an_enquiry_closed_without_a_reply_opens_again_when_the_family_writes(monday, ulm, carla):
    enquiry = factories.make_enquiry(ulm)
    factories.ask_family(enquiry, carla)
    pass_over(monday, 31)
    deciding.write(enquiry=enquiry, text="We were in hospital.", by=Actor.family(enquiry))
    opened = Enquiry.objects.get()
    assert (opened.state, opened.closed_at, opened.next_step) == ("received", None, "release")
    assert [m.text for m in opened.messages.unread_from_family()] == ["We were in hospital."]


def test_one_hospital_s_own_clock_moves_its_first_reminder_and_nobody_else_s(monday, ulm, freiburg, carla):
    ulm.first_reminder_days = 3
    ulm.save()
    enquiry = factories.make_enquiry(ulm, freiburg)
    for hospital in (ulm, freiburg):
        factories.release(enquiry, hospital, carla)

    def reminded() -> set[str]:
        return set(enquiry.requests.filter(reminders=1).values_list("hospital__slug", flat=True))

    pass_over(monday, 2.1)
    assert reminded() == {"freiburg"}
    pass_over(monday, 3.1)
    assert reminded() == {"freiburg", "ulm"}


def test_an_urgent_request_is_reminded_at_the_latest_when_its_answer_is_due(monday, ulm, carla):
    """Released on a Friday it is due on Monday, before two working days are over."""
    monday.move_to(MONDAY + timedelta(days=4))
    enquiry = factories.make_enquiry(ulm, emergency_signs="yes")
    factories.release(enquiry, ulm, carla)
    assert pass_over(monday, 6.9) == {}
    assert pass_over(monday, 7.1) == {"hospital_reminders": 1}
