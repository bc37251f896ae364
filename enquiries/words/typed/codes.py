"""The access codes that may stand in what somebody typed or pasted: a code by hand, a link, a whole mail.

Mail programs break lines, quote, encode and rewrite links; phones and people change dashes, letters and scripts. What
is found here opens nothing by itself: the code is looked up by its digest (enquiries.codes).

Held by tests/enquiries/words/typed/test_typed_codes.py.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from enquiries.words.references import CONFUSED

LENGTHS = (24, 52)  # 120 bits in base32; longer ones, of 256 bits, were given out before
GROUP = 4
LONGEST_TYPED = 40_000
MOST_FOUND = 100
UNQUOTED_TIMES = 3  # a link inside a link inside a link

UNSEEN = {"Cf", "Mn", "Me"}
LOOK_ALIKES = str.maketrans(
    dict(zip("АВСЕНКМОРТХУЅІЈԚԜҮЗ", "ABCEHKM0PTXYS1JQWY3", strict=True))
    | dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZH1KMN0PTYX", strict=True))  # noqa: RUF001  (Greek)
)
SOFT_BREAK = re.compile(r"=[ \t]*\r?\n(?:>[> ]*)?")
QUOTED_PRINTABLE = re.compile(r"=([0-9A-Fa-f]{2})")
URL_DEFENSE = re.compile(r"-([0-9A-F]{2})")
BREAK_TAG = re.compile(r"<w?br\s*/?>", re.IGNORECASE)
RUN = re.compile(r"[0-9A-Z]+")
UNBROKEN = re.compile(r"(?<![0-9A-Z])(?:[0-9A-Z]{24}|[0-9A-Z]{52}|(?=[A-Z]*[0-9])[0-9A-Z]{24,})(?![0-9A-Z])")
APART = r"[^0-9A-Z]{1,12}"
# Whatever is glued to its ends: a field of one line swallows the line breaks of what is pasted.
GROUPS = {
    length: re.compile(rf"(?=([0-9A-Z]{{4}}(?:{APART}[0-9A-Z]{{4}}){{{length // GROUP - 1}}}))")
    for length in LENGTHS
}


def found_codes(typed: str) -> list[str]:
    """The letters of each that may be a code, the likeliest first, each once."""
    found: dict[str, None] = {}
    texts = [*map(_plain, _spellings(typed[:LONGEST_TYPED]))]
    for text in texts:
        whole = "".join(RUN.findall(text))
        if len(whole) in LENGTHS:
            found[whole] = None
    for look in (_by_shape, _by_count):
        for text in texts:
            found |= dict.fromkeys(look(text))
    return list(found)[:MOST_FOUND]


def looks_like_a_code(typed: str) -> bool:
    """Whether it holds a code in its usual groups, or letters enough for one in one piece."""
    texts = [_plain(text) for text in _spellings(typed)]
    return any(next(_by_shape(text), "") or UNBROKEN.search(text) for text in texts)


def _spellings(typed: str) -> Iterator[str]:
    """As it stands, and as it was before a mail program encoded it: which of them is right only the code can tell."""
    text = BREAK_TAG.sub("", html.unescape(typed))
    for _time in range(UNQUOTED_TIMES):
        text = unquote(text)
    yield text
    if "=" in text:
        joined = SOFT_BREAK.sub("", text)
        yield joined
        yield unquote(QUOTED_PRINTABLE.sub(r"%\1", joined))
    if "-2" in text:
        yield unquote(URL_DEFENSE.sub(r"%\1", text.replace("_", "/")))


def _plain(text: str) -> str:
    """In the code's own letters and digits; what else there is stays and keeps them apart. What nobody sees goes:
    soft hyphens, characters without width, marks of direction, accents."""
    seen = (char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char) not in UNSEEN)
    return "".join(map(_digit, seen)).upper().translate(LOOK_ALIKES).translate(CONFUSED)


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _by_shape(text: str) -> Iterator[str]:
    for length in LENGTHS:
        for match in GROUPS[length].finditer(text):
            yield "".join(RUN.findall(match[1]))


def _by_count(text: str) -> list[str]:
    """Neighboring runs of letters that are as many as a code has, however they are cut; those cut in fours first."""
    runs = RUN.findall(text)
    found = [code for at in range(len(runs)) for code in _from(runs, at)]
    return [letters for _odd, letters in sorted(found, key=lambda one: one[0])]


def _from(runs: list[str], at: int) -> Iterator[tuple[int, str]]:
    letters, odd = "", 0
    for run in runs[at : at + max(LENGTHS)]:
        letters, odd = letters + run, odd + (len(run) != GROUP)
        if len(letters) in LENGTHS:
            yield odd, letters
        if len(letters) >= max(LENGTHS):
            return
