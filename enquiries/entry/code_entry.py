"""Typing or pasting an access code: the same field, the same answer and the same limit for family and hospital."""

from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enquiries import codes
from enquiries.entry.limits import allow, client_ip
from enquiries.models import AccessCode
from enquiries.models.access_code import CodePurpose
from enquiries.words.references import looks_like_reference

BAD_CODES = 10
BAD_CODES_SECONDS = 600
DOES_NOT_FIT = _("This code does not open anything. Please compare it with the newest e-mail from us.")
# The same for every reference-like word: whether such an enquiry exists is nobody's to learn here.
IS_REFERENCE = {
    AccessCode.Purpose.FAMILY: _(
        "This looks like a reference. It opens nothing: you need the access code from our mail, or a new link."
    ),
    AccessCode.Purpose.HOSPITAL: _(
        "This looks like a reference. It opens nothing: you need the access code from our newest mail."
    ),
}
OTHER_DOOR = {
    "family": _("This is a hospital's code. It opens a request, on the page for hospitals."),
    "hospital": _("This is a family's code. It opens its enquiry, under “Follow my enquiry”."),
}
TOO_MANY = _("Too many codes did not fit. Please wait ten minutes, then try again; your enquiry is safe.")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Access code"),
        help_text=_(
            "Open the link in our mail, or type the code: six groups of four letters and digits. "
            "Spaces, hyphens and small letters do not matter. You can also paste the link or the whole mail."
        ),
        error_messages={"required": _("Please type or paste the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.form_show_errors = True

    @property
    def holds_reference(self) -> bool:
        return self.has_error("code", "reference")

    @property
    def is_at_wrong_door(self) -> bool:
        return self.has_error("code", "other-door")


@dataclass(frozen=True)
class Entry:
    """`access` is None when the code opens nothing; then `form` says why and `status` is the page's."""

    form: CodeForm
    access: AccessCode | None = None
    status: int = 200


def read_code(request: HttpRequest, *, purpose: CodePurpose) -> Entry:
    """A good code is never slowed down by other people's bad ones: only bad codes count."""
    form = CodeForm(request.POST)
    if not form.is_valid():
        return Entry(form)
    if looks_like_reference(form.cleaned_data["code"]):
        form.add_error("code", ValidationError(IS_REFERENCE[purpose], code="reference"))
        return Entry(form)
    access = codes.redeem(typed=form.cleaned_data["code"], purpose=purpose)
    if access is not None:
        return Entry(form, access)
    within = allow(
        scope=f"bad-code-{purpose}",
        key=client_ip(request),
        limit=BAD_CODES,
        window_seconds=BAD_CODES_SECONDS,
    )
    form.add_error("code", _why_not(form.cleaned_data["code"], purpose) if within else TOO_MANY)
    return Entry(form, status=200 if within else 429)


def _why_not(typed: str, purpose: str) -> ValidationError:
    """Only who holds a good code learns which door is its own, and it counts as a bad one here: nothing is told that
    the other door would not tell as well."""
    others = [other for other in CodePurpose.values if other != purpose]
    if any(codes.redeem(typed=typed, purpose=other) for other in others):
        return ValidationError(OTHER_DOOR[purpose], code="other-door")
    return ValidationError(DOES_NOT_FIT)
