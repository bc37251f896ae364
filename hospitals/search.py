import re
import unicodedata

from django.utils.translation import gettext as _

from ground.hits import Hit
from ground.translated import SOURCE
from hospitals.fact_keys import ABOUT, CARE
from hospitals.models import Hospital, HospitalFact

MOST_WORDS = 8
MOST_HITS = 20
SNIPPET = 200
WORD = re.compile(r"\w+")
# Words of a name or a place that name no one hospital.
NAMELESS_IN = {
    "en": "university hospital hospitals clinic medical center of and the for free saint children bad main upper lower "
    "north south east west",
    "de": "am an der im",
}
NAMELESS = frozenset(" ".join(NAMELESS_IN.values()).split())


def fold(text: str) -> str:
    """Lower case without accents, so that "wurttemberg" finds Württemberg on either database."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def occurs(word: str, text: str) -> bool:
    """At the start of a word: "ulm" is not in "pulmonology". Both are folded already."""
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None


def split_words(words: str) -> list[str]:
    return fold(words[:200]).split()[:MOST_WORDS]


def search(words: str, *, language: str = SOURCE) -> list[Hit]:
    """Hospitals in which every word occurs: in the name, the place or a fact that was read in a source, as a reader of
    `language` gets it. If there are none, those whose name or place is among the words."""
    wanted = split_words(words)
    if not wanted:
        return []
    facts: dict[int, list[str]] = {}
    verified = HospitalFact.objects.filter(status=HospitalFact.Status.VERIFIED, key__in=[*ABOUT, *CARE])
    for fact in verified.order_by("pk").defer("loaded").in_language(language):
        facts.setdefault(fact.hospital_id, []).append(fact.value)
    found = [_hit(one, facts.get(one.pk, []), wanted) for one in Hospital.objects.published()]
    hits = [hit for hit in found if hit]
    return ([hit for hit in hits if hit.is_whole] or hits)[:MOST_HITS]


def _hit(hospital: Hospital, facts: list[str], wanted: list[str]) -> Hit | None:
    place = _("%(city)s, %(land)s") % {"city": hospital.city, "land": hospital.land}
    own = fold(" ".join([hospital.name, hospital.short_name, place, _("hospital")]))
    left = [word for word in wanted if not occurs(word, own)]
    telling = [fact for fact in facts if any(occurs(word, fold(fact)) for word in left)]
    is_whole = all(any(occurs(word, fold(fact)) for fact in telling) for word in left)
    by_name = len(left) < len(wanted) and names(own, wanted)
    if not is_whole and not by_name:
        return None
    snippet = f"{place}. {telling[0]}" if telling else place
    return Hit(hospital.name, hospital.get_absolute_url(), snippet[:SNIPPET], is_whole, by_name)


def names(own: str, wanted: list[str]) -> bool:
    """Whole words only, and none that every hospital bears: "main effects" does not ask for Frankfurt am Main."""
    return not {*WORD.findall(" ".join(wanted))}.isdisjoint({*WORD.findall(own)} - NAMELESS)
