"""What a reader may narrow the programs by, read from the address. What is not understood is said, not obeyed."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ground.page_number import page_number
from hospitals.models import Hospital
from hospitals.pages.listing import called

SORTS = {
    "listed": gettext_lazy("As listed"),
    "city": gettext_lazy("City, A to Z"),
    "land": gettext_lazy("Land, A to Z"),
    "stay": gettext_lazy("Length of stay"),
}
MOST_VALUES = 20
MOST_OPTIONS = 40
"""Beyond this many hospitals nobody looks through a list to choose from: a name or a city is typed instead."""


@dataclass
class Filters:
    hospitals: list[str] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    lands: list[str] = field(default_factory=list)
    sort: str = "listed"
    page: int = 1
    hospital_words: str = ""
    """What was typed for a hospital, to be shown again where the list of them is too long to choose from."""
    is_long: bool = False
    ignored: list[str] = field(default_factory=list)
    """Sentences' ends such as “hospital: atlantis”, to be shown escaped."""
    hospital_options: list[tuple[str, str, bool]] = field(default_factory=list)
    land_options: list[tuple[str, str, bool]] = field(default_factory=list)
    day_options: list[tuple[int, bool]] = field(default_factory=list)

    @property
    def narrowed(self) -> bool:
        return bool(self.hospitals or self.days or self.lands)

    @property
    def sort_options(self) -> list[tuple[str, str, bool]]:
        return [(key, str(label), key == self.sort) for key, label in SORTS.items()]

    def apply(self, hospitals: list[Hospital], *, stays_of: dict[int, set[int]]) -> list[Hospital]:
        slugs = set(self.hospitals)
        left = [
            one
            for one in hospitals
            if (not slugs or one.slug in slugs)
            and (not self.lands or one.land_code in self.lands)
            and (not self.days or stays_of.get(one.pk, set()) & set(self.days))
        ]
        orders = {
            "city": lambda one: one.city.casefold(),
            "land": lambda one: (one.land, one.city.casefold()),
        }
        return sorted(left, key=orders[self.sort]) if self.sort in orders else left


def read_filters(query: QueryDict, *, hospitals: list[Hospital], stays: list[int]) -> Filters:
    lands = dict(sorted({one.land_code: one.land for one in hospitals}.items(), key=lambda pair: pair[1]))
    filters = Filters()
    _read_hospitals(query, hospitals, filters)
    filters.lands = _known(query, "land", _("Land"), list(lands), filters.ignored)
    days = _known(query, "days", _("days"), [str(days) for days in stays], filters.ignored)
    filters.days = sorted(int(one) for one in days)
    filters.sort = next(iter(_known(query, "sort", _("order"), list(SORTS), filters.ignored)), "listed")
    filters.page = page_number(query, filters.ignored)
    filters.land_options = [(code, name, code in filters.lands) for code, name in lands.items()]
    filters.day_options = [(one, one in filters.days) for one in stays]
    return filters


def _read_hospitals(query: QueryDict, hospitals: list[Hospital], filters: Filters) -> None:
    """By short address, as the options have it, or by the words of a name or a place."""
    by_slug = {one.slug: one for one in hospitals}
    asked = _values(query, "hospital")
    found: dict[str, None] = {}
    for value in asked:
        known = by_slug.get(value.casefold())
        slugs = [known.slug] if known else [one.slug for one in called(value, hospitals)]
        if not slugs:
            filters.ignored.append(_("hospital") + f": {value[:40]}")
        found |= dict.fromkeys(slugs)
    filters.hospitals = list(found)
    filters.is_long = len(hospitals) > MOST_OPTIONS
    if filters.is_long:
        first = next((value for value in asked), "")
        filters.hospital_words = by_slug[first].name if first in by_slug else first[:100]
    else:
        filters.hospital_options = [(one.slug, one.name, one.slug in found) for one in hospitals]


def _values(query: QueryDict, name: str) -> list[str]:
    return list(dict.fromkeys(value.strip() for value in query.getlist(name) if value.strip()))[:MOST_VALUES]


def _known(query: QueryDict, name: str, label: str, known: list[str], ignored: list[str]) -> list[str]:
    """The values of one parameter that exist, whatever their case; the others go to `ignored`."""
    asked = _values(query, name)
    by_fold = {one.casefold(): one for one in known}
    ignored += [f"{label}: {value[:40]}" for value in asked if value.casefold() not in by_fold]
    return [by_fold[value.casefold()] for value in asked if value.casefold() in by_fold]
