from enquiries.models.access_code import AccessCode
from enquiries.models.access_log import AccessLogEntry
from enquiries.models.consent import Consent, ConsentText
from enquiries.models.document import Document
from enquiries.models.enquiry import Enquiry, Note
from enquiries.models.event import Event
from enquiries.models.finding_word import FindingWord
from enquiries.models.message import Message
from enquiries.models.notice import Notice
from enquiries.models.quote import Quote
from enquiries.models.quote_request import QuoteRequest

__all__ = [
    "AccessCode",
    "AccessLogEntry",
    "Consent",
    "ConsentText",
    "Document",
    "Enquiry",
    "Event",
    "FindingWord",
    "Message",
    "Note",
    "Notice",
    "Quote",
    "QuoteRequest",
]
