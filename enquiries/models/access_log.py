from django.conf import settings
from django.db import models

from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest
from enquiries.words.actors import ActorKind


class AccessLogEntry(models.Model):
    """Who read what: one row per page or file of an enquiry that staff or a hospital opened. No content."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="access_log")
    quote_request = models.ForeignKey(QuoteRequest, models.CASCADE, null=True, blank=True, related_name="+")
    actor = models.CharField(max_length=12, choices=ActorKind)
    actor_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    what = models.CharField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"access {self.pk}"
