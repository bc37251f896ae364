"""Who read what. The one thing that a GET may write: its own entry in the access log.

Held by tests/enquiries/desk/test_access.py.
"""

from django.utils import timezone

from enquiries.models import AccessLogEntry, Enquiry, QuoteRequest
from enquiries.words.actors import Actor


def record_access(
    *, enquiry: Enquiry, by: Actor, what: str, quote_request: QuoteRequest | None = None
) -> AccessLogEntry:
    return AccessLogEntry.objects.create(
        enquiry=enquiry,
        quote_request=quote_request,
        actor=by.kind,
        actor_user=by.user,
        what=what,
        at=timezone.now(),
    )
