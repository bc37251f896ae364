"""Free text that is kept exactly, or refused by name."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

ALLOWED_CONTROLS = "\n\t"
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
        return text.replace("\r\n", "\n").replace("\r", "\n").strip() if text else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        many_lines = isinstance(self.widget, forms.Textarea)
        if any(_is_unreadable(char, many_lines) for char in value):
            raise ValidationError(
                _(
                    "There is a character in it that cannot be read or printed. Please type the text once more."
                )
            )
        if len(value) > self.most:
            raise ValidationError(
                TOO_LONG % {"count": len(value), "most": self.most, "over": len(value) - self.most},
                code="too_long",
            )


def _is_unreadable(char: str, many_lines: bool) -> bool:
    """Control characters (NUL too, which PostgreSQL refuses) and halves of a character (lone surrogates)."""
    if many_lines and char in ALLOWED_CONTROLS:
        return False
    return unicodedata.category(char) in {"Cc", "Cs"}
