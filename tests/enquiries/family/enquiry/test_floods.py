"""Machines and floods: asked once more or told to wait, and nothing typed is lost by it."""

from datetime import UTC, datetime, timedelta

import time_machine

from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import STORY, Inputs


def test_a_filled_bait_is_asked_once_more_and_goes_through_without_it(family):
    """Check 45."""
    response = family.client.post(
        "/enquiry/send/", family.ready(story=STORY) | {"website": ["http://spam.example"]}
    )
    assert (response.status_code, Enquiry.objects.count()) == (422, 0)
    again = Inputs(response.text).forms["/enquiry/send/"]
    assert (again["story"], "website" in again) == ([STORY], False)
    assert family.client.post("/enquiry/send/", again).status_code == 303


def test_the_bait_is_out_of_the_way_of_people(family):
    html = family.client.get("/enquiry/").text
    trap = html[html.index('<div class="trap"') : html.index("</div>", html.index('<div class="trap"'))]
    assert 'aria-hidden="true"' in trap
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap


def test_too_fast_is_asked_once_more_and_goes_through_later(family, settings):
    """Check 45."""
    settings.ENQUIRY_LEAST_SECONDS = 3
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        response = family.check(story=STORY)
        assert (response.status_code, response.templates[0].name) == (422, "enquiry/again.html")
        again = Inputs(response.text).forms["/enquiry/check/"]
        clock.shift(timedelta(seconds=4))
        checked = family.client.post("/enquiry/check/", again)
    assert checked.templates[0].name == "enquiry/check.html"
    assert Inputs(checked.text).forms["/enquiry/send/"]["story"] == [STORY]


def test_too_many_from_one_connection_wait_and_keep_what_they_typed(family, settings):
    """Check 45."""
    settings.ENQUIRIES_PER_IP_PER_HOUR = 2
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        for number in range(2):
            assert family.send(email=f"{number}@example.org").status_code == 303
        response = family.send(email="3@example.org", story=STORY)
        assert (response.status_code, response.headers["Retry-After"]) == (429, "3600")
        assert Enquiry.objects.count() == 2
        again = Inputs(response.text).forms["/enquiry/send/"]
        assert again["story"] == [STORY]
        clock.shift(timedelta(minutes=61))
        assert family.client.post("/enquiry/send/", again).status_code == 303


def test_nobody_can_have_a_stranger_mailed_many_times(family):
    """Check 45: however the address is varied, three mails a day."""
    for email in ("v@example.org", "V@Example.org", "v+1@example.org"):
        assert family.send(email=email).status_code == 303
    assert family.send(email="v+2@EXAMPLE.ORG").status_code == 429
    assert family.send(email="w@example.org").status_code == 303


def test_the_whole_portal_has_a_limit_too(family, settings):
    settings.ENQUIRIES_PER_HOUR = 1
    assert family.send().status_code == 303
    assert family.send(email="b@example.org").status_code == 429


def test_a_resend_never_meets_a_limit(family, settings):
    settings.ENQUIRIES_PER_IP_PER_HOUR = 1
    ready = family.ready()
    assert [family.client.post("/enquiry/send/", ready).status_code for _time in range(4)] == [303] * 4
