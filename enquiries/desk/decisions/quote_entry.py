"""A hospital's quote as a coordinator enters it: the hospital's own form, with how and when the answer came."""

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.clinic.forms import QuoteForm
from enquiries.desk.decisions.forms import AnswerForm

NOT_FACTS = ("source", "answered_on", "letter")


class EnteredQuoteForm(AnswerForm, QuoteForm):
    # The enquiry's version takes the place of the hospital form's own safeguards.
    revision = None  # type: ignore[assignment]
    reference = None  # type: ignore[assignment]
    letter = forms.FileField(
        label=_("The hospital's letter as PDF"),
        required=False,
        help_text=_("The family can download it beside the quote."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )
    field_order = ("source", "answered_on")

    def facts(self) -> dict:
        return {name: value for name, value in super().facts().items() if name not in NOT_FACTS}
