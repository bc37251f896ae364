"""Words that may be typed while it happens. Whoever types them is first led to the signs that cannot wait.

Better once too often: the line says "if this is happening now"."""

from content.search.everyday import EVERYDAY
from content.search.matching import MOST_LETTERS
from content.search.typos import distance
from content.words.folding import WORD, folded, stem

# Words as they begin, folded; each alone is enough. A star at the end: any ending.
ALONE = (
    # English
    *("fever*", "fevr", "feaver*", "temperature*", "bleed*", "nosebleed*", "seizure*", "convuls*", "breath*"),
    *("suffocat*", "chok*", "emergenc*", "ambulance*", "unconscious*", "faint*", "collaps*", "petechia*", "shiver*"),
    *("112", "911", "hemorrhag*", "haemorrhag*", "febril*", "pyrexi*", "confus*", "unrespons*", "sepsis"),
    *("wheez*", "suicid*"),
    # German
    *("fieber*", "blutung*", "blutet", "bluten", "nasenblut*", "notruf*", "notfall*", "notarzt*", "rettungswagen"),
    *("krankenwagen", "krampfanfall*", "atemnot*", "luftnot", "brustschmerz*", "schuttelfrost", "bewusstlos*"),
    *("atembeschwerd*", "kurzatm*", "krampf*", "ohnmacht*", "suizid*", "selbstmord*"),
    # Turkish
    *("ates", "atesi", "atesli", "atesim", "kanama*", "kaniyor", "acil*", "ambulans*", "nefes*", "nobet*", "bayil*"),
    *("havale*", "titreme*", "intihar*"),
    # Russian and Ukrainian
    *("температур*", "лихорадк*", "жар", "кровотечен*", "кровоточ*", "судорог*", "судорож*", "одышк*", "задыха*"),
    *("дыш*", "дыхан*", "скорая", "скорую", "скорои", "экстренн*", "неотложн*", "гарячк*", "кровотеч*", "сознани*"),
    *("озноб*", "самоуб*", "суицид*"),
    # Arabic and Persian
    *("حمي", "الحمي", "حراره", "الحراره", "حرارته", "حرارتها", "سخونه", "نزيف*", "النزيف", "ينزف", "تنزف", "نزف"),
    *("رعاف", "طوارئ", "الطوارئ", "طواري", "الطواري", "اسعاف*", "الاسعاف", "تشنج*", "نوبه", "اختناق"),
    *("تنفس*", "التنفس", "يتنفس", "اورژانس", "اورژانسي", "خونريزي"),
    *("التشنج*", "اغماء", "الاغماء", "صرع", "قشعريره", "رعشه", "تب", "انتحار", "الانتحار"),
    # French, Spanish, Italian, Polish, Romanian
    *("fievre*", "saign*", "fiebre*", "sangra*", "hemorragi*", "urgence*", "urgencia*", "febbre*", "goraczk*", "febra"),
    *("essouffl*", "etouff*", "frisson*", "escalofri*", "ahog*", "drgawk*", "duszno*", "krwot*", "krwawi*"),
)  # fmt: skip
# All of one line, anywhere in what was typed.
TOGETHER = (
    *(("chest", "pain*"), ("chest", "hurt*"), ("chest", "ache*"), ("vomit*", "headache*"), ("throw*", "headache*")),
    *(("vomit*", "head"), ("nose", "blood*"), ("blood*", "stop*"), ("swollen", "face"), ("swollen", "neck")),
    *(("chills",), ("rigors",), ("septic",), ("passed", "out"), ("call", "999")),
    *(("swelling", "face"), ("swelling", "neck")),
    *((one, "blood*") for one in ("cough*", "vomit*", "spit*", "stool*", "urine")),
    *(("wak*", one) for one in ("not", "can't", "cant", "cannot", "won't", "wont")),
    *((one, degrees) for one in ("temp", "degrees") for degrees in ("38", "39", "40", "41")),
    *(("keine", "luft"), ("nicht", "atmen"), ("blut", "nase"), ("epilept*", "anfall*")),
    *(("brust", "schmerz*"), ("erbrech*", "kopfschmerz*"), ("gogus", "agri*"), ("burun", "kan*")),
    *(("бол*", "груди"), ("кров*", "носа"), ("рвот*", "голов*"), ("الم", "صدر"), ("الم", "الصدر"), ("دم", "الانف")),
    *(("бол*", "грудь"), ("кров*", "останавл*"), ("فقدان", "الوعي"), ("تنگي", "نفس")),
    *(("falta", "aire"), ("dolor", "pecho")),
    *(("poitrine", "mal"), ("poitrine", "douleur*"), ("thoracique*", "douleur*"), ("sangre", "nariz")),
    *(("respir*", one) for one in ("difficult*", "dificultad*", "no", "mal")),
)  # fmt: skip
LONG = {beginning.rstrip("*") for beginning in ALONE if len(beginning.rstrip("*")) >= 5}
SLIPS = LONG | {"bleeding", "convulsion", "breathing", "breathless", "emergency"}


def is_urgent(text: str) -> bool:
    words = set(WORD.findall(folded(text[:MOST_LETTERS])))
    if any(fits(word, one) for word in words for one in ALONE) or any(is_slip(word) for word in words):
        return True
    return any(all(any(fits(word, one) for word in words) for one in together) for together in TOGETHER)


def fits(word: str, one: str) -> bool:
    return word.startswith(one[:-1]) if one.endswith("*") else word == one


def is_slip(word: str) -> bool:
    """One slip, two in a long word. The first letter is rarely missed, and "never" is no fever."""
    if len(word) < 5 or stem(word) in EVERYDAY:
        return False
    allowed = 1 if len(word) < 9 else 2
    return any(distance(begun(word, one), one, allowed + 1) <= allowed for one in SLIPS if one[0] == word[0])


def begun(word: str, one: str) -> str:
    """In Russian a long word has many endings."""
    return word[: len(one)] if len(one) >= 8 else word
