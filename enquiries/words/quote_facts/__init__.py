"""Every fact of a quote, in the order of asking; the points it states stand in the order in which a family asks.

Modelled on the US Good Faith Estimate: in writing, itemized, with its assumptions and its dates.
"""

from enquiries.words.quote_facts import costs, stay
from enquiries.words.quote_facts.fact import Fact, Told

FACTS: tuple[Fact, ...] = (
    *costs.ESTIMATE,
    *costs.HOLDS,
    *costs.PAYMENT,
    *stay.STAY,
    *stay.DATES,
    *costs.INVOICE,
)
BY_FIELD = {fact.field: fact for fact in FACTS}
POINTS: tuple[tuple[Fact, Told], ...] = tuple(
    sorted(
        ((fact, fact.told) for fact in FACTS if isinstance(fact.told, Told)),
        key=lambda point: point[1].place,
    )
)


def is_always_there(fact: Fact) -> bool:
    """No quote is kept without it."""
    return fact.required or (bool(fact.or_else) and BY_FIELD[fact.or_else].required)
