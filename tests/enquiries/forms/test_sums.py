"""Sums as an office types them. A sum read a thousand times too small would be a promise nobody meant."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from enquiries.forms.quote_form import QuoteForm
from enquiries.forms.sums import SumField, contradiction


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("48000", "48000"),
        ("48.000", "48000"),
        ("48,000", "48000"),
        ("48.000,50", "48000.50"),
        ("48,000.50", "48000.50"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"),
        ("48 000", "48000"),
        ("48\u202f000,5", "48000.5"),
        ("48'000.00", "48000"),
        ("EUR 48.000", "48000"),
        ("48.000 €", "48000"),
        ("0,5", "0.5"),
        ("1.5", "1.5"),
        ("0", "0"),
        ("\u0664\u0668000", "48000"),
        ("\u0664\u0668\u066c\u0660\u0660\u0660\u066b\u0665\u0660", "48000.50"),
        ("48.000,-", "48000"),
        ("48.000,\u2013 €", "48000"),
        ("48.000,-- EUR", "48000"),
        ("€ 48.000,00", "48000"),
        ("48 TEUR", "48000"),
        ("48,5 T€", "48500"),
        ("48 Tsd. Euro", "48000"),
        ("48k", "48000"),
        ("48 k", "48000"),
        ("1,2 Mio. EUR", "1200000"),
        ("48\u2019000.00 CHF", "48000"),
        ("1,23,456", "123456"),
        ("1,23,456.50", "123456.50"),
        ("US$ 48,000", "48000"),
        ("48\u00a0000\u00a0€", "48000"),
        ("\u200e48.000\u202c", "48000"),
        ("\uff14\uff18\uff10\uff10\uff10", "48000"),
    ],
)
def test_a_sum_means_what_its_writer_means(typed, means):
    assert SumField().clean(typed) == Decimal(means)


@pytest.mark.parametrize(
    "typed",
    [
        "about 50",
        "48.00,000",
        "1.2.3",
        "48 00",
        "4 8000",
        "0,500",
        "0.500",
        "012.000",
        "48.0000",
        "48,0000",
        "1,234.567",
        "48.000 - 52.000",
        "48-52",
        "48.000 bis 52.000",
        "48.000 EUR USD",
        "48 pro Nacht",
        "5 %",
        ".5",
        "5,",
        "NaN",
        "Infinity",
        "1e5",
        "--5",
        "48.000,000.1x",
        "1.234,5678",
        "9" * 40,
    ],
)
def test_what_is_no_sum_is_refused_with_a_sentence(typed):
    with pytest.raises(ValidationError):
        SumField().clean(typed)


@given(
    st.decimals(min_value=0, max_value=9_999_999, places=2),
    st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("'", "."), ("\u2019", ".")]),
    st.sampled_from(["{}", "EUR {}", "{} EUR", "€{}", "{}€", " {} Euro"]),
)
def test_every_sum_written_out_with_cents_is_read_as_itself(amount, marks, around):
    thousands, decimal = marks
    whole, cents = f"{amount:,.2f}".split(".")
    typed = around.format(f"{whole.replace(',', thousands)}{decimal}{cents}")
    assert SumField().clean(typed) == amount


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_sum_or_is_refused(typed):
    try:
        assert SumField(required=False).clean(typed) is None or not typed.isspace()
    except ValidationError as refused:
        assert refused.messages


@pytest.mark.parametrize(
    ("typed", "currency", "said"),
    [
        (
            "48.000 USD",
            "EUR",
            "The sum is written in USD, but the currency chosen is EUR. Please correct one.",
        ),
        ("48.000 €", "CHF", "The sum is written in EUR, but the currency chosen is CHF. Please correct one."),
        (
            "48.000 Fr.",
            "EUR",
            "The sum is written in CHF, but the currency chosen is EUR. Please correct one.",
        ),
        ("$48,000", "EUR", "The sum is written in $, but the currency chosen is EUR. Please correct one."),
        (
            "48.000",
            "KWD",
            "In KWD this can be read in two ways. Please write it without a mark, such as 48000.",
        ),
        ("48.000,50", "JPY", "JPY has no smaller coins. Please write a whole sum."),
        ("48.000 €", "EUR", ""),
        ("48 TEUR", "EUR", ""),
        ("$48,000", "CAD", ""),
        ("48,000", "EUR", ""),
        ("48000", "KWD", ""),
        ("48.000,00", "JPY", ""),
    ],
)
def test_what_contradicts_the_form_is_said(typed, currency, said):
    assert str(contradiction(typed, currency)) == said


def test_a_range_in_one_field_is_told_where_it_belongs():
    with pytest.raises(ValidationError, match="a range has two fields"):
        SumField().clean("48.000 – 52.000")


def test_the_form_refuses_a_sum_that_says_another_currency():
    form = QuoteForm(
        {"amount_low": "48.000 USD", "deposit": "5.000 €", "currency": "EUR", "valid_until_on": "2099-01-01"}
    )
    assert form.errors["amount_low"] == [
        "The sum is written in USD, but the currency chosen is EUR. Please correct one."
    ]
    assert "deposit" not in form.errors
