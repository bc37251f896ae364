"""The boxes of the check page. None is ticked beforehand; each carries the words that are kept when it is ticked."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.rules.consents import ConsentGiven, consents_asked
from enquiries.words.choices import Writer
from hospitals.models import Hospital

STATEMENT_LABELS = {
    Writer.PARENT: gettext_lazy("Your statement as parent or guardian"),
    Writer.REPRESENTATIVE: gettext_lazy("Your statement as representative"),
    Writer.PROFESSIONAL: gettext_lazy("Your statement as doctor or organization"),
}


class ConsentBox(forms.BooleanField):
    """Its label is the whole statement; `short_name` is what the page and the list of errors call it."""

    def __init__(self, *, short_name: str, statement: str, missing: str = "") -> None:
        self.short_name = short_name
        super().__init__(label=statement, required=bool(missing), error_messages={"required": missing})


class ConsentForm(forms.Form):
    given: list[ConsentGiven]
    """What was agreed to, once the form is valid."""

    def __init__(
        self, data: QueryDict | None = None, *, hospitals: list[Hospital], writer: str, authority: str
    ) -> None:
        super().__init__(data)
        self.hospitals, self.writer = hospitals, writer
        self.asked = consents_asked(hospitals, writer=writer, authority=authority)
        if mine := self.asked.authority:
            self.fields["consent_authority"] = ConsentBox(
                short_name=str(STATEMENT_LABELS.get(Writer(writer), "")),
                statement=mine.text,
                missing=_("Please tick this if it is so. Otherwise we may not accept the enquiry."),
            )
        self.fields["consent_portal"] = ConsentBox(
            short_name=_("To us: reading and checking"),
            statement=self.asked.portal_statement,
            missing=_(
                "Without your agreement we may not read the enquiry. Please tick this box if you wish to send it."
            ),
        )
        for hospital, one in zip(hospitals, self.asked.hospitals, strict=True):
            self.fields[self.name_of(hospital)] = ConsentBox(short_name=hospital.name, statement=one.text)

    @staticmethod
    def name_of(hospital: Hospital) -> str:
        return f"consent_{hospital.slug}_hospital"

    def clean(self) -> dict:
        answers = super().clean() or self.cleaned_data
        pairs = zip(self.hospitals, self.asked.hospitals, strict=True)
        agreed = [one for hospital, one in pairs if answers.get(self.name_of(hospital))]
        if self.hospitals and not agreed:
            self.add_error(
                self.name_of(self.hospitals[0]),
                _("Please tick at least one hospital. A hospital without its tick gets nothing."),
            )
        mine = [self.asked.authority] if self.asked.authority else []
        self.given = [self.asked.portal, *agreed, *mine]
        return answers

    @property
    def hospital_boxes(self) -> list[tuple[Hospital, forms.BoundField]]:
        return [(hospital, self[self.name_of(hospital)]) for hospital in self.hospitals]
