"""What one hospital reads of an enquiry: the single source for its own page, the coordinator's preview and the copy
sheet. It names no other hospital, no note of ours, and neither mail address nor phone number of the family: the
hospital writes to the family through the portal until the family has chosen it."""

import hashlib
import json
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from enquiries.models import Document, Enquiry, QuoteRequest
from enquiries.words import choices
from enquiries.words.choices import Writer
from enquiries.words.months import month_words


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[tuple[str, str]]


@dataclass(frozen=True)
class Disclosure:
    sections: list[Section]
    documents: list[Document] = field(default_factory=list)
    digest: str = ""


def disclose(quote_request: QuoteRequest) -> Disclosure:
    """In English, whatever language the family reads in. `digest` changes with every word and every document."""
    with override("en"):
        sections = [
            _asked(quote_request),
            _patient(quote_request.enquiry),
            _illness(quote_request.enquiry),
            _writer(quote_request.enquiry),
        ]
        contact = _contact(quote_request)
        sections += [contact] if contact else []
    documents = disclosed_documents(quote_request)
    return Disclosure(sections, documents, _digest(sections, documents))


def disclosed_documents(quote_request: QuoteRequest) -> list[Document]:
    """What this hospital may open: the files there were when a coordinator last passed them on."""
    documents = quote_request.enquiry.documents.for_hospitals()
    if quote_request.documents_until_at is not None:
        documents = documents.filter(created_at__lte=quote_request.documents_until_at)
    return list(documents)


def documents_waiting(quote_request: QuoteRequest) -> list[Document]:
    """What the family has added since; empty for a request that was not sent yet."""
    if quote_request.documents_until_at is None:
        return []
    return list(
        quote_request.enquiry.documents.for_hospitals().filter(
            created_at__gt=quote_request.documents_until_at
        )
    )


def _digest(sections: list[Section], documents: list[Document]) -> str:
    shown = (
        [[section.title, section.rows] for section in sections],
        [document.sha256 for document in documents],
    )
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False, default=str).encode()).hexdigest()


def _rows(*pairs: tuple[str | Promise, object]) -> list[tuple[str, str]]:
    """Every row is shown: what was left out is said as such, so that nobody takes a gap for a no."""
    return [
        (str(label), str(value) if value not in ("", None) else _("not stated")) for label, value in pairs
    ]


def _asked(quote_request: QuoteRequest) -> Section:
    days = sorted(program.stay_days for program in quote_request.programs.all())
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in days)
    if quote_request.advise:
        advise = _("the family asks the hospital to advise on the stay")
        stays = f"{stays}; {advise}" if stays else advise
    return Section(
        _("What is asked for"),
        _rows(
            (_("Inpatient stay"), stays),
            (_("Earliest month"), month_words(quote_request.enquiry.earliest_month)),
            (_("Urgent"), _("yes") if quote_request.enquiry.urgent else _("no")),
            (_("Who would pay"), choices.label(choices.PaymentRoute, quote_request.enquiry.payment_route)),
        ),
    )


def _patient(enquiry: Enquiry) -> Section:
    return Section(
        _("Patient"),
        _rows(
            (_("Born"), month_words(enquiry.birth_month)),
            (_("Sex"), choices.label(choices.Sex, enquiry.sex)),
            (_("Country of residence"), choices.country_name(enquiry.country)),
        ),
    )


def _illness(enquiry: Enquiry) -> Section:
    treatments = [choices.label(choices.Treatment, code) for code in enquiry.treatments or []]
    yes_no = choices.YesNoUnknown
    return Section(
        _("Illness"),
        _rows(
            (_("Diagnosis"), choices.label(choices.Diagnosis, enquiry.diagnosis)),
            (_("Type"), choices.label(choices.LeukemiaType, enquiry.leukemia_type)),
            (_("Month of diagnosis"), month_words(enquiry.diagnosed_month)),
            (_("Treatment so far"), ", ".join(treatments)),
            (_("In hospital now"), choices.label(yes_no, enquiry.in_hospital_now)),
            (_("Treatment started"), choices.label(yes_no, enquiry.treatment_started)),
            (
                _("Fever, bleeding, trouble breathing, chest pain or a seizure now"),
                choices.label(yes_no, enquiry.emergency_signs),
            ),
            (_("Fit to travel, in a doctor's opinion"), choices.label(yes_no, enquiry.fit_to_travel)),
            (_("In the family's words"), enquiry.story),
        ),
    )


def _writer(enquiry: Enquiry) -> Section:
    roles = {
        Writer.PATIENT: _("the patient"),
        Writer.PARENT: _("a parent or guardian of the patient"),
        Writer.REPRESENTATIVE: _("a representative of the patient"),
        Writer.PROFESSIONAL: _("a doctor or organization"),
    }
    return Section(
        _("Who writes"),
        _rows(
            (_("Role"), roles.get(Writer(enquiry.writer), "") if enquiry.writer else ""),
            (_("Name"), enquiry.full_name),
            (_("Preferred language"), choices.language_name(enquiry.preferred_language)),
        ),
    )


def _contact(quote_request: QuoteRequest) -> Section | None:
    """Mail address and phone number: only for the hospital that the family has chosen."""
    if quote_request.state != "accepted":
        return None
    enquiry = quote_request.enquiry
    return Section(
        _("How to reach the family"), _rows((_("E-mail"), enquiry.email), (_("Phone"), enquiry.phone))
    )
