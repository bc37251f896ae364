"""The list of hospitals, narrowed by words and Land and cut into pages; read from the address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from ground.page_number import page_number
from hospitals.models import Hospital
from hospitals.search import fold, occurs, split_words

PER_PAGE = 50
MOST_LETTERS = 100


@dataclass
class Listing:
    page: Page
    matching: list[Hospital]
    words: str = ""
    land: str = ""
    lands: list[tuple[str, str, bool]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """Sentences' ends such as “Land: XX”, to be shown escaped."""
    is_long: bool = False

    @property
    def query(self) -> str:
        pairs = [(name, value) for name, value in (("q", self.words), ("land", self.land)) if value]
        return urlencode(pairs) + "&" if pairs else ""


def called(words: str, hospitals: list[Hospital]) -> Iterator[Hospital]:
    """Those in whose name or place every word begins a word; for words of nothing, none."""
    wanted = split_words(words)
    for one in hospitals if wanted else ():
        own = fold(f"{one.name} {one.short_name} {one.city} {one.land}")
        if all(occurs(word, own) for word in wanted):
            yield one


def list_hospitals(query: QueryDict) -> Listing:
    """One query, whatever the size of the catalogue."""
    hospitals = list(Hospital.objects.published())
    names = {one.land_code: one.land for one in hospitals}
    ignored: list[str] = []
    words = " ".join(query.get("q", "")[:MOST_LETTERS].split())
    asked = query.get("land", "").strip()
    land = asked.upper() if asked.upper() in names else ""
    if asked and not land:
        ignored.append(_("Land") + f": {asked[:40]}")
    matching = [one for one in hospitals if not land or one.land_code == land]
    if words:
        matching = list(called(words, matching))
    return Listing(
        page=Paginator(matching, PER_PAGE).get_page(page_number(query, ignored)),
        matching=matching,
        words=words,
        land=land,
        lands=[(code, name, code == land) for code, name in sorted(names.items(), key=lambda pair: pair[1])],
        ignored=ignored,
        is_long=len(hospitals) > PER_PAGE,
    )
