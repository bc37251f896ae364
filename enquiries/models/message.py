from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest
from enquiries.sealing.fields import EncryptedTextField, Sealed
from enquiries.words.actors import Actor, ActorKind


class MessageQuerySet(models.QuerySet["Message"]):
    def said(
        self,
        *,
        enquiry: Enquiry,
        text: str,
        by: Actor,
        at: datetime,
        quote_request: QuoteRequest | None = None,
        **shown: datetime,
    ) -> "Message":
        """A new message of `by`; `shown` says from when on who reads it, or that it is dealt with."""
        return self.create(
            enquiry=enquiry,
            quote_request=quote_request,
            author=by.kind,
            author_user=by.user,
            text=text,
            created_at=at,
            **shown,
        )

    def for_family(self) -> Self:
        """What the family wrote, and what a coordinator wrote or passed on to it."""
        return self.filter(models.Q(author=ActorKind.FAMILY) | models.Q(to_family_at__isnull=False))

    def for_hospital(self, quote_request: QuoteRequest) -> Self:
        """What this hospital wrote, and what was passed on to it, on its own request only."""
        return self.filter(quote_request=quote_request).filter(
            models.Q(author=ActorKind.HOSPITAL) | models.Q(to_hospital_at__isnull=False)
        )

    def unpassed_questions(self) -> Self:
        return self.filter(author=ActorKind.HOSPITAL, to_family_at__isnull=True, handled_at__isnull=True)

    def unread_from_family(self) -> Self:
        return self.filter(author=ActorKind.FAMILY, handled_at__isnull=True)


class Message(Sealed):
    """A message on an enquiry, or on one hospital's request. Hospital and family never write to each other
    directly: a coordinator passes on (`to_family_at`, `to_hospital_at`)."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="messages")
    quote_request = models.ForeignKey(
        QuoteRequest, models.CASCADE, null=True, blank=True, related_name="messages"
    )
    author = models.CharField(max_length=12, choices=ActorKind)
    author_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = EncryptedTextField(_("message"))
    created_at = models.DateTimeField()
    to_family_at = models.DateTimeField(_("shown to the family"), null=True, blank=True)
    to_hospital_at = models.DateTimeField(_("shown to the hospital"), null=True, blank=True)
    handled_at = models.DateTimeField(_("dealt with"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ()
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"message {self.pk}"
