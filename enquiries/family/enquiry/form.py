"""The form of the enquiry: its fields are the questions (enquiries.words.questions), its lines how they stand in it."""

from dataclasses import dataclass

from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict

from enquiries.family.enquiry.form_fields import form_fields
from enquiries.forms.email_field import AS_TYPED, offer_to_keep, question_about
from enquiries.rules.answers.misfits import readable_phone, what_does_not_fit
from enquiries.words import choices
from enquiries.words.choices import Writer
from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.kinds import Choice
from enquiries.words.questions.question import EVERYBODY, Question, Way

COLUMNS = {1: "", 2: "ask-pairs", 3: "ask-three"}


@dataclass(frozen=True)
class AskedHere:
    question: Question
    field: forms.BoundField

    @property
    def label_shown(self) -> bool:
        return not self.question.label_is_legend


@dataclass(frozen=True)
class FormLine:
    css: str
    asked: list[AskedHere]


class EnquiryForm(forms.Form):
    def __init__(self, data: QueryDict | None = None, *, initial: dict | None = None) -> None:
        super().__init__(data, initial=initial)
        if data is not None and data.get("writer") == Writer.PARENT:
            for question in QUESTIONS:
                if question.to_parents:
                    self.fields[question.field].label = str(question.to_parents.label)
        self.helper = FormHelper()
        self.helper.form_tag = False

    @classmethod
    def refilled(cls, data: QueryDict) -> "EnquiryForm":
        """What was typed, unchecked: for going back to it without a word of blame."""
        blank = cls()
        form = cls(
            initial={
                name: field.widget.value_from_datadict(data, {}, name) for name, field in blank.fields.items()
            }
        )
        if kept := data.get(AS_TYPED, ""):
            offer_to_keep(form, "email", kept, is_kept=True)
        return form

    def clean(self) -> dict:
        answers = super().clean() or self.cleaned_data
        for field, sentence in what_does_not_fit(answers):
            if field not in self.errors:
                self.add_error(field, str(sentence))
        if question := question_about(self, "email"):
            self.add_error("email", question)
        if "phone" in answers:
            answers["phone"] = readable_phone(answers)
        return answers

    @property
    def answers(self) -> dict:
        """By field of the Enquiry. What does not concern this writer is left out, though it was typed."""
        writer = self.cleaned_data["writer"]
        answers = {}
        for question in QUESTIONS:
            way = question.way_for(writer)
            granted = str(question.taken_for_granted.get(writer, ""))
            answers[question.field] = self.cleaned_data[way.name] if way else granted
        return answers

    @property
    def signs_of_emergency(self) -> bool:
        return self.cleaned_data.get("emergency_signs") == choices.YesNoUnknown.YES

    @property
    def lines(self) -> dict[str, list[FormLine]]:
        """By the name of the section."""
        lines: dict[str, list[FormLine]] = {}
        for question in QUESTIONS:
            section = lines.setdefault(question.section.name, [])
            for way in question.ways:
                asked = AskedHere(question, self[way.name])
                if question.beside:
                    section[-1] = FormLine("field-row ask-names", [*section[-1].asked, asked])
                else:
                    section.append(FormLine(_css(question, way), [asked]))
        return lines


EnquiryForm.base_fields.update(form_fields())


def _css(question: Question, way: Way) -> str:
    """Who is not asked does not see it; the style sheet goes by the writer ticked."""
    words = []
    if question.ways != (way,) or way.of != EVERYBODY:
        words.append("only")
        words += [f"only--{writer}" for writer in way.of if len(way.of) == 1]
    if isinstance(question.kind, Choice):
        words.append(COLUMNS[question.kind.columns])
    return " ".join(filter(None, words))
