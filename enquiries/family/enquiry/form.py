"""The answers of an enquiry: what is asked, and what fits together. Nothing more is asked than hospitals need to
answer; no nationality, passport, address, insurance, income or day of birth."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from enquiries.family.enquiry.misfits import REQUIRED_CHOICE, readable_phone, what_does_not_fit
from enquiries.forms.months import MonthField, MonthWidget
from enquiries.forms.plain_text import PlainText
from enquiries.words import choices
from enquiries.words.choices import Writer

STORY_MOST = 1500
MONTHS_AHEAD = 12


def pick_one(label, options: type[TextChoices], **kwargs) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=options.choices,
        widget=forms.RadioSelect,
        error_messages={"required": REQUIRED_CHOICE},
        **kwargs,
    )


def authorities(writer: Writer) -> list[tuple[str, object]]:
    return [(one.value, one.label) for one in choices.AUTHORITY_OF[writer]]


class EnquiryForm(forms.Form):
    emergency_signs = pick_one(
        _("Fever, bleeding, trouble breathing, chest pain or a seizure right now?"),
        choices.YesNoUnknown,
        help_text=_(
            "If yes, or if you are not sure: call the emergency number where you are, or go to a hospital now. "
            "Do not wait for an answer from us."
        ),
    )
    writer = pick_one(_("Who is ill?"), Writer)
    relationship = PlainText(
        most=60,
        required=False,
        label=_("What are you to the patient?"),
        help_text=_("Only if you are not the patient: for example mother, husband, treating doctor."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    authority_parent = forms.ChoiceField(
        required=False,
        label=_("Who holds parental responsibility?"),
        help_text=_("Only if your child is ill."),
        choices=authorities(Writer.PARENT),
        widget=forms.RadioSelect,
    )
    authority_adult = forms.ChoiceField(
        required=False,
        label=_("What allows you to act for the patient?"),
        help_text=_(
            "Only if you act for an adult. We ask for a paper only before anything is passed to a hospital."
        ),
        choices=authorities(Writer.REPRESENTATIVE),
        widget=forms.RadioSelect,
    )

    birth_month = MonthField(
        label=_("When was the patient born?"),
        help_text=_("Month and year; no day. Treatment differs by age."),
        widget=MonthWidget(),
        error_messages={"required": _("Please give at least the year.")},
    )
    country = forms.ChoiceField(
        label=_("In which country does the patient live now?"),
        error_messages={"required": REQUIRED_CHOICE},
        widget=forms.Select(attrs={"autocomplete": "country"}),
    )
    sex = pick_one(_("Sex"), choices.Sex, required=False)

    given_name = PlainText(
        most=100,
        required=False,
        label=_("Given name"),
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "dir": "auto"}),
    )
    family_name = PlainText(
        most=100,
        label=_("Family name, or your only name"),
        error_messages={"required": _("Please tell us your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "family-name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_(
            "Our mails hold nothing about health and no names: only that there is something to read here."
        ),
        error_messages={
            "required": _("Please give an e-mail address: we have no other way to tell you of an answer."),
            "invalid": _("This is not a complete e-mail address. It looks like name@example.org."),
            "max_length": _("This address is too long to be an e-mail address."),
        },
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false", "dir": "ltr"}
        ),
    )
    preferred_language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        help_text=_("If none of us writes it well, we answer in English and in short sentences."),
        error_messages={"required": REQUIRED_CHOICE},
        widget=forms.Select(attrs={"autocomplete": "language"}),
    )
    phone = PlainText(
        most=40,
        required=False,
        label=_("Phone, if we may call you"),
        help_text=_("With the country code, for example +962 6 123 4567."),
        widget=forms.TextInput(
            attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}
        ),
    )
    phone_when = PlainText(
        most=100,
        required=False,
        label=_("Best time to call"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    diagnosis = pick_one(_("What is known about the illness?"), choices.Diagnosis)
    leukemia_type = pick_one(_("Which type of ALL?"), choices.LeukemiaType, required=False)
    diagnosed_month = MonthField(
        required=False,
        label=_("When was it found?"),
        widget=MonthWidget(),
        help_text=_("The year alone will do."),
    )
    in_hospital_now = pick_one(_("Is the patient in hospital now?"), choices.YesNoUnknown, required=False)
    treatment_started = pick_one(
        _("Has treatment started?"),
        choices.YesNoUnknown,
        required=False,
        help_text=_("If the leukemia has come back: has treatment started since then?"),
    )
    fit_to_travel = pick_one(
        _("Does a doctor think that the patient can travel?"), choices.YesNoUnknown, required=False
    )
    treatments = forms.MultipleChoiceField(
        required=False,
        label=_("Treatment so far"),
        help_text=_("Tick all that were given, as far as you know."),
        choices=choices.Treatment.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    story = PlainText(
        most=STORY_MOST,
        required=False,
        label=_("What else should the hospitals know?"),
        help_text=_(
            "In your own words and language, up to 1,500 characters. Test results, other illnesses, what you wish for. "
            "No passport, insurance or bank numbers, please."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )

    earliest_month = forms.ChoiceField(
        required=False,
        label=_("From when could the patient come?"),
        error_messages={"invalid_choice": _("This month has passed. Please choose again.")},
    )
    payment_route = pick_one(
        _("Who would pay?"),
        choices.PaymentRoute,
        required=False,
        help_text=_("Not how much. Some hospitals accept no letters of guarantee, so they ask."),
    )

    def __init__(self, data: QueryDict | None = None, *, initial: dict | None = None) -> None:
        super().__init__(data, initial=initial)
        if data is not None and data.get("writer") == Writer.PARENT:
            self.fields["relationship"].label = _("How are you related to the child?")
        self._offer("country", ("", _("Choose a country")), choices.country_choices())
        self._offer("preferred_language", ("", _("Choose a language")), choices.language_choices())
        self._offer("earliest_month", ("", _("As soon as possible")), _months_ahead())
        self.helper = FormHelper()
        self.helper.form_tag = False

    def _offer(self, name: str, first: tuple, others: Iterable[tuple]) -> None:
        """Here and not in the class: names follow the reader's language, and months the day."""
        cast(forms.ChoiceField, self.fields[name]).choices = [first, *others]

    @classmethod
    def refilled(cls, data: QueryDict) -> "EnquiryForm":
        """What was typed, unchecked: for going back to it without a word of blame."""
        blank = cls()
        return cls(
            initial={
                name: field.widget.value_from_datadict(data, {}, name) for name, field in blank.fields.items()
            }
        )

    def clean(self) -> dict:
        answers = super().clean() or self.cleaned_data
        for field, sentence in what_does_not_fit(answers):
            if field not in self.errors:
                self.add_error(field, str(sentence))
        if "phone" in answers:
            answers["phone"] = readable_phone(answers)
        return answers

    @property
    def answers(self) -> dict:
        """By field name of the Enquiry. What does not concern this writer is left out, though it was typed."""
        answers = dict(self.cleaned_data)
        writer = answers["writer"]
        by_writer = {
            Writer.PARENT: answers.pop("authority_parent"),
            Writer.REPRESENTATIVE: answers.pop("authority_adult"),
            Writer.PROFESSIONAL: choices.Authority.PATIENT_AGREES.value,
        }
        answers["authority"] = by_writer.get(writer, "")
        if writer == Writer.PATIENT:
            answers["relationship"] = ""
        return answers

    @property
    def signs_of_emergency(self) -> bool:
        return self.cleaned_data.get("emergency_signs") == choices.YesNoUnknown.YES


def _months_ahead() -> list[tuple[str, str]]:
    today = timezone.localdate()
    numbers = [today.month - 1 + ahead for ahead in range(MONTHS_AHEAD + 1)]
    months = [date(today.year + number // 12, number % 12 + 1, 1) for number in numbers]
    return [(f"{month:%Y-%m}", formats.date_format(month, "YEAR_MONTH_FORMAT")) for month in months]
