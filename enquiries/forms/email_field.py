"""An e-mail address as it is typed: cleaned before it is checked, and asked about where it looks mistyped."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enquiries.words.typed.email_addresses import clean_address, has_foreign_local_part, likely_meant

AS_TYPED = "email_as_typed"
"""The field by which a person says that the address is right; it holds the address, so that another is asked about."""


class AddressInput(forms.EmailInput):
    kept_address = ""
    """Set once the address has been asked about: then a box below it keeps it as it is."""
    is_kept = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {"autocomplete": "email", "inputmode": "email", "spellcheck": "false", "dir": "ltr"}
        super().__init__(own | (attrs or {}))

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        if not self.kept_address:
            return field
        keep = gettext("Keep %(address)s: it is right as I typed it.") % {"address": self.kept_address}
        return format_html(
            '{}<label class="choice" for="id_{}"><input type="checkbox" name="{}" value="{}" id="id_{}"{}> '
            "<span>{}</span></label>",
            *(field, AS_TYPED, AS_TYPED, self.kept_address, AS_TYPED),
            " checked" if self.is_kept else "",
            keep,
        )


class AddressField(forms.EmailField):
    widget = AddressInput
    default_error_messages = {
        "invalid": _("This is not a complete e-mail address. It looks like name@example.org."),
        "max_length": _("This address is too long to be an e-mail address."),
        "foreign": _(
            "Before the @ there is a letter such as “é”, or one of another script. Our mails cannot be sent to such "
            "an address. Please give another one."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict:
        """No maxlength: a browser would cut off what is pasted without a word."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value: Any) -> str:
        return clean_address(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        super().validate(value)
        if has_foreign_local_part(value):
            raise ValidationError(self.error_messages["foreign"], code="foreign")


def question_about(form: forms.Form, field: str) -> ValidationError | None:
    """Asked once of an address that looks mistyped; whoever keeps it as it is goes on with it."""
    address = form.cleaned_data.get(field, "")
    meant = likely_meant(address)
    is_kept = form.data.get(AS_TYPED) == address
    if meant:
        offer_to_keep(form, field, address, is_kept=is_kept)
    if not meant or is_kept:
        return None
    return ValidationError(
        _("Did you mean %(meant)s? Please correct the address, or say below that it is right."),
        params={"meant": meant},
        code="did_you_mean",
    )


def offer_to_keep(form: forms.Form, field: str, address: str, *, is_kept: bool) -> None:
    widget = form.fields[field].widget
    if isinstance(widget, AddressInput):
        widget.kept_address, widget.is_kept = address, is_kept
