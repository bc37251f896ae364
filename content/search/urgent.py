"""Words that may be typed while it happens. Whoever types them is first led to the signs that cannot wait.

Better once too often: the line says "if this is happening now". Words of all languages count on every page."""

from content.search.matching import MOST_LETTERS
from content.search.tables import ALONE, SLIPS, TOGETHER, everyday_words
from content.search.typos import distance
from content.words.folding import WORD, folded, stem

LONG = {beginning.rstrip("*") for beginning in ALONE if len(beginning.rstrip("*")) >= 5}
IN_A_HURRY = LONG | SLIPS


def is_urgent(text: str) -> bool:
    words = set(WORD.findall(folded(text[:MOST_LETTERS])))
    if any(fits(word, one) for word in words for one in ALONE) or any(is_slip(word) for word in words):
        return True
    return any(all(any(fits(word, one) for word in words) for one in together) for together in TOGETHER)


def fits(word: str, one: str) -> bool:
    return word.startswith(one[:-1]) if one.endswith("*") else word == one


def is_slip(word: str) -> bool:
    """One slip, two in a long word. The first letter is rarely missed, and "never" is no fever."""
    if len(word) < 5 or stem(word) in everyday_words():
        return False
    allowed = 1 if len(word) < 9 else 2
    return any(
        distance(begun(word, one), one, allowed + 1) <= allowed for one in IN_A_HURRY if one[0] == word[0]
    )


def begun(word: str, one: str) -> str:
    """In Russian a long word has many endings."""
    return word[: len(one)] if len(one) >= 8 else word
