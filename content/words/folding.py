"""Words as people type them, made comparable: case, accents and British or German spelling do not matter."""

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "\u2019": "'"}
    # Arabic and Persian letters that are typed one for the other, and the line that stretches a word
    | {"\u0629": "\u0647", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": ""}
)
WORD = re.compile(r"[^\W_]+(?:['+][^\W_]*)?", re.UNICODE)
SPELLINGS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        (r"leu[ck](?:a?e|a)mi", "leukemi"),
        (r"haem", "hem"),
        (r"an(?:ae|a)mi", "anemi"),
        (r"paed", "ped"),
        (r"oed", "ed"),
        (r"oesoph", "esoph"),
        (r"diarrhoea", "diarrhea"),
        (r"tumour", "tumor"),
        (r"centre", "center"),
        (r"programm?e", "program"),
        (r"penia$|paenia$|penie$", "penia"),
        (r"isation", "ization"),
        (r"lympho?(?:zyt|cyt)", "lymphocyt"),
    ]
]


def folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def spelled(word: str) -> str:
    """One spelling for words that are written several ways; `word` is folded."""
    for pattern, replacement in SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


ARTICLE = "ال"
UNCHANGED = frozenset({"ates"})  # Turkish: fever; not several of "ate"


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The end that only says "more than one" goes, and the Arabic "the". Meaning stays: "treat" is not "treaty"."""
    if word in UNCHANGED:
        return word
    if len(word) > 4 and word.startswith(ARTICLE):
        return word.removeprefix(ARTICLE)
    word = spelled(word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(folded(text))]
