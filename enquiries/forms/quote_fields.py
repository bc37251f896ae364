"""A fact of a quote as a field of its form."""

from functools import singledispatch
from typing import Any

from django import forms

from enquiries.forms.plain_text import PlainText
from enquiries.forms.ready_fields import LONGEST_TEXT
from enquiries.forms.sums import SumField
from enquiries.words.money import currency_choices
from enquiries.words.quote_facts import FACTS, kinds
from enquiries.words.quote_facts.fact import Fact


def quote_fields() -> dict[str, forms.Field]:
    """By the name under which each is posted, in the order of asking."""
    return {fact.field: _field(fact) for fact in FACTS}


def _field(fact: Fact) -> forms.Field:
    asked = fact.asked
    return _of_kind(
        fact.kind,
        label=asked.label,
        help_text=asked.help,
        required=fact.required,
        error_messages={"required": asked.missing} if asked.missing else None,
    )


@singledispatch
def _of_kind(kind: kinds.Kind, **asked: Any) -> forms.Field:
    raise NotImplementedError(f"no form field for {kind!r}")


@_of_kind.register
def _text(kind: kinds.Text, **asked: Any) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": kind.rows, "dir": "auto"})
    return PlainText(most=LONGEST_TEXT, widget=widget, **asked)


@_of_kind.register
def _choice(kind: kinds.Choice, **asked: Any) -> forms.Field:
    return forms.ChoiceField(choices=kind.options.choices, **asked)


@_of_kind.register
def _sum(kind: kinds.Sum, **asked: Any) -> forms.Field:
    return SumField(min_value=kind.least, **asked)


@_of_kind.register
def _currency(kind: kinds.Currency, **asked: Any) -> forms.Field:
    return forms.ChoiceField(choices=currency_choices, **asked)


@_of_kind.register
def _count(kind: kinds.Count, **asked: Any) -> forms.Field:
    return forms.IntegerField(min_value=0, max_value=kind.most, **asked)


@_of_kind.register
def _day(kind: kinds.Day, **asked: Any) -> forms.Field:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **asked)
