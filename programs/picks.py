"""What a family has picked travels in the address: ?p=ulm-21&p=freiburg-31&advise=heidelberg."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict

from hospitals.models import Hospital
from programs.models import Program

MOST_PICKS = 60
_CODE = re.compile(r"([a-z0-9][a-z0-9_-]{0,59})-([1-9][0-9]{0,2})", re.ASCII | re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}", re.ASCII | re.IGNORECASE)


class Wish(NamedTuple):
    """What a family asks of one hospital."""

    hospital: Hospital
    programs: list[Program]
    advise: bool
    """Let the hospital advise on the stay, whatever was picked beside."""


@dataclass
class Picks:
    programs: list[Program] = field(default_factory=list)
    advise: list[Hospital] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """What was asked for and is not on offer, shortened; to be shown, escaped, never looked up."""
    left_out: int = 0
    """How many picks came after the 60th and were not read."""

    def __bool__(self) -> bool:
        return bool(self.programs or self.advise)

    def by_hospital(self) -> list[Wish]:
        hospitals = {program.hospital_id: program.hospital for program in self.programs}
        hospitals |= {hospital.pk: hospital for hospital in self.advise}
        advised = {hospital.pk for hospital in self.advise}
        in_order = sorted(hospitals.values(), key=lambda hospital: (hospital.position, hospital.name))
        return [
            Wish(one, [p for p in self.programs if p.hospital_id == one.pk], one.pk in advised)
            for one in in_order
        ]

    def query(self) -> str:
        pairs = [("p", program.code) for program in self.programs]
        return urlencode(pairs + [("advise", hospital.slug) for hospital in self.advise])


def read_picks(querydict: QueryDict) -> Picks:
    """At most two queries, whatever the address holds. Nonsense ends up in `unknown`."""
    codes, too_many_codes = _first(querydict.getlist("p"), MOST_PICKS)
    slugs, too_many_slugs = _first(querydict.getlist("advise"), MOST_PICKS - len(codes))
    programs = _find_programs(codes)
    advise = _find_hospitals(slugs)
    unknown = [code for code in codes if code not in programs] + [
        slug for slug in slugs if slug not in advise
    ]
    return Picks(
        programs=sorted(programs.values(), key=lambda p: (p.hospital.position, p.hospital.name, p.stay_days)),
        advise=sorted(advise.values(), key=lambda hospital: (hospital.position, hospital.name)),
        unknown=[text[:40] for text in unknown],
        left_out=too_many_codes + too_many_slugs,
    )


def _first(values: list[str], most: int) -> tuple[list[str], int]:
    cleaned = list(dict.fromkeys(value.strip().lower() for value in values if value.strip()))
    return cleaned[:most], len(cleaned[most:])


def _find_programs(codes: list[str]) -> dict[str, Program]:
    wanted = {code: match for code in codes if (match := _CODE.fullmatch(code))}
    if not wanted:
        return {}
    candidates = Program.objects.listed().filter(
        hospital__slug__in={match[1] for match in wanted.values()},
        stay_days__in={int(match[2]) for match in wanted.values()},
    )
    return {program.code: program for program in candidates if program.code in wanted}


def _find_hospitals(slugs: list[str]) -> dict[str, Hospital]:
    wanted = [slug for slug in slugs if _SLUG.fullmatch(slug)]
    if not wanted:
        return {}
    return {hospital.slug: hospital for hospital in Hospital.objects.published().filter(slug__in=wanted)}
