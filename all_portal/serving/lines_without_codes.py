"""A line of a log without access codes, whatever address they stood in and however it was encoded.

Not guaranteed: a code that somebody has cut otherwise than in fours, has not one digit (one code in 8,000), and stands
behind neither zone's door. Held by tests/portal/running/test_lines_without_codes.py.
"""

import re
from urllib.parse import unquote

from enquiries.words.typed.codes import LENGTHS, found_codes, looks_like_a_code

TAKEN_OUT = "[removed]"
DOOR = re.compile(r"((?:/|%2f)(?:status|clinic)(?:/|%2f|\?|%3f))([^\s'\"<>]+)", re.IGNORECASE)
PAGE = re.compile(r"(?:[a-z]{1,10}(?:-[a-z]{1,10})?/){1,3}")
WORD = re.compile(rf"\S{{{min(LENGTHS)},}}")


def without_codes(line: str) -> str:
    """What stands behind the doors of the zones goes whole, but for the names of their own pages; elsewhere each word
    that may hold a code."""
    line = WORD.sub(_word, DOOR.sub(_behind_a_door, line))
    return TAKEN_OUT if looks_like_a_code(line) else line


def _behind_a_door(match: re.Match[str]) -> str:
    """The zones' own pages have plain words for names."""
    return match[0] if PAGE.fullmatch(match[2]) else f"{match[1]}{TAKEN_OUT}"


def _word(match: re.Match[str]) -> str:
    word = unquote(unquote(unquote(match[0])))
    has_digit = any(map(str.isdigit, word))
    has_code = looks_like_a_code(word) or (has_digit and found_codes(word))
    return TAKEN_OUT if has_code else match[0]
