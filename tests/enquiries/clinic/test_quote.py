"""A quote in two steps: check, then send; one form makes one revision."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connections
from django.utils import timezone

from enquiries.actions import deciding
from enquiries.models import Document, Event, Quote
from enquiries.words.actors import Actor
from enquiries.words.quote_facts import POINTS
from tests import factories
from tests.enquiries.entry.zone_doors import as_hospital, text_of
from tests.enquiries.files import making

pytestmark = pytest.mark.django_db
PATH = "/clinic/request/quote/"


@pytest.fixture
def carla(db):
    """A coordinator who only acts; the tests that commit for real empty the groups' table."""
    return User.objects.create_user("carla")


@pytest.fixture
def sent(haddad, ulm, carla):
    return factories.release(haddad, ulm, carla)


def typed(quote_request, **fields):
    return {
        "amount_low": "48.000",
        "amount_high": "",
        "currency": "EUR",
        "valid_until_on": factories.in_days(60).isoformat(),
        "reference": quote_request.reference,
        "revision": "0",
    } | fields


def test_only_sum_currency_and_validity_are_demanded(sent):
    response = as_hospital(sent).post(PATH, {"reference": sent.reference, "revision": "0"})
    assert {name: list(errors) for name, errors in response.context["form"].errors.items()} == {
        "amount_low": ["A quote needs an estimated sum."],
        "currency": ["A quote needs a currency."],
        "valid_until_on": ["A quote needs a day until which it is valid."],
    }


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"currency": ""}, "currency", "A quote needs a currency."),
        ({"currency": "XXX"}, "currency", "Select a valid choice. XXX is not one of the available choices."),
        ({"amount_low": "0"}, "amount_low", "Ensure this value is greater than or equal to 0.01."),
        ({"amount_high": "47.000"}, "amount_high", "The upper end of the range is below its lower end."),
        ({"deposit": "48.001"}, "deposit", "The deposit is above the estimated sum."),
        ({"deposit": "-1"}, "deposit", "Ensure this value is greater than or equal to 0."),
        ({"nights": "-1"}, "nights", "Ensure this value is greater than or equal to 0."),
        ({"nights": "9" * 30}, "nights", "Ensure this value is less than or equal to 730."),
        (
            {"final_invoice_weeks_low": "12", "final_invoice_weeks_high": "8"},
            "final_invoice_weeks_high",
            "The longest time is shorter than the shortest.",
        ),
        ({"valid_until_on": "past"}, "valid_until_on", "A quote must be valid today or longer."),
        ({"valid_until_on": "far"}, "valid_until_on", "This date is more than two years ahead."),
        (
            {"earliest_admission_on": "past"},
            "earliest_admission_on",
            "The earliest admission lies in the past.",
        ),
        ({"earliest_admission_on": "99999-99-99"}, "earliest_admission_on", "Enter a valid date."),
    ],
)
def test_what_can_not_be_is_named_beside_its_field_and_kept(sent, fields, field, sentence):
    days = {"past": factories.in_days(-1), "far": factories.in_days(731)}
    fields = {name: days[value].isoformat() if value in days else value for name, value in fields.items()}
    response = as_hospital(sent).post(PATH, typed(sent, included="Canary kept", **fields) | {"step": "send"})
    assert response.status_code == 200
    assert response.context["form"].errors == {field: [sentence]}
    assert "Canary kept" in response.content.decode()
    assert Quote.objects.count() == 0


def test_checking_stores_nothing_and_shows_what_the_family_will_read(sent):
    client = as_hospital(sent)
    response = client.post(PATH, typed(sent, deposit="0", included="Ward\nNursing"))
    page = text_of(response)
    assert "Estimated cost EUR 48,000 What it assumes not stated" in page
    assert f"5 of {len(POINTS)} points stated" in page
    stated = {"amount_low", "deposit", "deposit_refundable", "included", "valid_until_on"}
    missing = [point.key for point in response.context["missing"]]
    assert missing == [fact.field for fact, _told in POINTS if fact.field not in stated]
    assert missing[:3] == ["assumptions", "not_included", "nights"]
    assert 'formaction="/clinic/request/quote/#div_id_nights"' in response.content.decode()
    assert Quote.objects.count() == 0
    sent.refresh_from_db()
    assert sent.state == "acknowledged"


def test_what_was_checked_can_be_changed_with_everything_kept(sent):
    response = as_hospital(sent).post(PATH, typed(sent, included="Ward\nNursing") | {"step": "edit"})
    assert response.context["form"]["included"].value() == "Ward\nNursing"
    assert response.templates[0].name == "clinic/quote.html"


def test_sending_makes_the_quote_as_it_was_typed(sent):
    client = as_hospital(sent)
    fields = {
        "amount_high": "56.000,50",
        "deposit": "50000",
        "deposit_refundable": "surplus",
        "nights": "21",
        "room": "twin",
        "companion": "Folding bed",
        "assumptions": "No intensive care",
        "included": "Ward",
        "not_included": "Interpreter",
        "earliest_admission_on": factories.in_days(9).isoformat(),
        "final_invoice_weeks_high": "8",
    }
    response = client.post(PATH, typed(sent, **fields) | {"step": "send"})
    assert (response.status_code, response.url) == (302, "/clinic/request/")
    quote = Quote.objects.get()
    assert (quote.amount_low, quote.amount_high, quote.currency) == (
        Decimal(48000),
        Decimal("56000.50"),
        "EUR",
    )
    assert (quote.deposit, quote.deposit_refundable) == (Decimal(50000), "surplus")
    assert (quote.nights, quote.room, quote.companion) == (21, "twin", "Folding bed")
    assert (quote.assumptions, quote.included, quote.not_included) == (
        "No intensive care",
        "Ward",
        "Interpreter",
    )
    assert (quote.earliest_admission_on, quote.valid_until_on) == (
        factories.in_days(9),
        factories.in_days(60),
    )
    assert (quote.final_invoice_weeks_low, quote.final_invoice_weeks_high) == (8, 8)
    assert (quote.revision, quote.released_at, quote.entered_by) == (1, None, None)
    page = text_of(client.get("/clinic/request/"))
    assert "Your quote is sent. Thank you." in page
    assert "Quote 1," in page


def test_the_letter_is_added_on_the_second_step(sent):
    data = typed(sent) | {"step": "send", "letter": making.upload("our letter.pdf", making.letter())}
    assert as_hospital(sent).post(PATH, data).status_code == 302
    letter = Quote.objects.get().letter
    assert (letter.name, letter.kind, letter.quote_request) == ("our letter.pdf", "quote_letter", sent)


def test_a_letter_that_can_not_be_taken_is_named_and_the_quote_waits(sent):
    data = typed(sent, included="Canary kept") | {
        "step": "send",
        "letter": making.upload("letter.pdf", b"no pdf at all"),
    }
    response = as_hospital(sent).post(PATH, data)
    assert list(response.context["letter_form"].errors) == ["letter"]
    assert "Canary kept" in response.content.decode()
    assert (Quote.objects.count(), Document.objects.count()) == (0, 0)


def test_a_double_click_makes_one_quote_and_keeps_one_letter(sent):
    client = as_hospital(sent)
    for _time in range(3):
        data = typed(sent) | {"step": "send", "letter": making.upload("letter.pdf", making.letter())}
        assert client.post(PATH, data).status_code == 302
    assert Quote.objects.count() == 1
    assert Document.objects.count() == 1
    assert Event.objects.filter(kind="quoted").count() == 1


def test_a_revision_begins_with_the_quote_before_and_replaces_it(sent):
    factories.quote(sent, nights=21)
    client = as_hospital(sent)
    form = client.get(PATH).context["form"]
    assert (form.initial["nights"], form.initial["revision"]) == (21, 1)
    assert client.post(PATH, typed(sent, revision="1", nights="25") | {"step": "send"}).status_code == 302
    assert [
        (quote.revision, quote.nights, quote.superseded_at is None)
        for quote in Quote.objects.order_by("revision")
    ] == [
        (1, 21, False),
        (2, 25, True),
    ]


def test_a_form_begun_before_a_newer_quote_is_refused_and_kept(sent):
    client = as_hospital(sent)
    client.post(PATH, typed(sent, nights="21") | {"step": "send"})
    response = client.post(PATH, typed(sent, nights="30") | {"step": "send"})
    assert response.status_code == 409
    assert "A newer quote for this request was sent in the meantime." in text_of(response)
    assert Quote.objects.get().nights == 21


def test_a_form_of_another_request_is_refused(sent):
    response = as_hospital(sent).post(PATH, typed(sent, reference="AAAAA-AAAAA") | {"step": "send"})
    assert response.status_code == 409
    assert Quote.objects.count() == 0


def test_quoting_after_declining_is_refused_with_the_reason(sent):
    client = as_hospital(sent)
    client.post("/clinic/request/decline/", {"reason": "no_capacity", "text": "No bed."})
    response = client.post(
        PATH, typed(sent) | {"step": "send", "letter": making.upload("l.pdf", making.letter())}
    )
    assert response.status_code == 409
    assert "This step is not possible any more" in text_of(response)
    assert (Quote.objects.count(), Document.objects.count()) == (0, 0)


def test_after_the_choice_a_quote_can_not_be_revised(sent, haddad, carla):
    factories.release_quote(factories.quote(sent), carla)
    deciding.accept(quote_request=sent, by=Actor.family(haddad))
    response = as_hospital(sent).post(PATH, typed(sent, revision="1") | {"step": "send"})
    assert response.status_code == 409
    assert Quote.objects.count() == 1


def test_fields_a_hospital_must_not_set_are_ignored(sent):
    """Check 44."""
    more = {
        "released_at": "2026-01-01",
        "superseded_at": "2026-01-01",
        "source": "fax",
        "entered_by": "1",
        "id": "7",
    }
    as_hospital(sent).post(PATH, typed(sent) | more | {"step": "send"})
    quote = Quote.objects.get()
    assert (quote.released_at, quote.superseded_at, quote.source, quote.entered_by) == (None, None, "", None)


@pytest.mark.django_db(transaction=True)
def test_many_sendings_at_once_make_one_quote(sent):
    """Check 1 in small: an impatient office on a slow line."""
    clients = [as_hospital(sent) for _number in range(8)]

    def send(client):
        try:
            return client.post(PATH, typed(sent) | {"step": "send"}).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(send, clients)) == [302] * 8
    assert Quote.objects.count() == 1


def test_a_quote_from_far_ahead_in_time_is_kept_as_typed(sent):
    """The last day that may be named is still taken."""
    day = timezone.localdate() + timedelta(days=730)
    as_hospital(sent).post(PATH, typed(sent, valid_until_on=day.isoformat()) | {"step": "send"})
    assert Quote.objects.get().valid_until_on == day
