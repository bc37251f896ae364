"""What one hospital reads of an enquiry: the single source for its own page, the coordinator's preview and the copy
sheet. It names no other hospital, no note of ours, and neither mail address nor phone number of the family: the
hospital writes to the family through the portal until the family has chosen it.

Held by tests/enquiries/rules/test_readers.py.
"""

import hashlib
import json
from dataclasses import dataclass, field
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import override

from enquiries.models import Document, Enquiry, QuoteRequest
from enquiries.words.questions.parts import Part, Sheet
from enquiries.words.questions.readings import Line, rows
from enquiries.words.states import RequestState
from enquiries.words.stays import stays_words
from ground.sections import Section


@dataclass(frozen=True)
class Disclosure:
    sections: list[Section[str]]
    documents: list[Document] = field(default_factory=list)
    digest: str = ""


def disclose(quote_request: QuoteRequest) -> Disclosure:
    """In English, whatever language the family reads in. `digest` changes with every word and every document."""
    enquiry = quote_request.enquiry
    with override("en"):
        sections = [
            _wishes(quote_request),
            *(_section(part, enquiry) for part in (Sheet.PATIENT, Sheet.ILLNESS, Sheet.WRITER)),
        ]
        # Mail address and phone number: only for the hospital that the family has chosen.
        if quote_request.state == RequestState.ACCEPTED:
            sections.append(_section(Sheet.CONTACT, enquiry))
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


def _digest(sections: list[Section[str]], documents: list[Document]) -> str:
    shown = (
        [[section.title, section.rows] for section in sections],
        [document.sha256 for document in documents],
    )
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False, default=str).encode()).hexdigest()


def _section(part: Part, enquiry: Enquiry, *besides: Line) -> Section[str]:
    """Every row is shown: what was left out is said as such, so that nobody takes a gap for a no."""
    read = rows(part, partial(getattr, enquiry), besides=besides)
    return Section(str(part.title), [(label, value or _("not stated")) for label, value in read])


def _wishes(quote_request: QuoteRequest) -> Section[str]:
    advise = _("the family asks the hospital to advise on the stay") if quote_request.advise else ""
    stays = stays_words(quote_request.programs.all(), advise=advise)
    urgent = _("yes") if quote_request.enquiry.urgent else _("no")
    return _section(
        Sheet.WISHES,
        quote_request.enquiry,
        Line(_("Inpatient stay"), stays, place=10),
        Line(_("Urgent"), urgent, place=60),
    )
