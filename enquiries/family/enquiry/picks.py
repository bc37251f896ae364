"""The hospitals and stays of the enquiry form: what is picked, what can be picked, and what fell away."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from ground.berlin import today_in_berlin
from hospitals.models import Hospital
from languages.dates import when
from programs.models import Program
from programs.picks import Picks, Wish, read_picks

SHOWN_WHOLE = 12
"""Up to so many hospitals the form offers all of them; beyond, the picked ones and the way back to the finder."""


@dataclass(frozen=True)
class Offer:
    hospital: Hospital
    stays: list[tuple[Program, bool]]
    advise: bool
    paused: str = ""

    @property
    def is_picked(self) -> bool:
        return not self.paused and (self.advise or any(picked for _program, picked in self.stays))


@dataclass(frozen=True)
class Offers:
    rows: list[Offer]
    has_more: bool
    closed: list[Offer]
    """Picked, but not open at the moment; they stay out of the enquiry."""

    @property
    def picked(self) -> list[Offer]:
        return [row for row in self.rows if row.is_picked]

    @property
    def others(self) -> list[Offer]:
        """Folded below the picked ones: a form full of boxes already decided on is long to pass by."""
        return [row for row in self.rows if not row.is_picked]


@dataclass(frozen=True)
class Picked:
    """What was picked, hospital by hospital: all of it, and what is open today."""

    picks: Picks
    wishes: list[Wish]
    wanted: list[Wish]

    @property
    def hospitals(self) -> list[Hospital]:
        return [wish.hospital for wish in self.wanted]


def read_picked(data: QueryDict) -> Picked:
    picks, today = read_picks(data), today_in_berlin()
    wishes = picks.by_hospital()
    return Picked(picks, wishes, [wish for wish in wishes if wish.hospital.accepts_requests(today)])


def build_offers(picked: Picked) -> Offers:
    """Two queries, however many hospitals there are."""
    hospitals = list(Hospital.objects.published()[: SHOWN_WHOLE + 1])
    has_more = len(hospitals) > SHOWN_WHOLE
    if has_more:
        hospitals = [wish.hospital for wish in picked.wishes]
    programs: dict[int, list[Program]] = {}
    for program in Program.objects.listed().filter(hospital__in=hospitals):
        programs.setdefault(program.hospital_id, []).append(program)
    chosen = {program.pk for program in picked.picks.programs}
    advised = {hospital.pk for hospital in picked.picks.advise}
    asked = {wish.hospital.pk for wish in picked.wishes}
    rows = [
        Offer(
            hospital,
            [(program, program.pk in chosen) for program in programs.get(hospital.pk, [])],
            hospital.pk in advised,
            _paused(hospital),
        )
        for hospital in hospitals
    ]
    return Offers(rows, has_more, [row for row in rows if row.paused and row.hospital.pk in asked])


def _paused(hospital: Hospital) -> str:
    if hospital.accepts_requests(today_in_berlin()) or not hospital.not_accepting_until_on:
        return ""
    day = when(hospital.not_accepting_until_on, "day_year")
    return _("Takes no requests before %(day)s.") % {"day": day}
