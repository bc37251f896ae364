"""The forms of the family's zone."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquiries.forms.email_field import AddressField
from enquiries.forms.plain_text import PlainText
from enquiries.forms.ready_fields import plain_helper
from enquiries.models import Document, QuoteRequest
from enquiries.words.choices import language_choices
from enquiries.words.states import Others
from ground.berlin import latest_today

LONGEST_MESSAGE = 5000


class RenewForm(forms.Form):
    email = AddressField(label=_("The e-mail address you gave in the enquiry"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()


class MessageForm(forms.Form):
    text = PlainText(
        label=_("Your message"),
        most=LONGEST_MESSAGE,
        help_text=_("A coordinator reads it and passes on to a hospital what is meant for it."),
        error_messages={"required": _("Please write a message.")},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )

    def __init__(self, *args: Any, requests: list[QuoteRequest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_slug = {quote_request.hospital.slug: quote_request for quote_request in requests}
        hospitals = [(slug, quote_request.hospital.name) for slug, quote_request in self.by_slug.items()]
        choices = [("", _("The whole enquiry")), *hospitals]
        self.fields["about"] = forms.ChoiceField(
            label=_("What is it about?"), required=False, choices=choices
        )
        self.order_fields(["about", "text"])
        self.helper = plain_helper()

    @property
    def request_meant(self) -> QuoteRequest | None:
        return self.by_slug.get(self.cleaned_data["about"])


class DocumentForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            ("", _("Please choose")),
            *((kind.value, kind.label) for kind in Document.Kind if kind != Document.Kind.QUOTE_LETTER),
        ],
    )
    upload = forms.FileField(
        label=_("The file"),
        help_text=_("PDF, photo or scan, up to 15 MB."),
        # No accept attribute: it would hide a good file whose name ends otherwise, and the content decides.
        widget=forms.FileInput,
    )
    language = forms.ChoiceField(
        label=_("Language of the document"),
        required=False,
        choices=lambda: [("", _("not stated")), *language_choices()],
    )
    dated_on = forms.DateField(
        label=_("Date of the document"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()

    def clean_dated_on(self) -> date | None:
        day = self.cleaned_data["dated_on"]
        if day and not date(1900, 1, 1) <= day <= latest_today():
            raise forms.ValidationError(_("The date of a document lies in the past."))
        return day


class ChooseForm(forms.Form):
    others = forms.ChoiceField(
        label=_("What should happen with the other hospitals?"),
        choices=Others.choices,
        initial=Others.KEEP,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please say what should happen with the others.")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32_767)

    def __init__(self, *args: Any, has_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_others:
            del self.fields["others"]
        self.helper = plain_helper()
