"""Words as people type them, made comparable: case, accents and British or German spelling do not matter.

Folding is the same for all languages; the rules by which words are stemmed are a table, a row a language.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ground.translated import SOURCE

LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "\u2019": "'"}
    # Arabic and Persian letters that are typed one for the other, and the line that stretches a word
    | {"\u0629": "\u0647", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0640": ""}
)
WORD = re.compile(r"[^\W_]+(?:['+][^\W_]*)?", re.UNICODE)


@dataclass(frozen=True)
class Rules:
    """How words on pages of one language are made comparable, words of other languages that are typed there too."""

    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()
    endings: tuple["Ending", ...] = ()
    article: str = ""
    unchanged: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ending:
    """An end that only says "more than one", and what stands for it. Not of a word shorter than `letters`."""

    end: str
    instead: str
    letters: int
    but_not: tuple[str, ...] = ()


RULES = {
    "en": Rules(
        spellings=tuple(
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
        ),
        endings=(Ending("ies", "y", 5), Ending("s", "", 4, but_not=("ss", "us", "is"))),
        article="ال",
        unchanged=frozenset({"ates"}),  # Turkish: fever; not several of "ate"
    )
}


def rules_for(language: str) -> Rules:
    """A language without rules of its own is compared by those of the source language."""
    return RULES.get(language, RULES[SOURCE])


def folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def spelled(word: str, language: str = SOURCE) -> str:
    """One spelling for words that are written several ways; `word` is folded."""
    for pattern, replacement in rules_for(language).spellings:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=8192)
def stem(word: str, language: str = SOURCE) -> str:
    """The end that only says "more than one" goes, and the Arabic "the". Meaning stays: "treat" is not "treaty"."""
    rules = rules_for(language)
    if word in rules.unchanged:
        return word
    if rules.article and len(word) > 4 and word.startswith(rules.article):
        return word.removeprefix(rules.article)
    word = spelled(word, language)
    for ending in rules.endings:
        stays = len(word) < ending.letters or (ending.but_not and word.endswith(ending.but_not))
        if word.endswith(ending.end) and not stays:
            return word.removesuffix(ending.end) + ending.instead
    return word


def stems(text: str, language: str = SOURCE) -> list[str]:
    return [stem(word, language) for word in WORD.findall(folded(text))]
