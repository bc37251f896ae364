"""Sending: what was typed is what is stored, once is once, and nobody loses a word."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connections
from django.test import Client

from enquiries.actions import intake
from enquiries.family.enquiry.stamp import read_stamp
from enquiries.models import Enquiry
from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.kinds import Many
from tests.enquiries.family.enquiry.enquiry_pages import STORY, the_enquiry

EMPTY = {question.field: [] if isinstance(question.kind, Many) else "" for question in QUESTIONS}
MODEL_FIELDS = {
    "state": "closed",
    "urgent": "on",
    "submission_key": "0" * 32,
    "reference": "AAAAA-AAAAA",
    "assigned_to": "1",
    "address_confirmed_at": "2026-01-01",
    "address_confirmed_by": "family",
    "closed_reason": "spam",
    "language": "xx",
    "version": "9",
    "authority": "sole",
    "is_staff": "on",
    "consent_at": "2026-01-01",
    "hospital": "heidelberg",
    "id": "7",
    "email_index": "x",
    "created_at": "2001-01-01",
}


def test_what_was_typed_is_what_is_stored(family):
    """Check 24."""
    response = family.send(
        story=STORY.replace("\n", "\r\n"),
        treatments=["steroids", "chemotherapy"],
        diagnosed_month_year="2026",
        phone="+962 6 462 0000",
        sex="undisclosed",
        payment_route="unknown",
    )
    assert (response.status_code, response.headers["Location"]) == (303, "/enquiry/sent/")
    enquiry = the_enquiry()
    stored = {name: getattr(enquiry, name) for name in (*EMPTY, "language")}
    assert stored == EMPTY | {
        "writer": "parent",
        "relationship": "mother",
        "authority": "joint_agreed",
        "birth_month": "2020-04",
        "country": "JO",
        "given_name": "Amira",
        "family_name": "Haddad",
        "email": "amira@example.org",
        "preferred_language": "ar",
        "phone": "+962 6 462 0000",
        "phone_when": "",
        "diagnosis": "confirmed",
        "leukemia_type": "",
        "diagnosed_month": "2026",
        "treatments": ["steroids", "chemotherapy"],
        "story": STORY,
        "emergency_signs": "no",
        "in_hospital_now": "",
        "treatment_started": "yes",
        "fit_to_travel": "",
        "earliest_month": "",
        "payment_route": "unknown",
        "sex": "undisclosed",
        "language": "en",
    }


@pytest.mark.parametrize(
    "name",
    [
        "Z" + "\u0336" * 99,
        "\u202edrahcir",
        "\U0001d573\U0001d586\U0001d589",
        "ﷺ",
        "O'Brien-<i>",
        "\ufeffHaddad",
        "e\u0301 vs \u00e9",
    ],
)
def test_any_name_is_kept_as_it_is_spelled(family, name):
    family.send(family_name=name)
    assert the_enquiry().family_name == name


def test_five_hundred_combining_marks_are_too_long_for_a_name_and_fit_into_the_story(family):
    marks = "Z" + "\u0336" * 500
    assert "family_name" in family.check(family_name=marks).context["form"].errors
    family.send(story=marks)
    assert the_enquiry().story == marks


def test_sent_again_it_is_the_same_enquiry_and_the_same_receipt(family):
    """Check 7."""
    ready = family.ready()
    pages = []
    for _time in range(3):
        assert family.client.post("/enquiry/send/", ready).status_code == 303
        pages.append(family.client.get("/enquiry/sent/").text)
    assert Enquiry.objects.count() == 1
    assert pages[0].split("<main")[1] == pages[1].split("<main")[1] == pages[2].split("<main")[1]


def test_an_answer_changed_after_sending_is_said_not_to_have_arrived(family):
    ready = family.ready(story="first")
    family.client.post("/enquiry/send/", ready)
    assert "did not reach us" not in family.client.get("/enquiry/sent/").text
    family.client.post("/enquiry/send/", ready | {"story": ["second"]})
    assert "did not reach us" in family.client.get("/enquiry/sent/").text
    assert the_enquiry().story == "first"
    family.client.post("/enquiry/send/", ready)
    assert "did not reach us" not in family.client.get("/enquiry/sent/").text
    family.client.post("/enquiry/send/", ready | {"p": ["ulm-21", "ulm-25"]})
    assert "did not reach us" in family.client.get("/enquiry/sent/").text


def test_of_two_forms_racing_the_loser_is_told_that_its_answers_did_not_arrive(family, monkeypatch):
    """Neither saw the other's enquiry when it looked; the one that was written second was not written."""
    receive = intake.receive

    def behind_another(*, answers, **rest):
        receive(answers=answers | {"story": "first"}, **rest)
        return receive(answers=answers, **rest)

    monkeypatch.setattr(intake, "receive", behind_another)
    assert family.send(story="second").status_code == 303
    assert "did not reach us" in family.client.get("/enquiry/sent/").text
    assert the_enquiry().story == "first"


@pytest.mark.django_db(transaction=True)
def test_twenty_sends_at_once_are_one_enquiry_and_one_receipt(family):
    """Check 7."""
    ready = family.ready()
    start = threading.Barrier(20)
    seen = []

    def send():
        browser = Client()
        start.wait()
        status = browser.post("/enquiry/send/", ready).status_code
        page = browser.get("/enquiry/sent/").text
        seen.append((status, page.split('id="access-code"')[1].split("</span>")[0]))
        connections.close_all()

    threads = [threading.Thread(target=send) for _number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Enquiry.objects.count() == 1
    assert (len(seen), len(set(seen)), seen[0][0]) == (20, 1, 303)


def test_fields_that_are_nobodys_to_set_are_ignored(family):
    """Check 44."""
    response = family.client.post(
        "/enquiry/send/", family.ready() | {k: [v] for k, v in MODEL_FIELDS.items()}
    )
    assert response.status_code == 303
    enquiry = the_enquiry()
    assert (enquiry.state, enquiry.urgent, enquiry.language) == ("received", False, "en")
    assert (enquiry.assigned_to, enquiry.address_confirmed_at, enquiry.closed_reason) == (None, None, "")
    assert enquiry.reference != "AAAAA-AAAAA"
    assert enquiry.submission_key != "0" * 32
    assert enquiry.authority == "joint_agreed"
    assert enquiry.created_at.year > 2001
    assert [quote_request.hospital.slug for quote_request in enquiry.requests.all()] == ["ulm"]


def test_a_key_that_is_not_ours_opens_nobodys_receipt(family):
    family.send()
    stolen = family.ready(email="b@example.org") | {"form_key": [the_enquiry().submission_key]}
    family.client.post("/enquiry/send/", stolen)
    assert Enquiry.objects.count() == 2


def test_a_form_left_open_for_days_is_still_good(family):
    with time_machine.travel(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), tick=False) as clock:
        ready = family.ready()
        key = ready["form_key"][0]
        clock.shift(timedelta(days=3))
        response = family.client.post("/enquiry/send/", ready)
    assert response.status_code == 303
    assert the_enquiry().submission_key == read_stamp(key).key


def test_a_stay_withdrawn_meanwhile_is_said_before_anything_is_sent(family):
    from programs.models import Program

    ready = family.ready()
    Program.objects.update(is_active=False)
    response = family.client.post("/enquiry/send/", ready)
    assert response.status_code == 422
    assert "Please pick at least one hospital." in response.text
    assert Enquiry.objects.count() == 0


def test_what_people_type_is_text_on_the_check_page(family):
    html = family.check(story=STORY, given_name="<img src=x onerror=alert(1)>").text
    assert "<script>window.__xss" not in html
    assert "<img src=x" not in html
    assert '<dd dir="auto" class="ask-value">' in html
