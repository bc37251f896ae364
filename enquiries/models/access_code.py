from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest


class CodePurpose(models.TextChoices):
    FAMILY = "family", _("Family's status page")
    HOSPITAL = "hospital", _("Hospital's request")


class AccessCodeQuerySet(models.QuerySet["AccessCode"]):
    def usable(self, *, now: datetime | None = None) -> Self:
        now = now or timezone.now()
        return self.filter(revoked_at__isnull=True).filter(Q(expires_at__isnull=True) | Q(expires_at__gt=now))


class AccessCode(models.Model):
    """The right to one enquiry (family) or one request (hospital). Only `digest` of the code is stored; the code
    itself is worked out again from `nonce` under a key that the database does not hold (enquiries.codes)."""

    Purpose = CodePurpose

    purpose = models.CharField(max_length=10, choices=CodePurpose)
    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="codes")
    quote_request = models.ForeignKey(
        QuoteRequest, models.CASCADE, null=True, blank=True, related_name="codes"
    )
    # Known only to who reads the mail: using it shows that the address is right. The receipt's code is not.
    by_mail = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, unique=True)
    nonce = models.CharField(max_length=64)
    key_id = models.CharField(max_length=16)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = AccessCodeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose="family", quote_request__isnull=True)
                | Q(purpose="hospital", quote_request__isnull=False),
                name="code_bound_to_its_purpose",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} code {self.pk}"
