"""Who read what. The one thing that a GET may write: its own entry in the access log."""

from django.utils import timezone

from enquiries.actors import Actor
from enquiries.models import Enquiry, QuoteRequest, View


def record_view(*, enquiry: Enquiry, by: Actor, what: str, request: QuoteRequest | None = None) -> View:
    return View.objects.create(
        enquiry=enquiry, request=request, actor=by.kind, actor_user=by.user, what=what, at=timezone.now()
    )
