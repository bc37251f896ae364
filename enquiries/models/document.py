from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enquiries.models.enquiry import Enquiry
from enquiries.models.quote_request import QuoteRequest
from enquiries.sealing.fields import EncryptedTextField, Sealed


class DocumentKind(models.TextChoices):
    DOCTORS_LETTER = "doctors_letter", _("Doctor's letter")
    LAB = "lab", _("Laboratory or bone marrow report")
    GENETICS = "genetics", _("Genetic or MRD report")
    IMAGING = "imaging", _("Imaging report")
    AUTHORITY = "authority", _("Power of attorney or proof of guardianship")
    QUOTE_LETTER = "quote_letter", _("The hospital's letter")
    OTHER = "other", _("Other")


class ScanState(models.TextChoices):
    PENDING = "pending", _("Being checked")
    CLEAN = "clean", _("Checked")


class DocumentQuerySet(models.QuerySet["Document"]):
    def clean(self) -> Self:
        return self.filter(scan=ScanState.CLEAN)

    def from_family(self) -> Self:
        return self.filter(quote_request__isnull=True)

    def for_hospitals(self) -> Self:
        """The family's checked files; a power of attorney is for the coordinators only."""
        return self.clean().from_family().exclude(kind=DocumentKind.AUTHORITY)


class Document(Sealed):
    """A file of the family (`quote_request` empty) or a hospital's letter (set). The bytes are ciphertext in
    private storage under a random name; the name it came with is ciphertext here."""

    Kind = DocumentKind
    Scan = ScanState

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="documents")
    quote_request = models.ForeignKey(
        QuoteRequest, models.CASCADE, null=True, blank=True, related_name="documents"
    )
    kind = models.CharField(_("kind"), max_length=16, choices=DocumentKind)
    language = models.CharField(_("language"), max_length=10, blank=True, default="")
    dated_on = models.DateField(_("date of the document"), null=True, blank=True)
    name = EncryptedTextField(_("file name"))
    content_type = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text=_("Bytes of the cleaned file."))
    sha256 = models.CharField(max_length=64, help_text=_("Of the cleaned file."))
    stored_as = models.CharField(max_length=64, unique=True)
    scan = models.CharField(_("check"), max_length=10, choices=ScanState, default=ScanState.PENDING)
    created_at = models.DateTimeField()
    added_by = models.CharField(max_length=12)
    added_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        default_permissions = ()
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="document_not_empty")]

    def __str__(self) -> str:
        return f"document {self.pk}"
