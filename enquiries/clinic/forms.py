"""The forms of the hospital's zone."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.forms.plain_text import PlainText
from enquiries.forms.quote_form import QuoteForm
from enquiries.forms.ready_fields import LONGEST_TEXT, letter_field, plain_helper
from enquiries.words.states import DeclineReason


class OwnQuoteForm(QuoteForm):
    """Knows for which request and upon which revision it was begun: a form may lie open for days."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)
    reference = forms.CharField(widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(self.helper.layout, "revision", "reference")


class LetterForm(forms.Form):
    letter = letter_field(
        _("Your letter as PDF"), _("Up to 15 MB. The family can download it beside your quote.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
        self.helper.disable_csrf = True


class AskForm(forms.Form):
    text = PlainText(
        label=_("Your question"),
        most=LONGEST_TEXT,
        help_text=_(
            "A coordinator reads it, asks the family and comes back to you. Until then your clock stands still."
        ),
        error_messages={"required": _("Please write your question.")},
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("The reason"),
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the reason that fits best.")},
    )
    text = PlainText(
        label=_("A sentence for the family"),
        most=LONGEST_TEXT,
        help_text=_("The family reads it as you write it."),
        error_messages={"required": _("Please add a sentence that the family can understand.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
