"""Sums as an office types them. A sum read a thousand times too small would be a promise nobody meant."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from enquiries.forms.sums import SumField


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
    ],
)
def test_a_sum_means_what_its_writer_means(typed, means):
    assert SumField().clean(typed) == Decimal(means)


@pytest.mark.parametrize(
    "typed", ["about 50", "NaN", "Infinity", "1e5", "--5", "48.000,000.1x", "1.234,5678", "9" * 40]
)
def test_what_is_no_sum_is_refused_with_a_sentence(typed):
    with pytest.raises(ValidationError):
        SumField().clean(typed)
