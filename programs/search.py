import re

from django.utils.translation import gettext as _

from hospitals.search import MOST_HITS, Hit, fold, occurs, split_words
from programs.models import Program

__all__ = ["Hit", "search"]


def search(words: str) -> list[Hit]:
    """Programs in which every word occurs. A number means days: "21 days ulm", "21-days"."""
    wanted = split_words(words)
    if not wanted:
        return []
    hits = (_hit(program, wanted) for program in Program.objects.listed())
    return [hit for hit in hits if hit][:MOST_HITS]


def _hit(program: Program, wanted: list[str]) -> Hit | None:
    hospital = program.hospital
    setting, price = program.get_setting_display(), program.get_price_display()
    own = fold(
        f"{program} {hospital.short_name} {hospital.city} {hospital.land} {setting} {price} {_('program')}"
    )
    if not all(_fits(word, own, program.stay_days) for word in wanted):
        return None
    facts = {"city": hospital.city, "land": hospital.land, "setting": setting, "price": price.lower()}
    snippet = _("%(city)s, %(land)s. %(setting)s, price %(price)s.") % facts
    return Hit(str(program), program.get_absolute_url(), snippet)


def _fits(word: str, own: str, stay_days: int) -> bool:
    number = re.match(r"[0-9]+", word, re.ASCII)
    if number:
        return number[0].lstrip("0") == str(stay_days)
    return occurs(word, own) or (word.endswith("s") and occurs(word[:-1], own))
