"""What the guide's claims rest on, and the words it explains."""

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ground.loading.loadable import Loadable
from ground.translated import InLanguage, Translated, TranslatedQuerySet, language_constraints

# The characters a citation may hold between [^ and ]; the renderer reads the same.
REFERENCE_KEY = r"[A-Z0-9][A-Z0-9-]{1,39}"


class Reference(Translated, Loadable):
    WORDS = ("title",)

    class Checked(models.TextChoices):
        """How much of it was opened. What nobody opened is never the only ground of a claim."""

        WHOLE = "read whole", _("read whole")
        PART = "read in part", _("read in part")
        NOT_OPENED = "not opened", _("not opened")

    key = models.CharField(
        _("key"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(rf"^{REFERENCE_KEY}\Z", _("Capital letters, digits and hyphens only."))],
        help_text=_("Cited in a text as [^KEY]."),
    )
    title = models.CharField(_("title"), max_length=400)
    publisher = models.CharField(_("publisher"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=600, validators=[URLValidator(schemes=["http", "https"])])
    checked = models.CharField(_("how much was read"), max_length=12, choices=Checked)

    objects = TranslatedQuerySet["Reference"].as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="content_reference_checked_known",
                condition=Q(checked__in=["read whole", "read in part", "not opened"]),
            ),
            models.CheckConstraint(
                name="content_reference_is_a_web_address",
                condition=Q(url__startswith="http://") | Q(url__startswith="https://"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.title}"

    @property
    def imprint(self) -> str:
        """Publisher and year; a journal's own line often holds the year already."""
        if self.year is None or str(self.year) in self.publisher:
            return self.publisher
        return f"{self.publisher}, {self.year}"


class ReferenceTranslation(InLanguage, Loadable):
    """A reference's title as a reader who can't read the document may understand it."""

    source = models.ForeignKey(Reference, models.CASCADE, related_name="translations")
    title = models.CharField(_("title"), max_length=400)

    class Meta:
        default_permissions = ()
        constraints = language_constraints("content_reference")

    def __str__(self) -> str:
        return f"{self.source.key} ({self.language})"


def empty_list() -> list:
    return []


class GlossaryTerm(Translated, Loadable):
    WORDS = ("term", "also", "definition")

    term = models.CharField(_("term"), max_length=100, unique=True)
    slug = models.SlugField(_("short address"), max_length=100, unique=True)
    also = models.JSONField(
        _("also written"),
        default=empty_list,
        blank=True,
        help_text=_("Other spellings, short forms, brand names, the German word."),
    )
    definition = models.TextField(_("definition"), max_length=600)
    references = models.ManyToManyField(
        Reference, related_name="terms", blank=True, verbose_name=_("references")
    )

    objects = TranslatedQuerySet["GlossaryTerm"].as_manager()

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["term"]
        constraints = [
            models.CheckConstraint(name="content_term_explained", condition=~Q(definition="")),
        ]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return f"{reverse('content:glossary')}#{self.slug}"

    @property
    def names(self) -> list[str]:
        return [self.term, *self.also]


class TermTranslation(InLanguage, Loadable):
    source = models.ForeignKey(GlossaryTerm, models.CASCADE, related_name="translations")
    term = models.CharField(_("term"), max_length=100)
    also = models.JSONField(_("also written"), default=empty_list, blank=True)
    definition = models.TextField(_("definition"), max_length=600)

    class Meta:
        default_permissions = ()
        constraints = [
            *language_constraints("content_term"),
            models.CheckConstraint(name="content_term_translation_explained", condition=~Q(definition="")),
        ]

    def __str__(self) -> str:
        return f"{self.term} ({self.language})"
