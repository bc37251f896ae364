"""What the zones' forms are put together from."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

LONGEST_TEXT = 3000


def plain_helper(layout: Layout | None = None) -> FormHelper:
    """The template writes the form tag and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = layout
    return helper


def letter_field(label: Any, help_text: Any) -> forms.FileField:
    """A hospital's letter, which may come with its quote."""
    widget = forms.FileInput(attrs={"accept": ".pdf,application/pdf"})
    return forms.FileField(label=label, help_text=help_text, required=False, widget=widget)
