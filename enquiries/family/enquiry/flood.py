"""How many enquiries are taken: per connection, per mailbox that we would write to, and in all."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from enquiries.entry.limits import DAY, HOUR, allow, client_ip, mailbox, minutes_to_wait
from enquiries.models import Enquiry


def minutes_until_taken(request: HttpRequest, *, email: str, claim: str) -> int:
    """0 when it is taken now; the same form (`claim`) sent again counts once."""
    lately = Enquiry.objects.filter(created_at__gt=timezone.now() - timedelta(hours=1))
    if lately[: settings.ENQUIRIES_PER_HOUR].count() >= settings.ENQUIRIES_PER_HOUR:
        return 10
    for scope, key, limit, window in (
        ("enquiry-ip", client_ip(request), settings.ENQUIRIES_PER_IP_PER_HOUR, HOUR),
        ("enquiry-email", mailbox(email), settings.ENQUIRIES_PER_EMAIL_PER_DAY, DAY),
    ):
        if not allow(scope=scope, key=key, limit=limit, window_seconds=window, claim=claim):
            return minutes_to_wait(scope=scope, key=key, limit=limit)
    return 0
