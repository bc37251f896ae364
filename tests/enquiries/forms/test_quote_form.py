"""One table of what a quote can't be; both forms, the rule and the action are held against it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from enquiries.actions import answering
from enquiries.clinic.forms import OwnQuoteForm
from enquiries.desk.decisions.quote_entry import EnteredQuoteForm
from enquiries.models import Quote, QuoteRequest
from enquiries.rules import quote_rules
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from ground.berlin import today_in_berlin
from tests import factories

pytestmark = pytest.mark.django_db


def day(number: int):
    return today_in_berlin() + timedelta(days=number)


# The facts that differ from a good quote's; how many days ago the hospital answered; the field; the sentence.
CANNOT_BE = {
    "a range upside down": (
        {"amount_high": Decimal(47_000)},
        0,
        "amount_high",
        "The upper end of the range is below its lower end.",
    ),
    "a deposit above the sum": (
        {"deposit": Decimal(48_001)},
        0,
        "deposit",
        "The deposit is above the estimated sum.",
    ),
    "the longest time shorter than the shortest": (
        {"final_invoice_weeks_low": 12, "final_invoice_weeks_high": 8},
        0,
        "final_invoice_weeks_high",
        "The longest time is shorter than the shortest.",
    ),
    "valid until yesterday": (
        {"valid_until_on": -1},
        0,
        "valid_until_on",
        "A quote must be valid today or longer.",
    ),
    "run out since the hospital answered": (
        {"valid_until_on": -1},
        3,
        "valid_until_on",
        "A quote must be valid today or longer.",
    ),
    "valid too long from now": (
        {"valid_until_on": 731},
        0,
        "valid_until_on",
        "This date is more than two years ahead.",
    ),
    "valid too long from the answer": (
        {"valid_until_on": 728},
        3,
        "valid_until_on",
        "A quote can't be valid for more than two years.",
    ),
    "admission yesterday, answered today": (
        {"earliest_admission_on": -1},
        0,
        "earliest_admission_on",
        "The earliest admission lies in the past.",
    ),
    "admission before the answer": (
        {"earliest_admission_on": -4},
        3,
        "earliest_admission_on",
        "The earliest admission lies before the answer.",
    ),
    "admission too far ahead": (
        {"earliest_admission_on": 731},
        0,
        "earliest_admission_on",
        "This date is more than two years ahead.",
    ),
}
MAY_BE = {
    "the last day that may be named": ({"valid_until_on": 730, "earliest_admission_on": 730}, 0),
    "valid for today only, admission today": ({"valid_until_on": 0, "earliest_admission_on": 0}, 0),
    "admission on the day of an answer that is entered later": ({"earliest_admission_on": -3}, 3),
    "valid two years from that answer": ({"valid_until_on": 727}, 3),
}
GOOD = {"amount_low": Decimal(48_000), "amount_high": None, "currency": "EUR", "valid_until_on": 60}


@pytest.fixture
def sent(haddad, ulm, carla) -> QuoteRequest:
    factories.release(haddad, ulm, carla)
    QuoteRequest.objects.update(sent_at=timezone.now() - timedelta(days=5))
    return factories.request_to(haddad, ulm)


def facts_with(changed: dict) -> dict:
    facts = GOOD | changed
    return {
        name: day(value) if name.endswith("_on") and value is not None else value
        for name, value in facts.items()
    }


def forms_for(facts: dict, answered: int) -> list:
    """The coordinator's form, and the hospital's own where the answer is of today."""
    typed = {name: str(value) for name, value in facts.items() if value is not None}
    entered = EnteredQuoteForm(typed | {"source": "fax", "answered_on": day(-answered).isoformat()})
    own = OwnQuoteForm(typed | {"revision": "0", "reference": "AAAAA-AAAAA"})
    return [entered] if answered else [entered, own]


def enter(sent: QuoteRequest, facts: dict, answered: int, carla) -> Quote:
    """As a coordinator, past every form."""
    return answering.quote(
        quote_request=sent,
        facts={"amount_high": facts["amount_low"]} | {k: v for k, v in facts.items() if v is not None},
        by=Actor.coordinator(carla),
        source="fax",
        answered_on=day(-answered),
    )


@pytest.mark.parametrize("case", CANNOT_BE)
def test_every_form_says_beside_its_field_what_the_rule_says_and_nothing_else(case):
    changed, answered, field, sentence = CANNOT_BE[case]
    for form in forms_for(facts_with(changed), answered):
        assert form.errors == {field: [sentence]}, type(form).__name__


@pytest.mark.parametrize("case", CANNOT_BE)
def test_the_action_refuses_with_the_same_sentence(case, sent, carla):
    changed, answered, _field, sentence = CANNOT_BE[case]
    with pytest.raises(Refused) as refusal:
        enter(sent, facts_with(changed), answered, carla)
    assert str(refusal.value) == sentence
    assert Quote.objects.count() == 0


@pytest.mark.parametrize("case", MAY_BE)
def test_what_the_rule_allows_is_taken_by_every_form_and_the_action(case, sent, carla):
    changed, answered = MAY_BE[case]
    facts = facts_with(changed)
    for form in forms_for(facts, answered):
        assert form.errors == {}, type(form).__name__
    made = enter(sent, facts, answered, carla)
    assert made.answered_on == day(-answered)


def test_several_faults_are_each_named_at_once():
    facts = facts_with({"currency": "", "deposit": Decimal(99_000), "earliest_admission_on": -1})
    found = quote_rules.misfits(
        facts | {"amount_high": facts["amount_low"]}, today=day(0), answered_on=day(0)
    )
    assert [field for field, _sentence in found] == ["deposit", "currency", "earliest_admission_on"]


def test_without_its_sum_a_quote_is_asked_for_the_sum_alone():
    [form] = forms_for(facts_with({"amount_low": None, "deposit": Decimal(5)}), 3)
    assert form.errors == {"amount_low": ["A quote needs an estimated sum."]}
    found = quote_rules.misfits(
        {"currency": "EUR", "valid_until_on": day(1)}, today=day(0), answered_on=day(0)
    )
    assert list(found) == [("amount_low", "A quote needs an estimated sum above zero.")]


@pytest.mark.parametrize("answered_on", ["", "9999-12-31", "0001-01-01", "yesterday"])
def test_any_day_typed_as_the_answers_is_read_without_a_fall(answered_on):
    typed = {name: str(value) for name, value in facts_with({}).items() if value is not None}
    form = EnteredQuoteForm(typed | {"source": "fax", "answered_on": answered_on})
    assert isinstance(form.is_valid(), bool)
