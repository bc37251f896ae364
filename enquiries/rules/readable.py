"""Who may open what of an enquiry now: a hospital while it needs it; a family its own files and what was released.

Held by tests/enquiries/clinic/test_request.py and tests/enquiries/family/status/test_decisions.py.
"""

from django.db.models import Q, QuerySet

from enquiries.models import Document, Enquiry, Quote, QuoteRequest
from enquiries.rules.disclosure import disclosed_documents
from enquiries.words.states import WITH_HOSPITAL, RequestState


def hospital_may_read(quote_request: QuoteRequest) -> bool:
    """Whether the hospital still needs what the family sent: while it can answer, and once it is chosen."""
    if quote_request.state == RequestState.ACCEPTED:
        return True
    return quote_request.enquiry.is_open and quote_request.state in WITH_HOSPITAL


def documents_for_hospital(quote_request: QuoteRequest) -> list[Document]:
    """What is disclosed to it as long as it may read, and its own letters always."""
    shown = disclosed_documents(quote_request) if hospital_may_read(quote_request) else []
    letters = [quote.letter for quote in quote_request.quotes.select_related("letter") if quote.letter]
    return [*shown, *letters]


def documents_for_family(enquiry: Enquiry) -> QuerySet[Document]:
    """Its own files, and the letters of quotes that were released to it."""
    released = Quote.objects.filter(quote_request__enquiry=enquiry, released_at__isnull=False).values(
        "letter_id"
    )
    return Document.objects.filter(enquiry=enquiry).filter(Q(quote_request__isnull=True) | Q(pk__in=released))
