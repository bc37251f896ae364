"""The forms of the hospital's zone."""

from datetime import date, timedelta
from decimal import Decimal

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.clinic.sums import SumField
from enquiries.models import Quote
from enquiries.rules.quote_rules import LONGEST_VALIDITY_DAYS
from enquiries.words.money import currency_choices
from enquiries.words.states import DeclineReason
from ground.berlin import today_in_berlin

LONGEST_TEXT = 3000


def plain_helper(layout: Layout | None = None) -> FormHelper:
    """The template writes the form tag and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = layout
    return helper


def text_field(label, help_text="", *, rows: int = 4) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=LONGEST_TEXT, widget=widget
    )


def date_field(label, help_text="", *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


def count_field(label, *, most: int, help_text="") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=0, max_value=most)


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
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)
    reference = forms.CharField(widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(
            Layout(
                Fieldset(_("The estimate"), Row("amount_low", "amount_high", "currency"), "assumptions"),
                Fieldset(_("What it holds"), "included", "not_included"),
                Fieldset(_("Payment"), "deposit", "deposit_refundable", Row(*WEEKS)),
                Fieldset(_("The stay"), Row("nights", "room"), "companion"),
                Fieldset(_("Dates"), Row("earliest_admission_on", "valid_until_on")),
                "revision",
                "reference",
            )
        )

    def clean_valid_until_on(self) -> date:
        return self._sensible("valid_until_on", past=_("A quote must be valid today or longer."))

    def clean_earliest_admission_on(self) -> date | None:
        return self._sensible("earliest_admission_on", past=_("The earliest admission lies in the past."))

    def _sensible(self, name: str, *, past) -> date:
        day = self.cleaned_data[name]
        if day and day < today_in_berlin():
            raise forms.ValidationError(past)
        if day and day > today_in_berlin() + timedelta(days=LONGEST_VALIDITY_DAYS):
            raise forms.ValidationError(_("This date is more than two years ahead."))
        return day

    def clean(self) -> dict:
        facts = super().clean() or self.cleaned_data
        low, high, deposit = facts.get("amount_low"), facts.get("amount_high"), facts.get("deposit")
        if low is not None and high is not None and high < low:
            self.add_error("amount_high", _("The upper end of the range is below its lower end."))
        elif low is not None and deposit is not None and deposit > (high or low):
            self.add_error("deposit", _("The deposit is above the estimated sum."))
        first, last = (facts.get(name) for name in WEEKS)
        if first is not None and last is not None and last < first:
            self.add_error(WEEKS[1], _("The longest time is shorter than the shortest."))
        return facts

    def facts(self) -> dict:
        """As Quote's fields: a single sum is a range of one, a single number of weeks too."""
        facts = {
            name: value for name, value in self.cleaned_data.items() if name not in {"revision", "reference"}
        }
        if facts["amount_high"] is None:
            facts["amount_high"] = facts["amount_low"]
        low, high = (facts[name] for name in WEEKS)
        facts[WEEKS[0]] = high if low is None else low
        facts[WEEKS[1]] = low if high is None else high
        return facts


WEEKS = ("final_invoice_weeks_low", "final_invoice_weeks_high")


def facts_of(quote: Quote) -> dict:
    """A quote's facts as the form's first values, for a revision."""
    names = [name for name in QuoteForm.base_fields if name not in {"revision", "reference"}]
    facts = {name: getattr(quote, name) for name in names}
    if not quote.has_range:
        facts["amount_high"] = None
    if facts[WEEKS[0]] == facts[WEEKS[1]]:
        facts[WEEKS[0]] = None
    return facts


class LetterForm(forms.Form):
    letter = forms.FileField(
        label=_("Your letter as PDF"),
        required=False,
        help_text=_("Up to 15 MB. The family can download it beside your quote."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
        self.helper.disable_csrf = True


class AskForm(forms.Form):
    text = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "A coordinator reads it, asks the family and comes back to you. Until then your clock stands still."
        ),
        error_messages={"required": _("Please write your question.")},
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("The reason"),
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the reason that fits best.")},
    )
    text = forms.CharField(
        label=_("A sentence for the family"),
        max_length=LONGEST_TEXT,
        help_text=_("The family reads it as you write it."),
        error_messages={"required": _("Please add a sentence that the family can understand.")},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
