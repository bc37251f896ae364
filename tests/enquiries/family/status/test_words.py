"""The family's words on where a hospital stands: late only once its day is over, and nothing said that is not so."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from enquiries.actions import answering, releasing
from enquiries.family.status import words
from enquiries.models import QuoteRequest
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, text_of

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DONE, NOW, NOT_YET = "done", "now", ""


@pytest.fixture
def at_ulm(haddad, ulm, carla):
    with time_machine.travel(MONDAY, tick=False):
        return factories.release(haddad, ulm, carla)


def by_ulm(quote_request) -> Actor:
    return Actor.hospital(quote_request)


def marks(quote_request) -> list[str]:
    fresh = QuoteRequest.objects.prefetch_related("quotes").get(pk=quote_request.pk)
    return [step.mark for step in words.track(fresh)]


@pytest.mark.parametrize(
    ("later", "late"),
    [
        (timedelta(days=6, hours=23), False),
        (timedelta(days=7, hours=5), False),  # 15 o'clock of the day on which it is due
        (timedelta(days=7, hours=13, minutes=59), False),  # its last minute
        (timedelta(days=7, hours=14), True),
    ],
)
def test_an_answer_is_late_when_its_day_is_over_in_berlin_and_not_before(haddad, at_ulm, later, late):
    with time_machine.travel(MONDAY + later, tick=False):
        page = text_of(as_family(haddad).get("/status/enquiry/"))
    assert ("We expect Ulm's answer by Monday, 30 November." in page) is not late
    assert ("We expected Ulm's answer by Monday, 30 November and are asking there." in page) is late
    assert ("answer expected by 30 November" in page) is not late
    assert ("its answer was due on 30 November, we are asking" in page) is late


def test_the_track_goes_on_step_by_step(haddad, at_ulm, freiburg, carla):
    assert marks(factories.request_to(haddad, freiburg)) == [NOW, NOT_YET, NOT_YET, NOT_YET]
    assert marks(at_ulm) == [DONE, NOW, NOT_YET, NOT_YET]
    answering.open_request(quote_request=at_ulm, by=by_ulm(at_ulm))
    assert marks(at_ulm) == [DONE, DONE, NOW, NOT_YET]
    quote = factories.quote(at_ulm)
    assert marks(at_ulm) == [DONE, DONE, DONE, NOW]
    factories.release_quote(quote, carla)
    assert marks(at_ulm) == [DONE, DONE, DONE, DONE]


def test_a_hospital_that_declined_has_answered_and_nothing_comes_next(at_ulm, carla):
    answering.decline(quote_request=at_ulm, reason="no_capacity", text="No bed.", by=by_ulm(at_ulm))
    assert marks(at_ulm) == [DONE, DONE, DONE, NOT_YET]
    releasing.reopen_request(quote_request=at_ulm, reason="A bed is free.", by=Actor.coordinator(carla))
    assert marks(at_ulm)[3] == NOT_YET
