"""Check 14: of two different quotes at the same moment one is made, and the other's author is asked to look first."""

import pytest

from enquiries.actions import answering
from enquiries.models import Quote
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_hospital, text_of
from tests.enquiries.two_at_once import while_the_first_has_not_finished

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_different_quotes_at_once_are_one_quote_and_a_refusal(haddad, ulm, carla):
    sent = factories.release(haddad, ulm, carla)
    client = as_hospital(sent)
    form = {
        "amount_low": "61.000",
        "currency": "EUR",
        "valid_until_on": factories.in_days(60).isoformat(),
        "reference": sent.reference,
        "revision": "0",
        "step": "send",
    }
    other = while_the_first_has_not_finished(
        lambda: answering.quote(quote_request=sent, facts=factories.quote_facts(), by=Actor.hospital(sent)),
        lambda: client.post("/clinic/request/quote/", form),
    )
    assert other.answer.status_code == 409
    assert "A newer quote for this request was sent in the meantime" in text_of(other.answer)
    assert [(quote.revision, quote.amount_low) for quote in Quote.objects.all()] == [(1, 48_000)]
