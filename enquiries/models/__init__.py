from enquiries.models.access import AccessCode
from enquiries.models.consent import Consent, ConsentText
from enquiries.models.document import Document
from enquiries.models.enquiry import Enquiry, Note
from enquiries.models.event import Event, View
from enquiries.models.message import Message
from enquiries.models.notice import Notice
from enquiries.models.quote import Quote
from enquiries.models.request import QuoteRequest

__all__ = [
    "AccessCode",
    "Consent",
    "ConsentText",
    "Document",
    "Enquiry",
    "Event",
    "Message",
    "Note",
    "Notice",
    "Quote",
    "QuoteRequest",
    "View",
]
