import re
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.translation import gettext as _

from ground.hits import Hit
from hospitals.search import MOST_HITS, fold, occurs, split_words
from programs.models import Program

NUMBER = re.compile(r"[0-9]+", re.ASCII)
MOST_DAYS = 365


def search(words: str) -> list[Hit]:
    """The first programs in which every word occurs. A number means days: "21 days ulm", "21-days"."""
    wanted = split_words(words)
    days = {int(number[0]) for word in wanted if (number := NUMBER.match(word))}
    others = [word for word in wanted if not NUMBER.match(word)]
    if not wanted or len(days) > 1:
        return []
    programs = Program.objects.listed().defer("loaded", "hospital__loaded")
    if days:
        programs = programs.filter(stay_days__in=[day for day in days if day <= MOST_DAYS])
    fitting = _fitting(programs, others)
    return [_hit(program) for program in islice(fitting, MOST_HITS)]


def _fitting(programs: Iterable[Program], words: list[str]) -> Iterator[Program]:
    """What the words are looked for in is the same for all programs of a hospital, so that it is read once."""
    known: dict[tuple, bool] = {}
    for program in programs:
        key = (program.hospital_id, program.setting, program.price)
        if key not in known:
            own = _own_words(program)
            known[key] = all(_fits(word, own) for word in words)
        if known[key]:
            yield program


def _own_words(program: Program) -> str:
    hospital = program.hospital
    setting, price = program.get_setting_display(), program.get_price_display()
    names = [str(program), hospital.short_name, hospital.city, hospital.land]
    return fold(" ".join([*names, setting, price, _("program")]))


def _hit(program: Program) -> Hit:
    hospital = program.hospital
    setting, price = program.get_setting_display(), program.get_price_display()
    facts = {"city": hospital.city, "land": hospital.land, "setting": setting, "price": price.lower()}
    snippet = _("%(city)s, %(land)s. %(setting)s, price %(price)s.") % facts
    return Hit(str(program), program.get_absolute_url(), snippet)


def _fits(word: str, own: str) -> bool:
    return occurs(word, own) or (word.endswith("s") and occurs(word[:-1], own))
