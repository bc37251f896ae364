"""The number to call for an ambulance, by country: from enquiries/data/ambulance.toml, where its sources stand.

Only a number that two sources of different origin name is ever shown; where there is none, the page says so in words.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from enquiries.words.countries import COUNTRIES

FILE = Path(__file__).resolve().parent.parent / "data" / "ambulance.toml"
READ = {"page", "excerpt", "copy"}


@dataclass(frozen=True)
class Source:
    by: str
    """Its origin. Two pages of one origin are one source."""

    read: str
    numbers: tuple[str, ...]
    """All that it names for the ambulance."""

    page: str
    says: str = ""


@dataclass(frozen=True)
class Place:
    countries: tuple[str, ...]
    sources: tuple[Source, ...]
    number: str | None = None
    library: str = ""
    """What the phone library knows of the number: "emergency", or only "short"."""

    why: str = ""
    """Why there is no number."""


def read_places(text: str) -> tuple[Place, ...]:
    """Raises ValueError, naming the countries, for a row that could show a family a wrong number."""
    table = tomllib.loads(text)
    places = tuple(map(place_of, table["place"]))
    counted = table["origins"].keys() - set(table["uncounted"])
    wrong = [
        f"{', '.join(place.countries)}: {fault}"
        for place in places
        for fault in (*faults(place, counted), *stray_origins(place, table["origins"].keys()))
    ]
    codes = [code for place in places for code in place.countries]
    wrong += [f"{code}: stands twice" for code in sorted({code for code in codes if codes.count(code) > 1})]
    if wrong:
        raise ValueError("\n".join(wrong))
    return places


def place_of(row: dict[str, Any]) -> Place:
    sources = tuple(Source(**source | {"numbers": tuple(source["numbers"])}) for source in row["sources"])
    return Place(**row | {"countries": tuple(row["countries"]), "sources": sources})


def faults(place: Place, counted: set[str]) -> Iterator[str]:
    """`counted`: the origins that count towards the two."""
    naming = {source.by for source in place.sources if place.number in source.numbers} & counted
    if strange := [code for code in place.countries if code not in COUNTRIES]:
        yield f"no country: {strange}"
    if place.number is None and not place.why:
        yield "neither a number nor why there is none"
    if place.number is not None and place.why:
        yield "a number, and why there is none"
    if place.number is not None and not (place.number.isascii() and place.number.isdigit()):
        yield "a number is digits alone"
    if place.number is not None and len(naming) < 2:
        yield f"{place.number} is not named by two sources of different origin"


def stray_origins(place: Place, origins: set[str]) -> Iterator[str]:
    for source in place.sources:
        if source.by not in origins or source.read not in READ:
            yield f"unknown: {source.by}, {source.read}"


PLACES = read_places(FILE.read_text("utf-8"))
NUMBERS = {code: place.number for place in PLACES for code in place.countries}
EUROPEAN_UNION = next(frozenset(place.countries) for place in PLACES if "DE" in place.countries)
"""Germany among them: one number, one line on the page."""


def ambulance_number(country_code: str) -> str | None:
    """None where two sources don't agree or nobody has looked: "the ambulance number where you are"."""
    return NUMBERS.get(country_code)
