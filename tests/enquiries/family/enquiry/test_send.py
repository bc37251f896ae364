"""Consent, sending and the receipt: once is once, each hospital by its own box, and nobody loses a word."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connections
from django.test import Client

from enquiries.actions import intake
from enquiries.entry import codes
from enquiries.family.enquiry.stamp import read_stamp
from enquiries.models import Consent, Enquiry, QuoteRequest
from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.kinds import Many
from tests.enquiries.family.enquiry.enquiry_pages import Family, Inputs

STORY = (
    "line one\n  line two\n\nالحمد لله \u202eabc\u202c <script>window.__xss=1</script> 👩\u200d👩\u200d👧 é"
)
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


def the_enquiry() -> Enquiry:
    return Enquiry.objects.get()


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


def test_no_box_is_ticked_beforehand(family, freiburg):
    """Check 60."""
    page = Inputs(family.check(p=["ulm-21", "freiburg-21"]).text)
    assert [name for name in page.unticked if name.startswith("consent")] == [
        "consent_authority",
        "consent_portal",
        "consent_ulm_hospital",
        "consent_freiburg_hospital",
    ]
    assert not [name for name in page.forms["/enquiry/send/"] if name.startswith("consent")]


def test_without_its_consent_nothing_is_sent_and_everything_is_kept(family):
    ready = family.ready(tick=False, story=STORY)
    response = family.client.post("/enquiry/send/", ready | {"consent_authority": ["on"]})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"consent_portal", "consent_ulm_hospital"}
    page = Inputs(response.text)
    assert page.forms["/enquiry/send/"]["story"] == [STORY]
    assert page.forms["/enquiry/send/"]["consent_authority"] == ["on"]
    assert 'id="id_consent_ulm_hospital_error"' in response.text
    assert Enquiry.objects.count() == 0


def test_a_hospital_without_its_box_gets_nothing(family, freiburg):
    ready = family.ready(p=["ulm-21", "freiburg-12", "freiburg-21"], advise=["freiburg"])
    del ready["consent_ulm_hospital"]
    family.client.post("/enquiry/send/", ready)
    quote_request = QuoteRequest.objects.get()
    assert (quote_request.hospital, quote_request.advise) == (freiburg, True)
    assert [program.stay_days for program in quote_request.programs.all()] == [12, 21]
    assert [str(one.hospital) for one in Consent.objects.filter(purpose="hospital")] == [
        "Freiburg University Hospital"
    ]


def test_what_was_shown_is_word_for_word_what_is_kept(family, freiburg):
    """Check 60."""
    response = family.check(p=["ulm-21", "freiburg-12"])
    shown = " ".join(Inputs(response.text).text.split())
    ready = Inputs(response.text).forms["/enquiry/send/"]
    family.client.post("/enquiry/send/", ready | {name: "on" for name in response.context["form"].fields})
    kept = {
        (one.purpose, one.hospital and one.hospital.slug): one
        for one in Consent.objects.select_related("text")
    }
    assert set(kept) == {("portal", None), ("hospital", "ulm"), ("hospital", "freiburg"), ("authority", None)}
    for consent in kept.values():
        assert consent.writer == "parent"
        assert consent.text.language == "en"
        assert len(consent.text.sha256) == 64
        for line in consent.text.text.splitlines():
            assert line in shown


@pytest.mark.parametrize(
    ("writer", "changed", "has_statement"),
    [
        ("patient", {"birth_month_year": "1990"}, False),
        ("parent", {}, True),
        ("representative", {"birth_month_year": "1990", "authority_adult": "power_of_attorney"}, True),
        ("professional", {}, True),
    ],
)
def test_whoever_writes_for_another_states_the_right_to(family, writer, changed, has_statement):
    ready = family.ready(writer=writer, **changed)
    assert ("consent_authority" in ready) is has_statement
    ready.pop("consent_authority", None)
    response = family.client.post("/enquiry/send/", ready)
    assert response.status_code == (422 if has_statement else 303)


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


def test_the_check_page_promises_an_urgent_enquiry_its_hours(family):
    assert "answers you within 1 working day." in family.check().text
    assert "answers you within 4 working hours." in family.check(treatment_started="no").text


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


def test_the_receipt_tells_code_reference_time_and_what_was_asked(family):
    with time_machine.travel(datetime(2026, 11, 23, 9, 15, tzinfo=UTC), tick=False):
        family.send(emergency_signs="no", advise=["ulm"])
        html = family.client.get("/enquiry/sent/").text
    enquiry = the_enquiry()
    code = enquiry.codes.get(by_mail=False)
    assert codes.code_text(code) in html
    assert enquiry.reference in html
    assert "<b>Tuesday, 24 November, 10:15</b>, German time" in html
    assert "21 days; let them advise on the stay" in html
    assert 'href="/status/enquiry/documents/"' in html


def test_an_urgent_enquiry_is_promised_its_four_hours(family):
    with time_machine.travel(datetime(2026, 11, 23, 9, 15, tzinfo=UTC), tick=False):
        family.send(treatment_started="no")
        html = family.client.get("/enquiry/sent/").text
    assert "<b>Monday, 23 November, 14:15</b>" in html
    assert "Marked as urgent" in html


def test_the_receipt_is_for_this_browser_only(family):
    family.send()
    assert Client().get("/enquiry/sent/").headers["Location"] == "/status/"


def test_a_code_replaced_since_is_not_shown_again(family):
    ready = family.ready()
    family.client.post("/enquiry/send/", ready)
    codes.issue(purpose="family", enquiry=the_enquiry())
    assert family.client.post("/enquiry/send/", ready).headers["Location"] == "/status/"


def test_the_receipt_asks_for_the_same_rows_however_many_hospitals(
    family, freiburg, django_assert_num_queries
):
    family.send()
    with django_assert_num_queries(5):
        family.client.get("/enquiry/sent/")
    other = Family(Client())
    other.send(p=["ulm-21", "freiburg-21", "freiburg-12"], email="b@example.org")
    with django_assert_num_queries(5):
        other.client.get("/enquiry/sent/")


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


def test_a_form_left_open_for_days_is_still_good(family):
    with time_machine.travel(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), tick=False) as clock:
        ready = family.ready()
        key = ready["form_key"][0]
        clock.shift(timedelta(days=3))
        response = family.client.post("/enquiry/send/", ready)
    assert response.status_code == 303
    assert the_enquiry().submission_key == read_stamp(key).key


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
