"""What was typed travels from page to page in hidden fields: nothing is stored before it is sent."""

from collections.abc import Iterable

from django.http import QueryDict

from enquiries.family.enquiry.form import EnquiryForm
from enquiries.forms.email_field import AS_TYPED
from enquiries.forms.months import MonthField

PICKS = ("p", "advise")
MOST_VALUES = 80


def carried_pairs(data: QueryDict, names: Iterable[str]) -> list[tuple[str, str]]:
    """The named fields as they were posted. What is not ours is dropped."""
    return [(name, value) for name in names for value in data.getlist(name)[:MOST_VALUES]]


def answer_names() -> list[str]:
    """The names under which the answers of the form are posted."""
    names = []
    for name, field in EnquiryForm.base_fields.items():
        if isinstance(field, MonthField):
            names += [f"{name}{ending}" for ending in field.widget.widgets_names]
        else:
            names.append(name)
    return [*names, AS_TYPED]
