"""What a quote can't be, each with the field beside which it is said."""

from datetime import date, timedelta

import pytest

from enquiries.rules.quote_rules import misfits

TODAY = date(2026, 11, 23)
POSSIBLE = {
    "amount_low": 48000,
    "amount_high": 56000,
    "deposit": 56000,
    "currency": "EUR",
    "valid_until_on": TODAY,
    "earliest_admission_on": TODAY,
    "final_invoice_weeks_low": 8,
    "final_invoice_weeks_high": 8,
}


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def found(days_ago: int = 0, **changed) -> list[tuple[str, str]]:
    return list(misfits(POSSIBLE | changed, today=TODAY, answered_on=days(-days_ago)))


def test_at_each_of_its_bounds_a_quote_is_possible():
    assert found() == []
    assert found(deposit=0, earliest_admission_on=None, final_invoice_weeks_low=None) == []
    assert found(valid_until_on=days(730), earliest_admission_on=days(730)) == []


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"amount_low": None}, "amount_low", "needs an estimated sum"),
        ({"amount_high": 47999}, "amount_high", "below its lower end"),
        ({"deposit": 56001}, "deposit", "above the estimated sum"),
        ({"currency": ""}, "currency", "needs a currency"),
        ({"valid_until_on": days(-1)}, "valid_until_on", "valid today or longer"),
        ({"valid_until_on": days(731)}, "valid_until_on", "more than two years ahead"),
        ({"valid_until_on": days(730), "days_ago": 1}, "valid_until_on", "for more than two years"),
        ({"earliest_admission_on": days(-1)}, "earliest_admission_on", "lies in the past"),
        ({"earliest_admission_on": days(-6), "days_ago": 5}, "earliest_admission_on", "before the answer"),
        ({"earliest_admission_on": days(731)}, "earliest_admission_on", "more than two years ahead"),
        ({"final_invoice_weeks_high": 7}, "final_invoice_weeks_high", "shorter than the shortest"),
    ],
)
def test_one_step_beyond_it_is_said_at_its_field(changed, field, sentence):
    ((where, said),) = found(**changed)
    assert where == field
    assert sentence in said
