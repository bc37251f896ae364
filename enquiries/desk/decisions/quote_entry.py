"""A hospital's quote as a coordinator enters it: the hospital's own form, with how and when the answer came."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enquiries.desk.decisions.forms import AnswerForm
from enquiries.forms.quote_form import QuoteForm
from enquiries.forms.ready_fields import letter_field
from ground.berlin import today_in_berlin


class EnteredQuoteForm(AnswerForm, QuoteForm):
    letter = letter_field(
        _("The hospital's letter as PDF"), _("The family can download it beside the quote.")
    )
    field_order = ("source", "answered_on")

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"facts": self.facts()}

    def day_of_answer(self) -> date:
        return self.cleaned_data.get("answered_on") or today_in_berlin()
