"""What a coordinator types on a decision page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.forms.plain_text import PlainText
from enquiries.words.states import AnswerSource, ClosedReason, DeclineReason
from ground.berlin import today_in_berlin

LONGEST_TEXT = 8000


def text_field(label: Any, *, help_text: Any = "", required: bool = True, rows: int = 8) -> PlainText:
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return PlainText(label=label, help_text=help_text, required=required, most=LONGEST_TEXT, widget=widget)


class ConfirmForm(forms.Form):
    """Nothing to type: a button. The base of the others."""

    use_required_attribute = False


class AsShown(forms.Field):
    """Hidden: what the person had before them when the page was opened. On a page that comes back it says what stands
    there now, not what was sent, so that the next click agrees to what is shown. Any text is let through: the action
    compares it and says its own sentence."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: object) -> str:
        return str(value or "")

    def bound_data(self, data: object, initial: object) -> object:
        return initial


class ReleaseForm(ConfirmForm):
    digest = AsShown()


class ReleaseQuoteForm(ConfirmForm):
    """The revision that was looked at: a newer one is never released unseen."""

    revision = AsShown()


class WriteForm(ConfirmForm):
    text = text_field(_("Message to the family"), help_text=_("The family reads it on its status page."))
    wants_answer = forms.BooleanField(
        label=_("We need an answer before we can go on"),
        help_text=_("Our clock stops and the family is reminded until it answers."),
        required=False,
    )


class NoteForm(ConfirmForm):
    text = text_field(
        _("Internal note"), help_text=_("Only coordinators read it. Never the family, never a hospital.")
    )


class PassQuestionForm(ConfirmForm):
    text = text_field(
        _("The question, as the family will read it"),
        help_text=_("Change it until a family can understand it."),
    )


class PassAnswerForm(ConfirmForm):
    text = text_field(
        _("The answer, as the hospital will read it"),
        help_text=_("Leave out mail addresses, telephone numbers and the names of other hospitals."),
    )


class ReasonForm(ConfirmForm):
    reason = text_field(_("Reason"), help_text=_("Kept as an internal note."), rows=3)


class CloseForm(ConfirmForm):
    reason = forms.ChoiceField(
        label=_("Why it is closed"), choices=[("", _("Choose a reason")), *ClosedReason.choices]
    )
    letter = text_field(
        _("Letter to the family"),
        help_text=_(
            "Must be written, by a person, when no hospital could make a quote. The family reads it for as long "
            "as its code works."
        ),
        required=False,
        rows=12,
    )


class UrgentForm(ConfirmForm):
    urgent = forms.TypedChoiceField(
        label=_("Is this enquiry urgent?"),
        choices=[("yes", _("Yes: first answer within working hours")), ("no", _("No: the usual times"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class AnswerForm(ConfirmForm):
    """How and when a hospital's answer really came, when a coordinator enters it."""

    source = forms.ChoiceField(
        label=_("How the answer came"), choices=[("", _("Choose one")), *AnswerSource.choices]
    )
    answered_on = forms.DateField(
        label=_("Day of the hospital's answer"),
        help_text=_("The real day, not today's if it came earlier."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=today_in_berlin,
    )


class DeclineForm(AnswerForm):
    reason = forms.ChoiceField(
        label=_("Reason"), choices=[("", _("Choose a reason")), *DeclineReason.choices]
    )
    text = text_field(_("In the hospital's words"), help_text=_("The family reads this sentence."), rows=4)
