from collections.abc import Sequence

from hospitals.fact_keys import FactKey
from hospitals.models import Hospital, HospitalFact

FactRow = tuple[str, HospitalFact | None]


def facts_of(hospital: Hospital, keys: Sequence[FactKey], *, with_gaps: bool = False) -> list[FactRow]:
    """(label, fact) in the order of `keys`; `hospital` comes with its facts prefetched (`with_facts`).

    With gaps: a question for which nothing is recorded is there too, with None.
    """
    facts = {fact.key: fact for fact in hospital.facts.all()}
    rows = [(str(key.label), facts.get(key)) for key in keys]
    return [row for row in rows if with_gaps or row[1]]
