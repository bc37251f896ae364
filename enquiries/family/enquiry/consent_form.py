"""The boxes of the check page. None is ticked beforehand; each carries the words that are kept when it is ticked."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.rules import consent_texts
from enquiries.rules.consents import ConsentGiven, consents_for
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
    def __init__(
        self, data: QueryDict | None = None, *, hospitals: list[Hospital], writer: str, authority: str
    ) -> None:
        super().__init__(data)
        self.hospitals, self.writer, self.authority = hospitals, writer, authority
        if statement := consent_texts.authority_statement(writer=writer, authority=authority):
            self.fields["consent_authority"] = ConsentBox(
                short_name=str(STATEMENT_LABELS.get(Writer(writer), "")),
                statement=statement,
                missing=_("Please tick this if it is so. Otherwise we may not accept the enquiry."),
            )
        self.fields["consent_portal"] = ConsentBox(
            short_name=_("To us: reading and checking"),
            statement=consent_texts.portal_statement(writer=writer),
            missing=_(
                "Without your agreement we may not read the enquiry. Please tick this box if you wish to send it."
            ),
        )
        for hospital in hospitals:
            self.fields[self.name_of(hospital)] = ConsentBox(
                short_name=hospital.name,
                statement=consent_texts.hospital_statement(hospital, writer=writer),
            )

    @staticmethod
    def name_of(hospital: Hospital) -> str:
        return f"consent_{hospital.slug}_hospital"

    def clean(self) -> dict:
        answers = super().clean() or self.cleaned_data
        if self.hospitals and not self.agreed:
            self.add_error(
                self.name_of(self.hospitals[0]),
                _("Please tick at least one hospital. A hospital without its tick gets nothing."),
            )
        return answers

    @property
    def agreed(self) -> list[Hospital]:
        return [hospital for hospital in self.hospitals if self.cleaned_data.get(self.name_of(hospital))]

    def consents(self) -> list[ConsentGiven]:
        return consents_for(self.agreed, writer=self.writer, authority=self.authority)

    @property
    def hospital_boxes(self) -> list[tuple[Hospital, forms.BoundField]]:
        return [(hospital, self[self.name_of(hospital)]) for hospital in self.hospitals]
