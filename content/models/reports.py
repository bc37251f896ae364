from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PageReport(models.Model):
    """A reader's word that something on a page is wrong. Nothing about the reader; once dealt with, no words either."""

    path = models.CharField(_("page"), max_length=200, blank=True)
    text = models.TextField(_("what is wrong"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("reported at"), auto_now_add=True)
    dealt_with_at = models.DateTimeField(_("dealt with at"), null=True, blank=True, editable=False)
    dealt_with_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("dealt with by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("report about a page")
        verbose_name_plural = _("reports about pages")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="content_report_has_words_until_dealt_with",
                condition=(Q(dealt_with_at__isnull=True, dealt_with_by__isnull=True) & ~Q(text=""))
                | Q(dealt_with_at__isnull=False, dealt_with_by__isnull=False, text=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path or '/'} ({self.pk})"
