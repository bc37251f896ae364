"""Limits count what a person sees, the same in browser and server: no form cuts a text, and each says what is over."""

import re

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from all_portal.pages.report import ReportForm
from enquiries.clinic.forms import AskForm, DeclineForm, OwnQuoteForm
from enquiries.desk.decisions import forms as desk
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.status.forms import DocumentForm, MessageForm, RenewForm
from enquiries.forms.plain_text import PlainText, seen_length

FORMS = {
    "enquiry": EnquiryForm,
    "renew": RenewForm,
    "message": lambda *data: MessageForm(*data, requests=[]),
    "document": DocumentForm,
    "ask": AskForm,
    "decline": DeclineForm,
    "quote": OwnQuoteForm,
    "report": ReportForm,
    **{name: getattr(desk, name) for name in dir(desk) if name.endswith("Form") and name != "ConfirmForm"},
}
TEXTS = [
    (name, field)
    for name, form in FORMS.items()
    for field, one in form().fields.items()
    if isinstance(one, PlainText) and isinstance(one.widget, forms.Textarea)
]


@pytest.mark.parametrize("name", FORMS)
def test_no_field_lets_a_browser_cut_off_what_is_pasted(name):
    visible = [str(field) for field in FORMS[name]() if not field.is_hidden]
    assert [html for html in visible if re.search(r"\smaxlength=", html)] == []


@pytest.mark.parametrize("name", FORMS)
def test_every_text_of_several_lines_is_kept_whole_or_refused_by_number(name):
    areas = [one for one in FORMS[name]().fields.values() if isinstance(one.widget, forms.Textarea)]
    assert [one.label for one in areas if not isinstance(one, PlainText)] == []


@pytest.mark.parametrize(("name", "field"), TEXTS)
@pytest.mark.parametrize(
    "unit", ["x", "\r\n", "\U0001fa78", "e\u0301", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "हि"]
)
def test_exactly_so_many_characters_as_a_person_counts_fit(name, field, unit):
    one = FORMS[name]().fields[field]
    inside = unit * (one.most - 2)
    text = f"a{inside}b"
    assert one.clean(text) == text.replace("\r\n", "\n")
    with pytest.raises(forms.ValidationError, match=f"{one.most + 1} characters long and {one.most} fit"):
        one.clean(f"a{inside}{unit}b")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467", 1),
        ("\U0001f44d\U0001f3fd", 1),
        ("\u2764\ufe0f", 1),
        ("مُحَمَّد", 4),
        ("हिन्दी", 3),
        ("a\nb", 3),
        ("\u0301" * 1200, 240),
    ],
)
def test_what_a_person_sees_is_counted(text, count):
    assert seen_length(text) == count


@given(st.text(max_size=200))
def test_nothing_counts_for_more_than_its_code_points(text):
    assert -(-len(text) // 5) <= seen_length(text) <= len(text)
