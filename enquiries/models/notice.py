import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enquiries.models.access_code import AccessCode
from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest


class Audience(models.TextChoices):
    FAMILY = "family", _("Family")
    HOSPITAL = "hospital", _("Hospital")
    COORDINATORS = "coordinators", _("Coordinators")


class NoticeState(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Refused by the receiving side")
    DEAD = "dead", _("Given up after many tries")
    CANCELLED = "cancelled", _("No longer wanted")


UNDELIVERED = (NoticeState.FAILED, NoticeState.DEAD)


class Notice(models.Model):
    """One mail to be sent, written in the transaction that caused it. It holds no address and no body: both are
    made when it is sent. `due_at` is also the lease: claiming moves it into the future."""

    Audience = Audience
    State = NoticeState

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    audience = models.CharField(_("for whom"), max_length=12, choices=Audience)
    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="notices")
    quote_request = models.ForeignKey(
        QuoteRequest, models.CASCADE, null=True, blank=True, related_name="notices"
    )
    code = models.ForeignKey(AccessCode, models.SET_NULL, null=True, blank=True, related_name="+")
    dedupe_key = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(_("state"), max_length=10, choices=NoticeState, default=NoticeState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    due_at = models.DateTimeField(_("due at"))
    created_at = models.DateTimeField(_("written at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    error = models.CharField(
        _("fault"), max_length=64, blank=True, default="", help_text=_("A code, never an address.")
    )

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ("view",)
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["created_at", "id"], condition=Q(state="queued"), name="notice_waiting"),
            models.Index(fields=["state", "-created_at"], name="notice_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="notice_sent_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
