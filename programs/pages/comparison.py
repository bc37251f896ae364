"""Picked programs side by side: a column per hospital, a row per question."""

from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from ground.berlin import today_in_berlin
from ground.sections import Section
from hospitals.fact_keys import COMPARED_CARE, RULES, FactKey
from hospitals.models import Hospital, HospitalFact, Source, facts_in
from programs.models import Program
from programs.picks import Picks


@dataclass(frozen=True)
class Column:
    hospital: Hospital
    url: str
    programs: list[tuple[str, str]]
    advise: bool
    without: str
    """The query of the same comparison without this hospital."""
    accepts: bool


@dataclass(frozen=True)
class Cell:
    hospital: str
    fact: HospitalFact | None
    sources: list[int]


@dataclass
class Comparison:
    columns: list[Column]
    sections: list[Section[list[Cell]]] = field(default_factory=list)
    """A row per question, with a cell per hospital."""
    sources: dict[Source, int] = field(default_factory=dict)
    """Each source with the number its notes carry, in order of first mention."""


def compare_picks(picks: Picks, *, language: str) -> Comparison:
    """Two queries, the facts of all picked hospitals and their sources; one more for their words in a language that is
    not the source's."""
    chosen = picks.by_hospital()
    hospitals = [hospital for hospital, _programs, _advise in chosen]
    prefetch_related_objects(hospitals, *facts_in(language))
    comparison = Comparison([_column(picks, *one) for one in chosen])
    facts = {one.pk: {fact.key: fact.in_language(language) for fact in one.facts.all()} for one in hospitals}
    for title, keys in ((_("Their rules for a request"), RULES), (_("Cancer care"), COMPARED_CARE)):
        rows = [(str(key.label), _cells(key, hospitals, facts, comparison.sources)) for key in keys]
        comparison.sections.append(Section(title, rows))
    return comparison


def _column(picks: Picks, hospital: Hospital, programs: list[Program], advise: bool) -> Column:
    others = Picks(
        programs=[one for one in picks.programs if one.hospital_id != hospital.pk],
        advise=[one for one in picks.advise if one.pk != hospital.pk],
    )
    return Column(
        hospital=hospital,
        url=hospital.get_absolute_url(),
        programs=[(one.stay, one.get_absolute_url()) for one in programs],
        advise=advise,
        without=others.query(),
        accepts=hospital.accepts_requests(today_in_berlin()),
    )


def _cells(key: FactKey, hospitals: list[Hospital], facts: dict, numbers: dict[Source, int]) -> list[Cell]:
    cells = []
    for hospital in hospitals:
        fact = facts[hospital.pk].get(key)
        sources = fact.sources.all() if fact and fact.status == HospitalFact.Status.VERIFIED else []
        cited = sorted(numbers.setdefault(source, len(numbers) + 1) for source in sources)
        cells.append(Cell(hospital.short_name, fact, cited))
    return cells
