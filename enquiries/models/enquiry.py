from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enquiries.models.answers import Answers
from enquiries.sealing.blind_index import blind_indexes
from enquiries.sealing.fields import EncryptedTextField, Sealed
from enquiries.words.choices import Writer
from enquiries.words.references import new_reference, read_reference
from enquiries.words.states import OVER, ClosedReason, EnquiryState
from enquiries.words.typed.email_addresses import clean_address
from enquiries.words.typed.name_words import typed_words
from enquiries.words.typed.phones import dialed_as

MOST_WORDS = 12


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def open(self) -> Self:
        return self.exclude(state__in=OVER)

    def matching(self, words: str) -> Self:
        """By reference, by whole e-mail address, by words of the name or by phone number; nothing else can be
        searched."""
        found = Q(email_index__in=blind_indexes(clean_address(words), purpose="email"))
        found |= Q(family_name_index__in=blind_indexes(words, purpose="family_name"))
        if "@" not in words:
            found |= self._all_found(typed_words(words), purpose="name-word")
        found |= self._all_found([dialed_as(words)], purpose="phone")
        if reference := read_reference(words):
            found |= Q(reference=reference) | Q(requests__reference=reference)
        return self.filter(found).distinct()

    def _all_found(self, words: list[set[str]], *, purpose: str) -> Q:
        """Each of the words in one of its spellings."""
        found = Q() if words and all(words) else Q(pk__in=[])
        for spellings in words[:MOST_WORDS]:
            digests = [index for one in spellings for index in blind_indexes(one, purpose=purpose)]
            found &= Q(pk__in=self.model._base_manager.filter(finding_words__digest__in=digests).values("pk"))
        return found


class Enquiry(Answers):
    """What a family sent, and how far it has come. The answers themselves are columns of `Answers`."""

    Writer = Writer

    reference = models.CharField(
        _("reference"), max_length=11, unique=True, default=new_reference, editable=False
    )
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=24, choices=EnquiryState, default=EnquiryState.RECEIVED)
    state_changed_at = models.DateTimeField(_("in this state since"))
    urgent = models.BooleanField(_("urgent"), default=False)
    language = models.CharField(_("language of the pages"), max_length=10, default="en")
    created_at = models.DateTimeField(_("received"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("taken by"),
        related_name="+",
    )
    first_answered_at = models.DateTimeField(_("first human answer"), null=True, blank=True)
    asked_family_at = models.DateTimeField(_("waiting for the family since"), null=True, blank=True)
    family_reminders = models.PositiveSmallIntegerField(default=0)
    address_confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    address_confirmed_by = models.CharField(max_length=12, blank=True, default="")
    next_step = models.CharField(_("next step"), max_length=32, blank=True, default="")
    next_step_due_at = models.DateTimeField(_("due"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_reason = models.CharField(max_length=16, choices=ClosedReason, blank=True, default="")
    anonymized_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    # Keyed digests for exact search (sealing.blind_index); empty after anonymization.
    email_index = models.CharField(max_length=96, blank=True, default="", db_index=True, editable=False)
    family_name_index = models.CharField(max_length=96, blank=True, default="", db_index=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        default_permissions = ("view",)
        permissions = [
            ("triage_enquiry", "Can take, complete, release and close enquiries"),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="enquiry_newest"),
            models.Index(fields=["state", "next_step_due_at"], name="enquiry_worklist"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_reason="")
                | (Q(closed_at__isnull=False) & ~Q(closed_reason="")),
                name="enquiry_closed_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["closed", "anonymized"]) | Q(closed_at__isnull=False),
                name="enquiry_closed_state_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state="anonymized", anonymized_at__isnull=False)
                | (~Q(state="anonymized") & Q(anonymized_at__isnull=True)),
                name="enquiry_anonymized_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.state not in OVER

    @property
    def family_can_write(self) -> bool:
        """Closed because no answer came, it opens again by the family's writing."""
        return self.is_open or (
            self.state == EnquiryState.CLOSED and self.closed_reason == ClosedReason.NO_REPLY
        )


class Note(Sealed):
    """A coordinator's internal note: its own model, so that no page for a family or a hospital can hold one."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="notes")
    text = EncryptedTextField(pgettext_lazy("internal", "note"))
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")
        default_permissions = ()
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"note {self.pk}"
