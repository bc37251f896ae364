"""A line of a log without access codes, whatever address they stood in and however it was encoded.

Not guaranteed: a code that somebody has cut otherwise than in fours, has not one digit (one code in 8,000), and stands
behind neither zone's door. Held by tests/portal/test_lines_without_codes.py.
"""

import re

from enquiries.words.typed_codes import LENGTHS, found_codes, looks_like_a_code

TAKEN_OUT = "[removed]"
DOOR = re.compile(r"((?:/|%2f)(?:status|clinic)(?:/|%2f|\?|%3f))[^\s'\"<>]+", re.IGNORECASE)
WORD = re.compile(rf"\S{{{min(LENGTHS)},}}")


def without_codes(line: str) -> str:
    """What stands behind the doors of the zones goes whole; elsewhere each word that may hold a code."""
    line = WORD.sub(_word, DOOR.sub(rf"\1{TAKEN_OUT}", line))
    return TAKEN_OUT if looks_like_a_code(line) else line


def _word(match: re.Match[str]) -> str:
    found = found_codes(match[0])
    has_code = any(any(map(str.isdigit, code)) for code in found) or looks_like_a_code(match[0])
    return TAKEN_OUT if has_code else match[0]
