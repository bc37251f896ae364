"""A map of Germany drawn by the server: an outline of our own, simplified by hand, and the hospitals on it."""

from dataclasses import dataclass
from math import cos, radians

from django.utils.translation import gettext, gettext_noop

from hospitals.models import Hospital
from hospitals.pages.germany import ISLANDS, MAINLAND

WEST, EAST, SOUTH, NORTH = 5.5, 15.4, 47.0, 55.2
UNITS_PER_DEGREE = 60
# One degree of longitude is shorter than one of latitude; at Germany's middle by this factor.
SQUEEZE = cos(radians((SOUTH + NORTH) / 2))
MOST_LABELS = 12


@dataclass(frozen=True)
class Point:
    name: str
    x: float
    y: float
    url: str = ""
    side: str = "start"


@dataclass(frozen=True)
class Map:
    width: int
    height: int
    outline: str
    places: list[Point]
    cities: list[Point]
    dots: str = ""
    """Where there are too many to name and to touch: all of them as one path of points."""


# For finding one's way only; none of them has a hospital of the list.
CITIES = [
    (gettext_noop("Berlin"), 52.52, 13.405),
    (gettext_noop("Hamburg"), 53.551, 9.994),
    (gettext_noop("Munich"), 48.137, 11.575),
]


def project(latitude: float, longitude: float) -> tuple[float, float]:
    x = (longitude - WEST) * SQUEEZE * UNITS_PER_DEGREE
    return round(x, 1), round((NORTH - latitude) * UNITS_PER_DEGREE, 1)


def on_map(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def draw_map(hospitals: list[Hospital]) -> Map:
    shown = [one for one in hospitals if on_map(one.latitude, one.longitude)]
    width, height = project(SOUTH, EAST)
    taken = {one.city for one in shown}
    cities = [
        Point(gettext(name), *project(lat, lon), side=_side(lon))
        for name, lat, lon in CITIES
        if name not in taken
    ]
    if len(shown) > MOST_LABELS:
        return Map(round(width), round(height), _path(), [], cities, _dots(shown))
    places = [
        Point(
            one.short_name,
            *project(one.latitude, one.longitude),
            one.get_absolute_url(),
            _side(one.longitude),
        )
        for one in shown
    ]
    return Map(round(width), round(height), _path(), places, cities)


def _dots(hospitals: list[Hospital]) -> str:
    """On whole units, each once: however many there are, the picture stays small."""
    points = {tuple(map(round, project(one.latitude, one.longitude))): None for one in hospitals}
    return "".join(f"M{x} {y}h0" for x, y in points)


def _side(longitude: float) -> str:
    """Labels of the east lean west, so that none runs off the picture."""
    return "end" if longitude > 12.5 else "start"


def _path() -> str:
    rings = [[project(lat, lon) for lon, lat in ring] for ring in (MAINLAND, *ISLANDS)]
    return " ".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings)
