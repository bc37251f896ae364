"""The family's page: where each hospital stands, the quotes side by side, the story."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from enquiries.actions import answering, coordinating
from enquiries.entry.access_log import record_access
from enquiries.family.status import words as status_words
from enquiries.family.status.comparison import compare
from enquiries.family.status.overview import own_requests
from enquiries.models import AccessLogEntry, Event, Message
from enquiries.rules import clocks
from enquiries.words.actors import Actor
from ground.berlin import today_in_berlin
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def trio(ulm, freiburg, frankfurt, carla):
    """Sent to three hospitals."""
    enquiry = factories.make_enquiry(ulm, freiburg, frankfurt)
    for hospital in (ulm, freiburg, frankfurt):
        factories.release(enquiry, hospital, carla)
    return enquiry


def quoted(enquiry, hospital, carla, **facts):
    quote = factories.quote(factories.request_to(enquiry, hospital), **facts)
    return factories.release_quote(quote, carla)


def comparison(enquiry):
    return compare(own_requests(enquiry), today=timezone.localdate())


def row(enquiry, key):
    found = next(row for row in comparison(enquiry).rows if row.key == key)
    return [(cell.column.hospital, cell.point.value if cell.point else None) for cell in found.cells]


def test_hospitals_are_columns_in_their_own_order_whatever_they_cost(trio, ulm, freiburg, carla):
    quoted(trio, freiburg, carla, amount_low=Decimal(10), amount_high=Decimal(10), deposit=None)
    quoted(trio, ulm, carla, amount_low=Decimal(90_000), amount_high=Decimal(90_000))
    assert [column.hospital for column in comparison(trio).columns] == ["Ulm", "Freiburg", "Frankfurt"]
    assert row(trio, "amount_low") == [
        ("Ulm", "EUR\xa090,000"),
        ("Freiburg", "EUR\xa010"),
        ("Frankfurt", None),
    ]
    page = text_of(as_family(trio).get("/status/enquiry/"))
    assert "best" not in page.lower() and "cheapest" not in page.lower()


def test_what_a_hospital_does_not_state_is_printed_as_not_stated(trio, ulm, carla):
    quoted(trio, ulm, carla)
    assert row(trio, "room") == [("Ulm", "not stated")]
    response = as_family(trio).get("/status/enquiry/")
    assert response.content.decode().count('<span class="not-stated">not stated</span>') == 8
    assert "4 of 12 points stated" in text_of(response)


def test_a_quote_that_is_not_released_is_not_on_the_page(trio, ulm, carla):
    factories.quote(
        factories.request_to(trio, ulm), assumptions="Canary assumption", amount_low=Decimal(47_111)
    )
    page = text_of(as_family(trio).get("/status/enquiry/"))
    assert "Canary assumption" not in page and "47,111" not in page
    assert "The hospital has answered; we are checking the quote" in page
    assert "No quote is here yet." in page


def test_a_hospital_without_a_quote_says_where_it_stands_in_its_column(trio, ulm, carla):
    quoted(trio, ulm, carla)
    waiting = [cell.column for cell in comparison(trio).rows[0].cells if cell.point is None]
    assert [column.hospital for column in waiting] == ["Freiburg", "Frankfurt"]
    page = as_family(trio).get("/status/enquiry/").content.decode()
    assert page.count('class="compare__waiting"') == 2
    assert 'rowspan="14"' in page


def test_differing_assumptions_are_warned_of_by_name(trio, ulm, freiburg, carla):
    quoted(trio, ulm, carla, nights=21, room="twin")
    assert comparison(trio).differences == []
    quoted(trio, freiburg, carla, nights=31, room="", currency="USD")
    assert [(str(found.label), found.values) for found in comparison(trio).differences] == [
        ("Currency", [("Ulm", "EUR"), ("Freiburg", "USD")]),
        ("Nights assumed", [("Ulm", "21 nights"), ("Freiburg", "31 nights")]),
        ("Room", [("Ulm", "Two-bed room"), ("Freiburg", "not stated")]),
    ]
    assert "do not rest on the same assumptions" in text_of(as_family(trio).get("/status/enquiry/"))


def test_a_revised_quote_shows_what_changed_and_keeps_the_earlier_one_readable(trio, ulm, carla):
    quoted(trio, ulm, carla, nights=21)
    quoted(trio, ulm, carla, nights=25)
    column = comparison(trio).quoted[0]
    assert (column.quote.revision, column.before.revision) == (2, 1)
    nights = next(found for found in comparison(trio).rows if found.key == "nights").cells[0]
    assert (nights.point.value, nights.was, nights.note) == (
        "25 nights",
        "21 nights",
        "you asked for 21 days",
    )
    assert "The earlier quote of Ulm" in text_of(as_family(trio).get("/status/enquiry/"))


def test_while_a_revision_is_checked_the_old_quote_stays_and_cannot_be_chosen(trio, ulm, carla):
    quoted(trio, ulm, carla, nights=21)
    factories.quote(factories.request_to(trio, ulm), nights=99)
    column = comparison(trio).quoted[0]
    assert (column.quote.revision, column.is_being_revised, column.can_choose) == (1, True, False)
    page = text_of(as_family(trio).get("/status/enquiry/"))
    assert "99 nights" not in page
    assert "A revised quote has come; we are checking it." in page


def test_a_quote_past_its_day_is_marked_and_cannot_be_chosen(trio, ulm, carla):
    quoted(trio, ulm, carla)
    later = timezone.localdate() + timedelta(days=61)
    column = compare(own_requests(trio), today=later).quoted[0]
    assert (column.is_expired, column.can_choose) == (True, False)


def test_what_was_asked_is_said_in_words(trio, ulm):
    quote_request = factories.request_to(trio, ulm)
    quote_request.programs.add(ulm.programs.get(stay_days=31))
    assert compare([quote_request], today=today_in_berlin()).columns[0].asked == "21 or 31 days"
    quote_request.advise = True
    column = compare([quote_request], today=today_in_berlin()).columns[0]
    assert column.asked == "21 or 31 days, or what the hospital advises"
    quote_request.programs.clear()
    assert compare([quote_request], today=today_in_berlin()).columns[0].asked == "a stay the hospital advises"


def test_the_head_says_what_comes_next_and_by_when(haddad, ulm, carla):
    due = clocks.FIRST_ANSWER.due(haddad.created_at, urgent=haddad.urgent)
    assert status_words.now_sentences(haddad, own_requests(haddad)) == [
        "We have your enquiry and are reading it.",
        f"A person answers you by {status_words.day_words(due)}, {due:%H:%M}, German time, "
        "before it goes to the hospitals.",
    ]
    factories.release(haddad, ulm, carla)
    haddad.refresh_from_db()
    quote_request = factories.request_to(haddad, ulm)
    assert status_words.now_sentences(haddad, own_requests(haddad)) == [
        "1 hospital has your request.",
        f"We expect Ulm's answer by {status_words.day_words(quote_request.due_at)}.",
    ]


def test_a_question_of_ours_stands_on_top_until_it_is_answered(trio, carla):
    factories.ask_family(trio, carla, "Which hospital treats the child now?")
    client = as_family(trio)
    response = client.get("/status/enquiry/")
    assert response.context["question"].text == "Which hospital treats the child now?"
    client.post("/status/enquiry/write/", {"text": "In Amman.", "about": ""})
    assert client.get("/status/enquiry/").context["question"] is None


def test_the_family_reads_what_was_meant_for_it_and_no_note_of_ours(trio, ulm, carla):
    """Check 37: a hospital's raw question and an internal note stay with the coordinator."""
    quote_request = factories.request_to(trio, ulm)
    answering.ask(quote_request=quote_request, text="Canary raw question", by=Actor.hospital(quote_request))
    coordinating.add_note(enquiry=trio, text="Canary internal note", by=Actor.coordinator(carla))
    page = text_of(as_family(trio).get("/status/enquiry/"))
    assert "Canary" not in page.replace("Canary-Haddad", "")
    assert "Ulm has a question; we are reading it" in page


def test_who_has_read_it_names_hospitals_by_name_and_staff_by_role(trio, ulm, carla):
    """Check 65."""
    quote_request = factories.request_to(trio, ulm)
    record_access(
        enquiry=trio, by=Actor.hospital(quote_request), what="document", quote_request=quote_request
    )
    record_access(enquiry=trio, by=Actor.coordinator(carla), what="enquiry")
    response = as_family(trio).get("/status/enquiry/")
    assert [told.words for told in response.context["readers"]] == [
        "A coordinator read your enquiry",
        "Ulm downloaded a document",
    ]
    assert "carla" not in response.content.decode()


def test_the_page_says_how_long_the_visit_lasts_and_whose_clock_it_shows(trio, settings):
    client = as_family(trio)
    page = text_of(client.get("/status/enquiry/"))
    assert "You stay signed in for 30 minutes after your last step, 8 hours at most." in page
    assert "All times here are German time." in page
    settings.FAMILY_SESSION = (timedelta(minutes=1), timedelta(hours=1))
    assert "signed in for 1 minute after your last step, 1 hour at most." in text_of(
        client.get("/status/enquiry/")
    )


def test_signing_out_does_not_stand_beside_withdrawing(trio):
    page = as_family(trio).get("/status/enquiry/").text.split("<main")[1]
    assert page.index(">Sign out<") < page.index("<h1") < page.index("Withdraw")
    assert "Leave" not in page


def test_the_title_holds_nothing_personal(trio):
    body = as_family(trio).get("/status/enquiry/").content.decode()
    title = body[body.index("<title>") + 7 : body.index("</title>")]
    assert title == "Your enquiry · ALL Portal"


def fill(enquiry, ulm, carla, count):
    now = timezone.now()
    quote_request = factories.request_to(enquiry, ulm)
    quoted(enquiry, ulm, carla)
    for number in range(count):
        at = now - timedelta(minutes=number)
        Message.objects.create(
            enquiry=enquiry,
            quote_request=quote_request,
            author="family",
            text=f"m{number}",
            created_at=at,
            to_family_at=at,
        )
        Event.objects.create(
            enquiry=enquiry, quote_request=quote_request, kind="opened", actor="hospital", at=at
        )
        AccessLogEntry.objects.create(
            enquiry=enquiry, quote_request=quote_request, actor="hospital", what="request", at=at
        )
        if number:
            quoted(enquiry, ulm, carla, nights=number)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_queries_for_thirty_rows_as_for_one(
    trio, ulm, carla, count, django_assert_num_queries
):
    fill(trio, ulm, carla, count)
    client = as_family(trio)
    client.get("/status/enquiry/")
    with django_assert_num_queries(9):
        assert client.get("/status/enquiry/").status_code == 200
