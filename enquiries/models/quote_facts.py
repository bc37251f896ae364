"""The columns of a quote's facts, one for each row (enquiries.words.quote_facts). What a hospital wrote in its own
words is ciphertext."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from enquiries.sealing.fields import EncryptedTextField, Sealed
from enquiries.words.quote_facts import FACTS, is_always_there, kinds
from enquiries.words.quote_facts.fact import Fact


class QuoteFacts(Sealed):
    # The columns come below; these lines tell a type checker of those that code reads by name.
    amount_low: Decimal
    amount_high: Decimal
    deposit: Decimal | None
    currency: str
    nights: int | None
    earliest_admission_on: date | None
    valid_until_on: date

    class Meta:
        abstract = True


def _column(fact: Fact) -> "models.Field[Any, Any]":
    gap: dict[str, Any] = {} if is_always_there(fact) else {"null": True, "blank": True}
    match fact.kind:
        case kinds.Text():
            # What a person typed never stands in clear.
            assert not fact.clear_because  # noqa: S101
            return EncryptedTextField(blank=True, default="")
        case kinds.Choice(options=options):
            return models.CharField(max_length=10, choices=options, blank=True, default="")
        case kinds.Currency():
            return models.CharField(max_length=3)
        case kinds.Sum(digits=digits, decimals=decimals):
            return models.DecimalField(max_digits=digits, decimal_places=decimals, **gap)
        case kinds.Count():
            return models.PositiveSmallIntegerField(**gap)
        case kinds.Day():
            return models.DateField(**gap)
    raise NotImplementedError(f"no column for {fact.kind!r}")


for _fact in FACTS:
    QuoteFacts.add_to_class(_fact.field, _column(_fact))
