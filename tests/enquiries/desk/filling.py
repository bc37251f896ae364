"""Forms filled in by the kind of their fields, so that a decision's form of tomorrow is filled in too."""

from django import forms
from django.forms import BaseForm

from tests import factories

WORDS = "Canary words of a coordinator"


def filled(form: BaseForm) -> dict[str, str]:
    """What a person might type: something in every field but files and what is hidden."""
    return {
        name: typed
        for name, field in form.fields.items()
        if not isinstance(field.widget, forms.HiddenInput) and (typed := something(field))
    }


def something(field: forms.Field) -> str:
    match field:
        case forms.FileField():
            return ""
        case forms.BooleanField():
            return "on"
        case forms.ChoiceField():
            return last_of(field.choices)
        case forms.DateField():
            return factories.in_days(0).isoformat()
        case forms.DecimalField() | forms.IntegerField():
            return "7"
    return WORDS if isinstance(field.widget, forms.Textarea) else "7"


def last_of(choices) -> str:
    value, label = list(choices)[-1]
    return last_of(label) if isinstance(label, list | tuple) else str(value)
