"""A quote that states everything, and another value for each of its facts; drawn from the rows, by kind."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from enquiries.words.quote_facts import FACTS, kinds
from enquiries.words.quote_facts.fact import Fact
from ground.berlin import today_in_berlin

WORD = "Canary"


def full_quote() -> dict[str, Any]:
    return {fact.field: _example(fact) for fact in FACTS}


def _example(fact: Fact) -> Any:
    match fact.kind:
        case kinds.Text():
            return f"{WORD} {fact.field}"
        case kinds.Choice(options=options):
            return options.values[-1]
        case kinds.Sum():
            return Decimal(48_000)
        case kinds.Currency():
            return "EUR"
        case kinds.Count():
            return 8
        case kinds.Day():
            return today_in_berlin() + timedelta(days=60)
    raise NotImplementedError(fact.kind)


def another(fact: Fact) -> Any:
    """A value that a quote of the others may have too."""
    match fact.kind:
        case kinds.Text():
            return f"{WORD} again"
        case kinds.Choice(options=options):
            return options.values[1]
        case kinds.Currency():
            return "USD"
        case kinds.Day():
            return _example(fact) + timedelta(days=1)
    # The upper end of a range goes up, all other numbers down.
    return _example(fact) + (1 if fact.field.endswith("_high") else -1)
