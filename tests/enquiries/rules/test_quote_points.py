"""The points of a good quote: one list for the hospital's check, the coordinator's and the family's comparison."""

from datetime import date
from decimal import Decimal

import pytest

from enquiries.models import Quote
from enquiries.rules.quote_points import quote_points, quote_points_missing, stated_words
from enquiries.words.money import CURRENCIES, currency_choices, money_range
from enquiries.words.quote_facts import POINTS
from tests.enquiries.words.quote_facts import full_quote

# Those whose words are compared below; the rest of a full quote comes from the rows.
NAMED = {
    "amount_low": Decimal("48000"),
    "amount_high": Decimal("56000"),
    "currency": "EUR",
    "deposit": Decimal("56000"),
    "deposit_refundable": "surplus",
    "nights": 21,
    "earliest_admission_on": date(2026, 12, 9),
    "valid_until_on": date(2027, 1, 24),
    "final_invoice_weeks_low": 8,
    "final_invoice_weeks_high": 12,
    "room": "twin",
    "companion": "a folding bed",
    "included": "ward, nursing, laboratory",
    "not_included": "interpreter",
    "assumptions": "no intensive care",
}
FULL = full_quote() | NAMED
ALL = len(POINTS)


def test_a_full_quote_states_all_points_in_a_familys_order():
    points = quote_points(Quote(**FULL))
    assert [(point.key, point.value) for point in points if point.key in NAMED] == [
        ("amount_low", "EUR\u00a048,000\u00a0– 56,000"),
        ("assumptions", "no intensive care"),
        ("deposit", "EUR\u00a056,000, the whole estimate"),
        ("deposit_refundable", "What is not used comes back"),
        ("included", "ward, nursing, laboratory"),
        ("not_included", "interpreter"),
        ("nights", "21 nights"),
        ("room", "Two-bed room"),
        ("companion", "a folding bed"),
        ("earliest_admission_on", "9 December 2026"),
        ("valid_until_on", "24 January 2027"),
        ("final_invoice_weeks_high", "8 to 12 weeks"),
    ]
    assert stated_words(points) == f"{ALL} of {ALL} points stated"


def test_what_is_left_out_is_printed_as_not_stated_never_blank():
    bare = {key: FULL[key] for key in ("amount_low", "amount_high", "currency", "valid_until_on")}
    points = quote_points(Quote(**bare))
    assert {point.key for point in points if point.stated} == {"amount_low", "valid_until_on"}
    assert {point.value for point in points if not point.stated} == {"not stated"}
    assert stated_words(points) == f"2 of {ALL} points stated"


def test_the_missing_points_of_facts_are_those_of_the_quote_made_from_them():
    facts = FULL | {"companion": "  ", "room": "", "nights": None}
    assert [point.key for point in quote_points_missing(facts)] == ["nights", "room", "companion"]
    assert len(quote_points_missing({})) == ALL
    assert quote_points_missing(FULL) == []


def test_where_nothing_is_paid_in_advance_nobody_asks_whether_it_comes_back():
    facts = FULL | {"deposit": Decimal(0), "deposit_refundable": ""}
    assert quote_points_missing(facts) == []
    values = {point.key: point.value for point in quote_points(Quote(**facts))}
    assert (values["deposit"], values["deposit_refundable"]) == ("Nothing", "Nothing is paid in advance")


def test_a_sum_without_a_range_is_one_sum_and_cents_show_only_where_there_are_some():
    assert money_range(Decimal("61400.00"), Decimal("61400.00"), "EUR") == "EUR\u00a061,400"
    assert money_range(Decimal("61400.50"), Decimal("62000.00"), "USD") == "USD\u00a061,400.50\u00a0– 62,000"


def test_zero_nights_is_a_statement_not_a_gap():
    assert quote_points_missing(FULL | {"nights": 0}) == []


def test_every_currency_is_offered_once():
    offered = [code for _group, rows in currency_choices()[1:] for code, _label in rows]
    assert sorted(offered) == sorted(CURRENCIES)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(None, 8, "8 weeks"), (8, 8, "8 weeks"), (1, 1, "1 week"), (8, None, "not stated")],
)
def test_the_weeks_to_the_final_invoice_are_said_as_they_were_given(low, high, words):
    points = quote_points(Quote(**FULL | {"final_invoice_weeks_low": low, "final_invoice_weeks_high": high}))
    assert [point.value for point in points if point.key == "final_invoice_weeks_high"] == [words]
