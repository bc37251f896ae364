from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from enquiries.sealing.fields import EncryptedTextField, Sealed
from enquiries.words.references import new_reference
from enquiries.words.states import (
    FAMILY_LABEL_QUOTE_RELEASED,
    FAMILY_LABELS,
    AnswerSource,
    DeclineReason,
    RequestState,
)
from hospitals.models import Hospital
from programs.models import Program

if TYPE_CHECKING:
    from enquiries.models.quote import Quote


class QuoteRequest(Sealed):
    """What one hospital is asked. Its state is written by enquiries.rules.workflow only."""

    reference = models.CharField(
        _("reference"), max_length=11, unique=True, default=new_reference, editable=False
    )
    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="requests")
    hospital = models.ForeignKey(Hospital, models.PROTECT, related_name="+")
    programs = models.ManyToManyField(
        Program, verbose_name=_("programs asked for"), related_name="+", blank=True
    )
    advise = models.BooleanField(_("let the hospital advise on the stay"), default=False)
    channel = models.CharField(_("channel"), max_length=16, choices=Hospital.Channel)
    state = models.CharField(_("state"), max_length=16, choices=RequestState, default=RequestState.PENDING)
    state_changed_at = models.DateTimeField(_("in this state since"))
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    sendings = models.PositiveSmallIntegerField(_("times sent"), default=0)
    handed_over_at = models.DateTimeField(
        _("entered in the hospital's own form, or phoned"), null=True, blank=True
    )
    documents_until_at = models.DateTimeField(
        _("documents shown up to"),
        null=True,
        blank=True,
        help_text=_("Later ones wait until a coordinator passes them on."),
    )
    acknowledged_at = models.DateTimeField(_("first opened"), null=True, blank=True)
    due_at = models.DateTimeField(_("answer due"), null=True, blank=True)
    clock_paused_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(
        _("reason"), max_length=20, choices=DeclineReason, blank=True, default=""
    )
    decline_text = EncryptedTextField(_("in the hospital's words"), blank=True, default="")
    # As a quote's: the day it really came, and how, when a coordinator entered it.
    declined_on = models.DateField(_("day of the hospital's answer"), null=True, blank=True)
    decline_source = models.CharField(
        _("how it came"), max_length=16, choices=AnswerSource, blank=True, default=""
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("quote request")
        verbose_name_plural = _("quote requests")
        default_permissions = ()
        ordering = ["hospital__position", "id"]
        indexes = [models.Index(fields=["state", "due_at"], name="request_clock")]
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "hospital"], name="one_request_per_hospital"),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "withdrawn"]) | Q(sent_at__isnull=False),
                name="request_sent_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(decline_reason=""), name="request_declined_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(clock_paused_at__isnull=True) | Q(state__in=["info_requested", "withdrawn"]),
                name="request_clock_paused_only_while_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def waits_for_hand_over(self) -> bool:
        """The hospital takes no mail from us, and nobody has entered or phoned it yet: it knows of nothing."""
        return self.channel != Hospital.Channel.PORTAL and self.handed_over_at is None

    @property
    def current_quote(self) -> "Quote | None":
        """The newest revision, from the prefetched `quotes` if there is one; None without a quote."""
        return next((quote for quote in self.quotes.all() if quote.superseded_at is None), None)

    @property
    def released_quote(self) -> "Quote | None":
        """What the family may read: the newest revision that was released to it, superseded or not; or None."""
        released = [quote for quote in self.quotes.all() if quote.released_at]
        return max(released, key=lambda quote: quote.revision, default=None)

    @property
    def family_label(self) -> str | Promise:
        if self.state == RequestState.QUOTED and self.released_quote:
            return FAMILY_LABEL_QUOTE_RELEASED
        return FAMILY_LABELS[RequestState(self.state)]
