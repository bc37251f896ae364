from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ground.sections import Rows
from ground.translated import SOURCE
from hospitals.fact_keys import FactKey
from hospitals.models import Hospital, HospitalFact


@dataclass(frozen=True)
class Facts:
    rows: Rows[HospitalFact | None]
    """(label, fact): what was read or heard; None where nothing is recorded."""
    nothing: list[tuple[date, list[str]]]
    """What was looked for in vain, by the day of looking: said once, not row after row."""


def facts_of(
    hospital: Hospital, keys: Sequence[FactKey], *, with_gaps: bool = False, language: str = SOURCE
) -> Facts:
    """In the order of `keys`; `hospital` comes with its facts prefetched in that language (`with_facts`).

    With gaps: a question for which nothing is recorded is there too, with None.
    """
    facts = {fact.key: fact.in_language(language) for fact in hospital.facts.all()}
    rows: Rows[HospitalFact | None] = []
    nothing: dict[date, list[str]] = {}
    for key in keys:
        fact = facts.get(key)
        if fact and fact.status == HospitalFact.Status.NOT_FOUND:
            nothing.setdefault(fact.checked_on, []).append(str(key.label))
        elif fact or with_gaps:
            rows.append((str(key.label), fact))
    return Facts(rows, sorted(nothing.items()))


TREATED = {FactKey.CHILDREN: gettext_lazy("for children"), FactKey.ADULTS: gettext_lazy("for adults")}


def who_is_treated(hospitals: Sequence[Hospital]) -> dict[int, str]:
    """For each hospital's id the departments on record, as words. One query."""
    facts = HospitalFact.objects.filter(hospital__in=hospitals, key__in=TREATED)
    status = {(one, key): status for one, key, status in facts.values_list("hospital_id", "key", "status")}
    words: dict[str | None, str] = {
        HospitalFact.Status.VERIFIED: "{}",
        HospitalFact.Status.NOT_CONFIRMED: _("{} (not confirmed)"),
    }
    told: dict[int, list[str]] = {}
    for key, label in TREATED.items():
        for one in hospitals:
            if text := words.get(status.get((one.pk, key))):
                told.setdefault(one.pk, []).append(text.format(label))
    return {pk: ", ".join(labels) for pk, labels in told.items()}
