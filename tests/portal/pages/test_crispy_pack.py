"""The form templates: whoever uses a screen reader must learn the same as whoever looks."""

import re

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.template import engines
from django.test import RequestFactory


class Sample(forms.Form):
    name = forms.CharField(
        label="Your name",
        help_text="As you wish to be called.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea)
    who = forms.ChoiceField(
        label="Who is ill?",
        help_text="This decides what we ask.",
        choices=[("me", "I am"), ("child", "My child")],
        widget=forms.RadioSelect,
    )
    tried = forms.MultipleChoiceField(
        label="Tried",
        required=False,
        choices=[("a", "One"), ("b", "Two")],
        widget=forms.CheckboxSelectMultiple,
    )
    agree = forms.BooleanField(label="I agree", help_text="You can take it back.")
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def draw(source: str, **context) -> str:
    template = engines["django"].from_string("{% load crispy_forms_tags %}" + source)
    return template.render(context, RequestFactory().get("/"))


def opening_tag(html: str, element: str, having: str) -> str:
    return next(tag for tag in re.findall(rf"<{element}\b[^>]*>", html) if having in tag)


@pytest.fixture
def wrong() -> str:
    return draw("{% crispy form %}", form=Sample({"name": "<b>", "note": "kept", "who": "nobody"}))


def test_a_question_has_its_label_its_hint_and_the_browsers_help_to_fill_it():
    html = draw("{{ form.name|as_crispy_field }}", form=Sample())
    assert '<label class="field__label" for="id_name">Your name</label>' in html
    assert '<p class="field__hint" id="id_name_helptext">As you wish to be called.</p>' in html
    control = opening_tag(html, "input", 'name="name"')
    assert 'aria-describedby="id_name_helptext"' in control
    assert 'autocomplete="name"' in control


def test_an_error_stands_beside_its_question_and_is_read_with_it():
    html = draw("{{ form.name|as_crispy_field }}", form=Sample({"name": ""}))
    control = opening_tag(html, "input", 'name="name"')
    assert 'aria-describedby="id_name_helptext id_name_error"' in control
    assert 'aria-invalid="true"' in control
    assert html.index('id="id_name_error"') < html.index("<input")
    assert "field--error" in html


def test_radio_buttons_are_one_group_with_one_question():
    html = draw("{{ form.who|as_crispy_field }}", form=Sample({"who": "nobody"}))
    group = opening_tag(html, "fieldset", "")
    assert 'id="div_id_who"' in group
    assert 'aria-describedby="id_who_helptext id_who_error"' in group
    assert '<legend class="field__label">Who is ill?</legend>' in html
    assert html.count('<label class="choice"') == 2
    assert 'for="id_who_0"' in html and 'id="id_who_0"' in html


def test_several_boxes_are_one_group_and_keep_what_was_ticked():
    html = draw("{{ form.tried|as_crispy_field }}", form=Sample({"tried": ["b"]}))
    assert html.count("<fieldset") == 1
    assert "checked" in opening_tag(html, "input", 'value="b"')
    assert "checked" not in opening_tag(html, "input", 'value="a"')


def test_a_single_box_is_one_large_label_with_its_error_above_and_hint_below():
    html = draw("{{ form.agree|as_crispy_field }}", form=Sample({}))
    assert '<label class="choice" for="id_agree">' in html
    assert html.index('id="id_agree_error"') < html.index("choice") < html.index('id="id_agree_helptext"')
    assert "optional" not in html


def test_only_what_may_be_left_empty_is_called_optional():
    html = draw("{{ form|crispy }}", form=Sample())
    assert html.count("(optional)") == 2  # the note, the boxes


def test_the_summary_links_to_each_question_that_needs_another_look(wrong):
    links = re.findall(r'<a href="#([^"]+)"><b>([^<]+)</b>', wrong)
    assert links == [("div_id_who", "Who is ill?"), ("id_agree", "I agree")]
    for target, _label in links:
        assert f'id="{target}"' in wrong
    assert 'role="alert"' in opening_tag(wrong, "div", "error-summary")


def test_a_form_without_errors_has_no_summary():
    assert "error-summary" not in draw("{% crispy form %}", form=Sample())


def test_what_was_typed_is_kept_and_cannot_become_markup(wrong):
    assert 'value="&lt;b&gt;"' in wrong
    assert "kept</textarea>" in wrong
    assert "<b>&lt;" not in wrong


def test_the_form_carries_its_key_against_forgery_only_when_it_is_posted():
    form = Sample()
    form.helper = FormHelper(form)
    form.helper.form_method = "get"
    context = {"form": form, "csrf_token": "k" * 32}
    assert "csrfmiddlewaretoken" not in draw("{% crispy form %}", **context)
    form.helper.form_method = "post"
    assert draw("{% crispy form %}", **context).count('name="csrfmiddlewaretoken"') == 1


def test_a_layout_draws_groups_rows_and_buttons():
    form = Sample()
    form.helper = FormHelper()
    form.helper.layout = Layout(
        Fieldset("The patient", Row("name", Field("note", rows=3)), css_id="patient"),
        Div("who", css_class="narrow"),
        HTML("<p>in between</p>"),
        ButtonHolder(Submit("send", "Send it", css_class="button--quiet")),
    )
    html = draw("{% crispy form %}", form=form)
    assert '<fieldset id="patient" class="group">' in html
    assert "<legend>The patient</legend>" in html
    assert 'class="field-row"' in html and 'class="narrow"' in html
    assert 'rows="3"' in opening_tag(html, "textarea", 'name="note"')
    button = opening_tag(html, "button", "send")
    assert 'type="submit"' in button and "button--quiet" in button and "btn" not in button


def test_a_hidden_answer_is_drawn_without_label_or_frame():
    html = draw("{{ form.key|as_crispy_field }}", form=Sample())
    assert html.strip() == '<input type="hidden" name="key" id="id_key">'


def test_a_form_with_files_says_so():
    class WithFile(forms.Form):
        paper = forms.FileField()

    assert 'enctype="multipart/form-data"' in opening_tag(
        draw("{% crispy form %}", form=WithFile()), "form", ""
    )


def test_two_forms_on_one_page_keep_their_names_apart():
    html = draw(
        "{{ a.name|as_crispy_field }}{{ b.name|as_crispy_field }}", a=Sample(prefix="a"), b=Sample(prefix="b")
    )
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
