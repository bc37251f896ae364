"""Free text that is kept exactly, or refused by name."""

import re
import unicodedata
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

# Also as word processors and printed files have it.
LINE_END = re.compile("\r\n|[\r\v\f\x85]")
JOINER = "\u200d"
MOST_TO_A_CHARACTER = 5
ALLOWED_CONTROLS = "\n\t"
# Letters and signs by their class, and nothing to the eye.
BLANK = "\u115f\u1160\u3164\uffa0\u2800"
TOO_LONG = ngettext_lazy(
    "This is %(count)d characters long and %(most)d fit: please shorten it by %(over)d character.",
    "This is %(count)d characters long and %(most)d fit: please shorten it by %(over)d characters.",
    "over",
)


class PlainText(forms.CharField):
    """Kept character for character; only the white space around it goes, and line ends become one kind."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)
        # No maxlength attribute: a browser would cut off pasted text without a word.

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        text = LINE_END.sub("\n", text).strip() if text else ""
        return text if any(map(_is_visible, text)) else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        many_lines = isinstance(self.widget, forms.Textarea)
        if any(_is_unreadable(char, many_lines) for char in value):
            raise ValidationError(
                _(
                    "There is a character in it that cannot be read or printed. Please type the text once more."
                )
            )
        if (count := seen_length(value)) > self.most:
            raise ValidationError(
                TOO_LONG % {"count": count, "most": self.most, "over": count - self.most}, code="too_long"
            )


def seen_length(text: str) -> int:
    """How many characters a person sees: marks on a letter, and what joins signs into one, count with it. A line end
    is one. A text of marks alone does not count as nothing."""
    seen = 0
    for before, char in pairwise(f" {text}"):
        seen += not (_goes_with_the_one_before(char) or before == JOINER)
    return max(seen, -(-len(text) // MOST_TO_A_CHARACTER))


def _goes_with_the_one_before(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} or "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_visible(char: str) -> bool:
    """Whether it leaves a mark on a page; a name of nothing but blanks is none."""
    return unicodedata.category(char)[0] in "LNPS" and char not in BLANK


def _is_unreadable(char: str, many_lines: bool) -> bool:
    """Control characters (NUL too, which PostgreSQL refuses) and halves of a character (lone surrogates)."""
    if many_lines and char in ALLOWED_CONTROLS:
        return False
    return unicodedata.category(char) in {"Cc", "Cs"}
