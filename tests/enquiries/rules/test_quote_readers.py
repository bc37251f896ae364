"""Each fact of a quote is read by everybody who reads quotes. One fact is changed; who has it before the eyes sees
another page."""

import pytest
import time_machine

from enquiries.models import AccessLogEntry, Quote
from enquiries.words.quote_facts import BY_FIELD, FACTS
from enquiries.words.quote_facts.fact import Told
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.entry.zone_doors import as_family, as_hospital, text_of
from tests.enquiries.words.quote_facts import another, full_quote

pytestmark = pytest.mark.django_db
by_field = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.field)
A_MONDAY = "2026-11-23T09:00:00Z"


@pytest.fixture(autouse=True)
def one_moment():
    """So that nothing but the fact makes two pages differ."""
    with time_machine.travel(A_MONDAY, tick=False):
        yield


@pytest.fixture
def quote(haddad, ulm, carla) -> Quote:
    return factories.quote(factories.release(haddad, ulm, carla), **full_quote())


def with_another(quote: Quote, fact) -> Quote:
    fresh = Quote.objects.get(pk=quote.pk)
    setattr(fresh, fact.field, another(fact))
    fresh.save()
    return fresh


def read(client, path: str) -> str:
    AccessLogEntry.objects.all().delete()
    response = client.get(path)
    assert response.status_code == 200
    return text_of(response)


def said(fact, quote: Quote) -> str:
    """By the fact's own line, or by the one in which it is read."""
    line = fact if isinstance(fact.told, Told) else BY_FIELD[fact.told.field]
    return line.words(quote).replace("\u00a0", " ")


def check_read(client, path: str, quote: Quote, fact) -> None:
    before = read(client, path).replace("\u00a0", " ")
    changed = with_another(quote, fact)
    after = read(client, path).replace("\u00a0", " ")
    assert said(fact, quote) in before
    assert before != after
    assert said(fact, changed) in after


@by_field
def test_the_family_compares_each_fact(haddad, carla, quote, fact):
    factories.release_quote(quote, carla)
    check_read(as_family(haddad), "/status/enquiry/", quote, fact)


@by_field
def test_the_hospital_reads_each_fact_that_it_sent(quote, fact):
    check_read(as_hospital(quote.quote_request), "/clinic/request/", quote, fact)


@by_field
def test_the_coordinator_reads_each_fact_on_the_enquirys_page(client, carla, haddad, quote, fact):
    desk = Desk(client, carla)
    check_read(client, desk.url(haddad), quote, fact)


@by_field
def test_the_coordinator_reads_each_fact_before_releasing_it(client, carla, haddad, quote, fact):
    desk = Desk(client, carla)
    check_read(client, desk.url(haddad, "release-quote", quote.quote_request.reference), quote, fact)


@by_field
def test_the_hospital_checks_each_fact_before_it_sends_it(haddad, ulm, carla, fact):
    sent = factories.release(haddad, ulm, carla)
    client = as_hospital(sent)
    own = {"reference": sent.reference, "revision": "0"}
    typed = {name: str(value) for name, value in full_quote().items()}
    before, after = (
        client.post("/clinic/request/quote/", own | facts)
        for facts in (typed, typed | {fact.field: str(another(fact))})
    )
    assert (before.status_code, before.context["missing"]) == (200, [])
    assert text_of(before) != text_of(after)
