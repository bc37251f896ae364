"""The receipt: code, reference and the time of the first answer, for the browser that sent."""

from datetime import UTC, datetime

import time_machine
from django.test import Client

from enquiries import codes
from tests.enquiries.family.enquiry.enquiry_pages import Family, the_enquiry


def test_the_check_page_promises_an_urgent_enquiry_its_hours(family):
    assert "answers you within 1 working day." in family.check().text
    assert "answers you within 4 working hours." in family.check(treatment_started="no").text


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
