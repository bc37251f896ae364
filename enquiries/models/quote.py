from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from enquiries.models.document import Document
from enquiries.models.quote_facts import QuoteFacts
from enquiries.models.quote_request import QuoteRequest
from enquiries.words.states import AnswerSource


class Quote(QuoteFacts):
    """One revision of a hospital's quote. Sums are in `currency`'s main unit; an estimate without a range has
    `amount_high` equal to `amount_low`. Only `released_at` makes it readable by the family."""

    quote_request = models.ForeignKey(QuoteRequest, models.CASCADE, related_name="quotes")
    revision = models.PositiveSmallIntegerField(_("revision"))
    created_at = models.DateTimeField(_("made"))
    superseded_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(_("released to the family"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # When a coordinator entered it for the hospital: how it came, and the day it really came.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    source = models.CharField(_("how it came"), max_length=16, choices=AnswerSource, blank=True, default="")
    answered_on = models.DateField(_("day of the hospital's answer"))

    letter = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        default_permissions = ()
        ordering = ["quote_request_id", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["quote_request", "revision"], name="quote_revision_once"),
            models.UniqueConstraint(
                fields=["quote_request"], condition=Q(superseded_at__isnull=True), name="quote_one_current"
            ),
            models.CheckConstraint(
                condition=Q(amount_low__gt=0, amount_high__gte=F("amount_low")), name="quote_amounts_in_order"
            ),
            models.CheckConstraint(
                condition=Q(deposit__isnull=True) | Q(deposit__gte=0, deposit__lte=F("amount_high")),
                name="quote_deposit_within_sum",
            ),
            models.CheckConstraint(condition=Q(currency__regex=r"^[A-Z]{3}$"), name="quote_currency_code"),
            models.CheckConstraint(
                condition=Q(final_invoice_weeks_low__isnull=True, final_invoice_weeks_high__isnull=True)
                | Q(final_invoice_weeks_high__gte=F("final_invoice_weeks_low")),
                name="quote_invoice_weeks_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quote_request_id}/{self.revision}"
