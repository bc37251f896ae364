from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence


class Event(models.Model):
    """What happened, in the transaction in which it happened. Holds no text a person wrote."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="events")
    quote_request = models.ForeignKey(
        QuoteRequest, models.CASCADE, null=True, blank=True, related_name="events"
    )
    kind = models.CharField(_("what happened"), max_length=32, choices=Occurrence)
    from_state = models.CharField(max_length=24, blank=True, default="")
    to_state = models.CharField(max_length=24, blank=True, default="")
    actor = models.CharField(_("by"), max_length=12, choices=ActorKind)
    actor_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    detail = models.CharField(max_length=64, blank=True, default="", help_text=_("A code, never free text."))
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        default_permissions = ()
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["enquiry", "at"], name="event_timeline")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
