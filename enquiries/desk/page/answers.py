"""What the family answered, with the words it chose from."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from enquiries.models import Enquiry
from enquiries.words import choices
from enquiries.words.choices import Writer
from enquiries.words.months import month_words


@dataclass(frozen=True)
class Answers:
    title: str
    rows: list[tuple[str, str]] = field(default_factory=list)


def sections(enquiry: Enquiry) -> list[Answers]:
    return [
        Answers(_("The patient"), _patient(enquiry)),
        Answers(_("The illness"), _illness(enquiry)),
        Answers(_("Now"), _now(enquiry)),
    ]


def contact(enquiry: Enquiry) -> list[tuple[str, str]]:
    return _rows(
        (_("Name"), enquiry.full_name),
        (_("Role"), Writer(enquiry.writer).label if enquiry.writer in Writer.values else ""),
        (_("Relationship"), enquiry.relationship),
        (_("Authority to act"), choices.label(choices.Authority, enquiry.authority)),
        (_("E-mail"), enquiry.email),
        (_("Phone"), enquiry.phone),
        (_("Best time to call"), enquiry.phone_when),
        (_("Preferred language"), choices.language_name(enquiry.preferred_language)),
    )


def _rows(*pairs: tuple[str | Promise, object]) -> list[tuple[str, str]]:
    return [(str(label), str(value or "")) for label, value in pairs]


def _patient(enquiry: Enquiry) -> list[tuple[str, str]]:
    return _rows(
        (_("Born"), month_words(enquiry.birth_month)),
        (_("Sex"), choices.label(choices.Sex, enquiry.sex)),
        (_("Country of residence"), choices.country_name(enquiry.country)),
        (_("Who would pay"), choices.label(choices.PaymentRoute, enquiry.payment_route)),
        (_("Earliest month"), month_words(enquiry.earliest_month)),
    )


def _illness(enquiry: Enquiry) -> list[tuple[str, str]]:
    treatments = [str(choices.label(choices.Treatment, code)) for code in enquiry.treatments or []]
    return _rows(
        (_("Diagnosis"), choices.label(choices.Diagnosis, enquiry.diagnosis)),
        (_("Type"), choices.label(choices.LeukemiaType, enquiry.leukemia_type)),
        (_("Month of diagnosis"), month_words(enquiry.diagnosed_month)),
        (_("Treatment so far"), ", ".join(treatments)),
        (_("In the family's words"), enquiry.story),
    )


def _now(enquiry: Enquiry) -> list[tuple[str, str]]:
    yes_no = choices.YesNoUnknown
    return _rows(
        (
            _("Fever, bleeding, trouble breathing, chest pain or a seizure"),
            choices.label(yes_no, enquiry.emergency_signs),
        ),
        (_("In hospital"), choices.label(yes_no, enquiry.in_hospital_now)),
        (_("Treatment started"), choices.label(yes_no, enquiry.treatment_started)),
        (_("Fit to travel, in a doctor's opinion"), choices.label(yes_no, enquiry.fit_to_travel)),
    )
