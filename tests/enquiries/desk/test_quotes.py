"""A hospital's answer entered for it, and the check before the family reads a quote."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from enquiries.models import Event, Quote, QuoteRequest
from enquiries.words.quote_facts import POINTS
from languages.dates import when
from tests import factories
from tests.enquiries.desk.desk import Desk, hidden_fields
from tests.enquiries.entry.zone_doors import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


@pytest.fixture
def request_at_ulm(haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    QuoteRequest.objects.update(sent_at=timezone.now() - timedelta(days=5))
    return factories.request_to(haddad, ulm)


def typed(**fields) -> dict:
    return {
        "source": "fax",
        "answered_on": factories.in_days(-3),
        "amount_low": "48.000",
        "amount_high": "56.000,00",
        "currency": "EUR",
        "valid_until_on": factories.in_days(60),
        "deposit": "",
        "deposit_refundable": "",
        "room": "single",
        "included": "Ward, laboratory",
    } | fields


def test_a_quote_that_came_by_fax_is_kept_with_its_source_and_its_real_day(
    desk, haddad, request_at_ulm, carla
):
    response = desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed())
    assert response.status_code == 302
    quote = Quote.objects.get()
    assert (quote.amount_low, quote.amount_high, quote.currency) == (Decimal(48000), Decimal(56000), "EUR")
    assert (quote.source, quote.answered_on, quote.entered_by) == ("fax", factories.in_days(-3), carla)
    assert (quote.included, quote.released_at) == ("Ward, laboratory", None)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"currency": ""}, "A quote needs a currency."),
        ({"source": ""}, "This field is required."),
        ({"source": "pigeon"}, "Select a valid choice."),
        ({"answered_on": "yesterday"}, "Enter a valid date."),
        ({"valid_until_on": factories.in_days(-1)}, "A quote must be valid today or longer."),
        ({"deposit": "99.000"}, "The deposit is above the estimated sum."),
        ({"amount_low": "a lot"}, "Please write a sum in figures"),
    ],
)
def test_what_cannot_be_is_named_at_its_field_and_the_rest_is_kept(
    desk, haddad, request_at_ulm, wrong, sentence
):
    response = desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed(**wrong))
    page = response.content.decode()
    assert (response.status_code, Quote.objects.count()) == (422, 0)
    assert sentence in page and "Ward, laboratory" in page


@pytest.mark.parametrize("days", [1, -30])
def test_a_day_before_the_sending_or_after_today_is_refused(desk, haddad, request_at_ulm, days):
    response = desk.decide(
        haddad, "enter-quote", request_at_ulm.reference, **typed(answered_on=factories.in_days(days))
    )
    assert (response.status_code, Quote.objects.count()) == (409, 0)
    assert "must lie between the day it was sent" in response.content.decode()


def test_a_letter_is_kept_with_the_quote_and_can_be_opened(desk, haddad, request_at_ulm):
    response = desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed(letter=pdf()))
    assert response.status_code == 302
    letter = Quote.objects.get().letter
    assert (letter.kind, letter.quote_request_id, letter.name) == (
        "quote_letter",
        request_at_ulm.pk,
        "quote.pdf",
    )
    download = desk.open(haddad, "document", letter.uid)
    assert (download.status_code, download["Content-Type"]) == (200, "application/pdf")
    assert download["Content-Disposition"].startswith("attachment")
    assert haddad.access_log.first().what == "document"


def test_a_letter_that_is_no_letter_keeps_nothing(desk, haddad, request_at_ulm):
    trick = io.BytesIO(b"MZ\x90\x00 this is a program")
    trick.name = "quote.pdf"
    response = desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed(letter=trick))
    assert response.status_code == 409
    assert not Quote.objects.exists() and not haddad.documents.exists()


def test_a_refusal_is_entered_with_source_and_day(desk, haddad, request_at_ulm, ulm):
    desk.decide(
        haddad, "enter-decline", request_at_ulm.reference,
        source="phone", answered_on=factories.in_days(-3), reason="no_capacity", text="No bed before March.",
    )  # fmt: skip
    quote_request = factories.request_to(haddad, ulm)
    assert (quote_request.state, quote_request.decline_reason, quote_request.decline_text) == (
        "declined", "no_capacity", "No bed before March.",
    )  # fmt: skip
    day = when(factories.in_days(-3), "day_year_short")
    page = text_of(desk.open(haddad))
    assert f"No bed before March. Answered on {day} · By telephone" in page


def test_the_check_names_what_is_not_stated_and_the_release_shows_it_to_the_family(
    desk, haddad, request_at_ulm
):
    quote = factories.quote(request_at_ulm)
    page = desk.open(haddad, "release-quote", request_at_ulm.reference)
    assert page.context["stated"] == f"4 of {len(POINTS)} points stated"
    assert [str(label) for label in page.context["missing"]][:2] == ["What it assumes", "Does it come back?"]
    desk.decide(haddad, "release-quote", request_at_ulm.reference)
    quote.refresh_from_db()
    assert quote.released_at is not None
    assert desk.decide(haddad, "release-quote", request_at_ulm.reference).status_code == 409


def test_a_revision_that_nobody_looked_at_is_not_released(desk, haddad, request_at_ulm, ulm):
    """Even with the version of now: the revision in the form must be the newest."""
    factories.quote(request_at_ulm)
    old = desk.open(haddad, "release-quote", request_at_ulm.reference).context["quote"].revision
    factories.quote(factories.request_to(haddad, ulm), nights=99)
    response = desk.decide(haddad, "release-quote", request_at_ulm.reference, revision=old)
    assert response.status_code == 409
    assert "There is a newer revision of this quote" in response.content.decode()
    assert not Quote.objects.filter(released_at__isnull=False).exists()
    assert hidden_fields(response)["revision"] == "2"  # the next click releases what is shown now


def test_where_there_is_no_quote_none_is_released(desk, haddad, request_at_ulm):
    response = desk.decide(haddad, "release-quote", request_at_ulm.reference)
    assert response.status_code == 409
    assert "There is no quote of this hospital." in response.content.decode()


def test_a_quote_entered_again_is_the_next_revision_with_the_last_ones_values_to_start_from(
    desk, haddad, request_at_ulm
):
    desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed())
    form = desk.open(haddad, "enter-quote", request_at_ulm.reference).context["form"]
    assert (form.initial["included"], form.initial["amount_low"]) == ("Ward, laboratory", Decimal(48000))
    desk.decide(haddad, "enter-quote", request_at_ulm.reference, **typed(nights="30"))
    assert [(quote.revision, quote.nights) for quote in Quote.objects.order_by("revision")] == [
        (1, None),
        (2, 30),
    ]
    assert Quote.objects.get(revision=1).superseded_at is not None
    assert Event.objects.filter(kind="quote_revised").count() == 1


def pdf() -> io.BytesIO:
    import pikepdf

    made = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(made)
    made.seek(0)
    made.name = "quote.pdf"
    return made
