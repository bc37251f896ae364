"""What a reader may narrow the programs by, read from the address. What is not understood is said, not obeyed."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hospitals.models import Hospital

SORTS = {
    "listed": gettext_lazy("As listed"),
    "city": gettext_lazy("City, A to Z"),
    "land": gettext_lazy("Land, A to Z"),
    "stay": gettext_lazy("Length of stay"),
}
MOST_VALUES = 20


@dataclass
class Filters:
    hospitals: list[str] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    lands: list[str] = field(default_factory=list)
    sort: str = "listed"
    page: int = 1
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
        left = [
            one
            for one in hospitals
            if (not self.hospitals or one.slug in self.hospitals)
            and (not self.lands or one.land_code in self.lands)
            and (not self.days or stays_of.get(one.pk, set()) & set(self.days))
        ]
        orders = {
            "city": lambda one: one.city.casefold(),
            "land": lambda one: (one.land, one.city.casefold()),
        }
        return sorted(left, key=orders[self.sort]) if self.sort in orders else left


def read_filters(query: QueryDict, *, hospitals: list[Hospital], stays: list[int]) -> Filters:
    slugs = {one.slug: one.name for one in hospitals}
    lands = dict(sorted({one.land_code: one.land for one in hospitals}.items(), key=lambda pair: pair[1]))
    filters = Filters()
    filters.hospitals = _known(query, "hospital", _("hospital"), list(slugs), filters.ignored)
    filters.lands = _known(query, "land", _("Land"), list(lands), filters.ignored)
    days = _known(query, "days", _("days"), [str(days) for days in stays], filters.ignored)
    filters.days = sorted(int(one) for one in days)
    filters.sort = next(iter(_known(query, "sort", _("order"), list(SORTS), filters.ignored)), "listed")
    filters.page = _page(query, filters.ignored)
    filters.hospital_options = [(slug, name, slug in filters.hospitals) for slug, name in slugs.items()]
    filters.land_options = [(code, name, code in filters.lands) for code, name in lands.items()]
    filters.day_options = [(one, one in filters.days) for one in stays]
    return filters


def _known(query: QueryDict, name: str, label: str, known: list[str], ignored: list[str]) -> list[str]:
    """The values of one parameter that exist, whatever their case; the others go to `ignored`."""
    asked = list(dict.fromkeys(value.strip() for value in query.getlist(name) if value.strip()))[:MOST_VALUES]
    by_fold = {one.casefold(): one for one in known}
    ignored += [f"{label}: {value[:40]}" for value in asked if value.casefold() not in by_fold]
    return [by_fold[value.casefold()] for value in asked if value.casefold() in by_fold]


def _page(query: QueryDict, ignored: list[str]) -> int:
    text = query.get("page", "").strip()
    if text.isascii() and text.isdigit() and 0 < len(text) <= 4:
        return int(text)
    if text:
        ignored.append(f"{_('page')}: {text[:40]}")
    return 1
