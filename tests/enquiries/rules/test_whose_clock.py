"""Each rule about time goes by its own clock: with every clock of another length, none is taken for another."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from enquiries.actions import answering, deciding, releasing, ticking
from enquiries.family.status import words
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules import clocks
from enquiries.rules.steps import StepKind, open_steps
from enquiries.words.actors import Actor
from tests import factories

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(autouse=True)
def each_another_length(settings):
    for number, clock in enumerate(clocks.CLOCKS):
        setattr(settings, clock.normal.setting, 2 + 3 * number)
    with time_machine.travel(MONDAY, tick=False):
        yield


def due(enquiry: Enquiry) -> dict[StepKind, datetime | None]:
    fresh = Enquiry.objects.get(pk=enquiry.pk)
    requests = list(fresh.requests.select_related("hospital").prefetch_related("quotes"))
    return {step.kind: step.due_at for step in open_steps(fresh, requests)}


def said(enquiry: Enquiry) -> str:
    fresh = Enquiry.objects.get(pk=enquiry.pk)
    return " ".join(words.now_sentences(fresh, list(fresh.requests.all())))


def test_they_are_of_different_lengths_here(ulm):
    for hospital in (None, ulm):
        assert len({clock.due(MONDAY, hospital=hospital) for clock in clocks.CLOCKS}) == len(clocks.CLOCKS)


def test_a_new_enquiry(ulm):
    enquiry = factories.make_enquiry(ulm)
    Enquiry.objects.update(address_confirmed_at=None, address_confirmed_by="", urgent=False)
    assert due(enquiry) == {
        StepKind.FIRST_ANSWER: clocks.FIRST_ANSWER.due(MONDAY),
        StepKind.CONFIRM_ADDRESS: clocks.ADDRESS_CHECK.due(MONDAY),
        StepKind.RELEASE: clocks.OUR_TURN.due(MONDAY),
    }


def test_a_family_that_was_asked(ulm, carla):
    enquiry = factories.make_enquiry(ulm)
    factories.ask_family(enquiry, carla)
    assert due(enquiry)[StepKind.WAIT_FAMILY] == clocks.NO_REPLY.due(MONDAY)
    assert words.day_words(clocks.NO_REPLY.due(MONDAY)) in said(enquiry)


def test_a_hospital_that_has_the_request(ulm, carla):
    sent = factories.release(factories.make_enquiry(ulm), ulm, carla)
    sent.refresh_from_db()
    assert sent.due_at == clocks.ANSWER_DUE.due(MONDAY, hospital=ulm)
    sent.due_at = clocks.CLOCKS[-1].due(MONDAY)  # later than any reminder
    assert ticking.next_reminder_at(sent) == clocks.FIRST_REMINDER.due(MONDAY, hospital=ulm)
    sent.due_at = sent.reminded_at = timezone.now()
    sent.reminders = 1
    sent.save()
    assert ticking.next_reminder_at(sent) == clocks.SECOND_REMINDER.due(MONDAY, hospital=ulm)
    assert ticking.expires_at(sent) == clocks.EXPIRY.due(MONDAY, hospital=ulm)
    assert due(sent.enquiry) == {StepKind.CALL_HOSPITAL: clocks.COORDINATOR_TASK.due(MONDAY, hospital=ulm)}


def test_an_answer_to_a_hospital_that_comes_late(ulm, carla):
    sent = factories.release(factories.make_enquiry(ulm), ulm, carla)
    answering.ask(quote_request=sent, text="MRD?", by=Actor.hospital(sent))
    QuoteRequest.objects.update(due_at=MONDAY)
    answered = releasing.pass_answer_on(quote_request=sent, text="None.", by=Actor.coordinator(carla))
    assert answered.due_at == clocks.LATE_ANSWER.due(MONDAY, hospital=ulm)


def test_where_every_hospital_has_declined(ulm, carla):
    sent = factories.release(factories.make_enquiry(ulm), ulm, carla)
    answering.decline(quote_request=sent, reason="other", text="No bed.", by=Actor.hospital(sent))
    assert due(sent.enquiry) == {StepKind.CLOSING_LETTER: clocks.CLOSING_LETTER.due(MONDAY)}
    assert words.day_words(clocks.CLOSING_LETTER.due(MONDAY)) in said(sent.enquiry)


def test_where_a_hospital_is_chosen(ulm, carla):
    sent = factories.release(factories.make_enquiry(ulm), ulm, carla)
    factories.release_quote(factories.quote(sent, valid_until_on=factories.in_days(90)), carla)
    deciding.accept(quote_request=sent, by=Actor.family(sent.enquiry))
    assert due(sent.enquiry) == {StepKind.HAND_TO_HOSPITAL: clocks.FOLLOW_UP.due(MONDAY)}
    assert words.day_words(clocks.FOLLOW_UP.due(MONDAY)) in said(sent.enquiry)
