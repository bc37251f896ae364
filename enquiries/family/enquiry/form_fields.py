"""A question of the enquiry as a field of its form."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enquiries.forms.email_field import AddressField
from enquiries.forms.months import MonthField, MonthWidget
from enquiries.forms.plain_text import PlainText
from enquiries.words import choices
from enquiries.words.questions import QUESTIONS, kinds
from enquiries.words.questions.question import Question, Way
from ground.berlin import today_in_berlin
from languages.dates import when

MONTHS_AHEAD = 12


def form_fields() -> Iterator[tuple[str, forms.Field]]:
    """By the name under which each is posted, in the order of asking."""
    return ((way.name, form_field(question, way)) for question in QUESTIONS for way in question.ways)


def form_field(question: Question, way: Way) -> forms.Field:
    return _of_kind(
        question.kind,
        way,
        label=way.label,
        help_text=way.help,
        # Where only some are asked, whether it is missing depends on the writer (rules.answers.misfits).
        required=question.required and question.is_asked_of_everybody,
        error_messages={"required": question.missing},
    )


@singledispatch
def _of_kind(kind: kinds.Kind, way: Way, **asked: Any) -> forms.Field:
    raise NotImplementedError(f"no form field for {kind!r}")


@_of_kind.register
def _one(kind: kinds.One, way: Way, **asked: Any) -> forms.Field:
    options = [(one.value, one.label) for one in way.options] or kind.options.choices
    return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **asked)


@_of_kind.register
def _many(kind: kinds.Many, way: Way, **asked: Any) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=kind.options.choices, widget=forms.CheckboxSelectMultiple, **asked
    )


@_of_kind.register
def _past_month(kind: kinds.PastMonth, way: Way, **asked: Any) -> forms.Field:
    return MonthField(widget=MonthWidget(), **asked)


# The choices of the next three are made when they are shown: names follow the reader's language, and months the day.


@_of_kind.register
def _coming_month(kind: kinds.ComingMonth, way: Way, **asked: Any) -> forms.Field:
    asked["error_messages"] |= {"invalid_choice": _("This month has passed. Please choose again.")}
    return forms.ChoiceField(choices=lambda: [("", kind.none), *_months_ahead()], **asked)


@_of_kind.register
def _country(kind: kinds.Country, way: Way, **asked: Any) -> forms.Field:
    return forms.ChoiceField(
        choices=lambda: [("", gettext("Choose a country")), *choices.country_choices()],
        widget=forms.Select(attrs={"autocomplete": "country"}),
        **asked,
    )


@_of_kind.register
def _language(kind: kinds.Language, way: Way, **asked: Any) -> forms.Field:
    return forms.ChoiceField(
        choices=lambda: [("", gettext("Choose a language")), *choices.language_choices()],
        widget=forms.Select(attrs={"autocomplete": "language"}),
        **asked,
    )


@_of_kind.register
def _line(kind: kinds.Line, way: Way, **asked: Any) -> forms.Field:
    widget = forms.TextInput(attrs={"autocomplete": kind.autocomplete, "dir": "auto"})
    return PlainText(most=kind.most, widget=widget, **asked)


@_of_kind.register
def _story(kind: kinds.Story, way: Way, **asked: Any) -> forms.Field:
    return PlainText(most=kind.most, widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}), **asked)


@_of_kind.register
def _email(kind: kinds.Email, way: Way, **asked: Any) -> forms.Field:
    return AddressField(**asked)


@_of_kind.register
def _phone(kind: kinds.Phone, way: Way, **asked: Any) -> forms.Field:
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel", "dir": "ltr"})
    return PlainText(most=kind.most, widget=widget, **asked)


def _months_ahead() -> list[tuple[str, str]]:
    today = today_in_berlin()
    numbers = [today.month - 1 + ahead for ahead in range(MONTHS_AHEAD + 1)]
    months = [date(today.year + number // 12, number % 12 + 1, 1) for number in numbers]
    return [(f"{month:%Y-%m}", when(month, "month")) for month in months]
