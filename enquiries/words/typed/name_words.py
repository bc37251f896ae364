"""The words of a name as it is looked for: whatever apostrophe O'Neill has, Mueller
finds Müller, Nguyen finds Nguyễn.

Folding is for finding people on the desk only. It makes different names alike, so nothing is decided by it.
Held by tests/enquiries/words/typed/test_name_words.py.
"""

import re
import unicodedata
from itertools import pairwise

APOSTROPHES = dict.fromkeys(map(ord, "'\u2019\u2018\u02bc\u02bb\u02b9\u0060\u00b4\u201b\u2032\uff07"))
# Letters that Unicode does not take apart.
ALIKE = str.maketrans({
    **{"\u0131": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ə": "e"},
    **{"\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643"},
    "\u0640": "",  # alef wasla; yeh without dots, Persian yeh; teh marbuta; Persian kaf; the drawn-out line
})  # fmt: skip
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
PARTS = re.compile(r"[^\W_]+")
LONGEST = 300


def name_words(name: str) -> set[str]:
    """Under each of these a name is found: its words, their parts, two of them written as one; each spelling."""
    words = [word for word in _spaced(name) if PARTS.search(word)]
    written = [*words, *(f"{one}{other}" for one, other in pairwise(words)), *_parts(name)]
    return {spelling for word in written for spelling in spellings(word)} - {""}


def typed_words(typed: str) -> list[set[str]]:
    """What has to be found, each word in one of its spellings."""
    return [found for word in _parts(typed) if (found := spellings(word))]


def spellings(word: str) -> set[str]:
    """With marks left out, and as they are written out where there are none (ü as ue)."""
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    return {_bare(word), _bare(word.translate(SPELLED_OUT))} - {""}


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(APOSTROPHES))
    marks_gone = "".join(char for char in apart if not unicodedata.combining(char)).translate(ALIKE)
    return "".join(PARTS.findall(unicodedata.normalize("NFC", marks_gone)))


def _spaced(text: str) -> list[str]:
    """Without what nobody sees, and with one kind of space."""
    text = unicodedata.normalize("NFKC", text[:LONGEST].translate(APOSTROPHES))
    return "".join(char for char in text if unicodedata.category(char) != "Cf").translate(APOSTROPHES).split()


def _parts(text: str) -> list[str]:
    """The words between spaces, hyphens and dots; a mark above a letter parts nothing."""
    return [part for word in _spaced(text) for part in _split(word)]


def _split(word: str) -> list[str]:
    return "".join(
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in word
    ).split()
