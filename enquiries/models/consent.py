from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from ground.translated import InLanguage, language_constraints
from hospitals.models import Hospital


class Purpose(models.TextChoices):
    PORTAL = "portal", _("Coordinators read and check the enquiry")
    HOSPITAL = "hospital", _("It is passed to the hospital named")
    AUTHORITY = "authority", _("The writer's statement of authority")


class ConsentText(InLanguage):
    """The exact words that were shown, kept for ever under their SHA-256. Never changed: a new wording is a new row.

    In another language than English it names the row of the English words it was made from, as they were at that time,
    and how it was made.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=12, choices=Purpose)
    text = models.TextField()
    source = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="translations")

    class Meta:
        default_permissions = ()
        constraints = language_constraints("consent_text", with_source_rows=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.sha256[:12]}"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def live(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class Consent(models.Model):
    """One box ticked by the family. No address of the network is kept with it."""

    Purpose = Purpose

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose)
    hospital = models.ForeignKey(Hospital, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+")
    writer = models.CharField(max_length=16)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ()
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry", "purpose", "hospital"], name="consent_once_per_hospital"
            ),
            models.UniqueConstraint(
                fields=["enquiry", "purpose"], condition=Q(hospital__isnull=True), name="consent_once"
            ),
            models.CheckConstraint(
                condition=Q(purpose="hospital", hospital__isnull=False)
                | (~Q(purpose="hospital") & Q(hospital__isnull=True)),
                name="consent_hospital_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
