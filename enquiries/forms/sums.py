"""Sums as an office types them: `48000`, `48.000`, `48,000.00`, `48 000,00 EUR`.

Django reads "48.000" as forty-eight. A German office means forty-eight thousand, so a single separator followed by
exactly three digits groups thousands here; the check page then shows the sum once more in words nobody misreads.
"""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.words.quote_facts.kinds import Sum

SPACES = re.compile(r"[\s\u00a0\u202f'\u2019]|€|[A-Za-z]{3}$|^[A-Za-z]{3}")
PLAIN = re.compile(r"-?\d+(\.\d+)?")


def read_sum(typed: str) -> str:
    """The number with "." for decimals and nothing between thousands; what can't be a number stays as it is."""
    text = SPACES.sub("", typed.strip())
    at = max(text.rfind("."), text.rfind(","))
    if at < 0:
        return text
    kinds = {char for char in text if char in ".,"}
    decimals = text[at + 1 :]
    whole = text[:at]
    grouped_only = len(kinds) == 1 and (len(decimals) == 3 or text.count(text[at]) > 1)
    digits = whole.replace(".", "").replace(",", "")
    return digits + decimals if grouped_only else f"{digits}.{decimals}"


class SumField(forms.DecimalField):
    default_error_messages = {"invalid": _("Please write a sum in figures, such as 48000 or 48.000,00.")}

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "dir": "ltr", "class": "short"}
        super().__init__(
            max_digits=Sum.digits, decimal_places=Sum.decimals, widget=forms.TextInput(attrs=attrs), **kwargs
        )

    def to_python(self, value: Any) -> Any:
        text = read_sum(str(value)) if value not in self.empty_values else value
        if text not in self.empty_values and not PLAIN.fullmatch(str(text)):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text)
