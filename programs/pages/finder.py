"""The finder: hospitals down, stays across, a box to tick where they meet. Home and the list of programs show it."""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ground.berlin import today_in_berlin
from hospitals.models import Hospital
from programs.models import Program
from programs.pages.filters import Filters, read_filters
from programs.picks import Picks, read_picks

HOSPITALS_PER_PAGE = 25
HOSPITALS_ON_HOME = 10
WIDEST_TABLE = 8
"""Beyond this many different stays a table would no longer fit: each hospital then lists its own."""


@dataclass(frozen=True)
class Cell:
    days: int
    code: str = ""
    url: str = ""
    label: str = ""
    picked: bool = False


@dataclass(frozen=True)
class FinderRow:
    hospital: Hospital
    url: str
    cells: list[Cell]
    advise: bool
    paused_until_on: Any = None


@dataclass
class Finder:
    filters: Filters
    picks: Picks
    page: Page
    programs: list[Program]
    all_stays: list[int]
    elsewhere: list[tuple[str, str, str]] = field(default_factory=list)
    """Picks whose hospital this page does not show: (parameter, value, label). They stay ticked."""
    opening: bool = False

    @cached_property
    def stays(self) -> list[int]:
        return sorted({program.stay_days for program in self.programs})

    @property
    def is_table(self) -> bool:
        return len(self.stays) <= WIDEST_TABLE

    @property
    def longest(self) -> int:
        return max(self.all_stays, default=1)

    @cached_property
    def rows(self) -> list[FinderRow]:
        offered: dict[int, dict[int, Program]] = {}
        for program in self.programs:
            offered.setdefault(program.hospital_id, {})[program.stay_days] = program
        return [self._row(hospital, offered.get(hospital.pk, {})) for hospital in self.page]

    def _row(self, hospital: Hospital, offered: dict[int, Program]) -> FinderRow:
        picked = {program.pk for program in self.picks.programs}
        cells = [
            Cell(days, one.code, one.get_absolute_url(), one.stay, one.pk in picked)
            if (one := offered.get(days))
            else Cell(days)
            for days in self.stays
        ]
        if not self.is_table:
            cells = [cell for cell in cells if cell.code]
        open_now = hospital.accepts_requests(today_in_berlin())
        return FinderRow(
            hospital=hospital,
            url=hospital.get_absolute_url(),
            cells=cells,
            advise=hospital in self.picks.advise,
            paused_until_on=None if open_now else hospital.not_accepting_until_on,
        )


def build_finder(*, query: QueryDict, opening: bool = False) -> Finder:
    """At most five queries, whatever the size of the catalogue. `query` holds picks, filters and the page.

    `opening`: only the first few hospitals, for a page that leads to the whole list.
    """
    hospitals = list(Hospital.objects.published())
    stays_of: dict[int, set[int]] = {}
    for pk, days in Program.objects.listed().order_by().values_list("hospital_id", "stay_days"):
        stays_of.setdefault(pk, set()).add(days)
    all_stays = sorted(set().union(*stays_of.values()))
    filters = read_filters(query, hospitals=hospitals, stays=all_stays)
    left = filters.apply(hospitals, stays_of=stays_of)
    per_page, number = (HOSPITALS_ON_HOME, 1) if opening else (HOSPITALS_PER_PAGE, filters.page)
    page = Paginator(left, per_page).get_page(number)
    programs = list(Program.objects.listed().filter(hospital__in=list(page)))
    picks = read_picks(query)
    shown = [one for one in programs if not filters.days or one.stay_days in filters.days]
    elsewhere = _elsewhere(picks, shown, list(page))
    return Finder(filters, picks, page, shown, all_stays, elsewhere, opening)


def _elsewhere(picks: Picks, shown: list[Program], hospitals: list[Hospital]) -> list[tuple[str, str, str]]:
    programs = [("p", one.code, str(one)) for one in picks.programs if one not in shown]
    advise = [
        ("advise", one.slug, _("%(hospital)s: let them advise") % {"hospital": one.name})
        for one in picks.advise
        if one not in hospitals
    ]
    return programs + advise
