"""The hospitals and stays of the enquiry form: what is picked, what can be picked, and what fell away."""

from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from hospitals.models import Hospital
from programs.models import Program
from programs.picks import Picks

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


def wanted(picks: Picks) -> list[tuple[Hospital, list[Program], bool]]:
    """What is picked and open, hospital by hospital."""
    today = timezone.localdate()
    return [pick for pick in picks.by_hospital() if pick[0].accepts_requests(today)]


def build_offers(picks: Picks) -> Offers:
    """Two queries, however many hospitals there are."""
    picked = {hospital.pk for hospital, _programs, _advise in picks.by_hospital()}
    hospitals = list(Hospital.objects.published()[: SHOWN_WHOLE + 1])
    has_more = len(hospitals) > SHOWN_WHOLE
    if has_more:
        hospitals = [hospital for hospital, _programs, _advise in picks.by_hospital()]
    programs: dict[int, list[Program]] = {}
    for program in Program.objects.listed().filter(hospital__in=hospitals):
        programs.setdefault(program.hospital_id, []).append(program)
    chosen = {program.pk for program in picks.programs}
    advised = {hospital.pk for hospital in picks.advise}
    rows = [
        Offer(
            hospital,
            [(program, program.pk in chosen) for program in programs.get(hospital.pk, [])],
            hospital.pk in advised,
            _paused(hospital),
        )
        for hospital in hospitals
    ]
    return Offers(rows, has_more, [row for row in rows if row.paused and row.hospital.pk in picked])


def _paused(hospital: Hospital) -> str:
    if hospital.accepts_requests(timezone.localdate()) or not hospital.not_accepting_until_on:
        return ""
    day = formats.date_format(hospital.not_accepting_until_on, "DATE_FORMAT")
    return _("Takes no requests before %(day)s.") % {"day": day}
