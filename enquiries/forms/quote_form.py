"""A quote as a hospital's office types it, or a coordinator for it. What can't be is said by
enquiries.rules.quote_rules, in the same words whoever types."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.forms.ready_fields import count_field, date_field, plain_helper, text_field
from enquiries.forms.sums import SumField
from enquiries.models import Quote
from enquiries.rules import quote_rules
from enquiries.words.money import currency_choices
from ground.berlin import today_in_berlin

WEEKS = ("final_invoice_weeks_low", "final_invoice_weeks_high")


class QuoteForm(forms.Form):
    """Every field is a field of Quote; only the sum, its currency and its validity are demanded."""

    amount_low = SumField(
        label=_("Estimated cost"),
        min_value=Decimal("0.01"),
        help_text=_("One sum, or the lower end of a range."),
        error_messages={"required": _("A quote needs an estimated sum.")},
    )
    amount_high = SumField(
        label=_("Upper end of the range"),
        required=False,
        min_value=Decimal("0.01"),
        help_text=_("Only for a range."),
    )
    currency = forms.ChoiceField(
        label=_("Currency"),
        choices=currency_choices,
        error_messages={"required": _("A quote needs a currency.")},
    )
    assumptions = text_field(
        _("What the estimate assumes"),
        _("For example: the diagnosis in the documents, no intensive care, no transplant, which medicines."),
    )
    included = text_field(_("What is included"))
    not_included = text_field(
        _("What is not included"),
        _("For example: interpreter, medicines after discharge, the companion's bed."),
    )
    deposit = SumField(
        label=_("To be paid in advance"),
        required=False,
        min_value=Decimal(0),
        help_text=_("0 if nothing is paid in advance."),
    )
    deposit_refundable = forms.ChoiceField(
        label=_("Does it come back?"), required=False, choices=Quote.Refundable.choices
    )
    nights = count_field(_("Nights assumed"), most=730)
    room = forms.ChoiceField(label=_("Room"), required=False, choices=Quote.Room.choices)
    companion = text_field(_("A person staying with the patient"), _("Bed, meals, cost."), rows=2)
    earliest_admission_on = date_field(_("Earliest admission"))
    valid_until_on = date_field(_("The quote is valid until"), required=True)
    valid_until_on.error_messages["required"] = _("A quote needs a day until which it is valid.")
    final_invoice_weeks_low = count_field(_("Final invoice after weeks, from"), most=260)
    final_invoice_weeks_high = count_field(_("Final invoice after weeks, to"), most=260)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(
            Layout(
                Fieldset(_("The estimate"), Row("amount_low", "amount_high", "currency"), "assumptions"),
                Fieldset(_("What it holds"), "included", "not_included"),
                Fieldset(_("Payment"), "deposit", "deposit_refundable", Row(*WEEKS)),
                Fieldset(_("The stay"), Row("nights", "room"), "companion"),
                Fieldset(_("Dates"), Row("earliest_admission_on", "valid_until_on")),
            )
        )

    def day_of_answer(self) -> date:
        """The hospital answers by sending this very form."""
        return today_in_berlin()

    def clean(self) -> dict:
        super().clean()
        self._facts = self._read_facts()
        for field, sentence in quote_rules.misfits(
            self._facts, today=today_in_berlin(), answered_on=self.day_of_answer()
        ):
            if field not in self.errors:
                self.add_error(field, sentence)
        return self.cleaned_data

    def facts(self) -> dict:
        """As Quote's fields: a single sum is a range of one, a single number of weeks too."""
        return self._facts

    def _read_facts(self) -> dict:
        facts = {name: self.cleaned_data.get(name) for name in QuoteForm.base_fields}
        if facts["amount_high"] is None:
            facts["amount_high"] = facts["amount_low"]
        low, high = (facts[name] for name in WEEKS)
        facts[WEEKS[0]] = high if low is None else low
        facts[WEEKS[1]] = low if high is None else high
        return facts


def facts_of(quote: Quote) -> dict:
    """A quote's facts as the form's first values, for a revision."""
    facts = {name: getattr(quote, name) for name in QuoteForm.base_fields}
    if not quote.has_range:
        facts["amount_high"] = None
    if facts[WEEKS[0]] == facts[WEEKS[1]]:
        facts[WEEKS[0]] = None
    return facts
