from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ground.loading.loadable import Loadable
from ground.translated import SOURCE, InLanguage, Translated, TranslatedQuerySet, language_constraints
from hospitals.fact_keys import FactKey
from hospitals.own_clocks import OwnClocks, sensible_clocks
from languages.validation import check_is_offered


class HospitalQuerySet(models.QuerySet["Hospital"]):
    def published(self) -> "HospitalQuerySet":
        return self.filter(is_published=True)

    def with_facts(self, language: str = SOURCE) -> "HospitalQuerySet":
        return self.prefetch_related(*facts_in(language))


def facts_in(language: str) -> list[str | Prefetch]:
    """What to prefetch for a hospital's facts with their sources and their words in `language`."""
    if language == SOURCE:
        return ["facts__sources"]
    return [
        "facts__sources",
        Prefetch("facts__translations", FactTranslation.objects.filter(language=language)),
    ]


class Hospital(OwnClocks, Loadable):
    class Channel(models.TextChoices):
        """How this hospital lets itself be asked. Never a preference of ours: each follows the hospital's own rule."""

        PORTAL = "portal", _("A mail with a link to the portal")
        OWN_FORM = "own_form", _("Only its own form")
        PHONE = "phone", _("By telephone")

    slug = models.SlugField(_("short address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    catalog_name = models.CharField(
        _("name in program lists"),
        max_length=200,
        blank=True,
        help_text=_("What a list of programs may call it, if neither its name nor its short address."),
    )
    city = models.CharField(_("city"), max_length=100)
    land = models.CharField(_("Land"), max_length=100)
    land_code = models.CharField(
        _("Land, ISO code"),
        max_length=3,
        validators=[RegexValidator(r"^[A-Z]{2}$")],
        help_text=_("Decides which public holidays count for this hospital's deadlines."),
    )
    latitude = models.FloatField(_("latitude"), validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(
        _("longitude"), validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    website = models.URLField(_("website"), max_length=300)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=100)

    channel = models.CharField(
        _("how it takes requests"), max_length=10, choices=Channel, default=Channel.PORTAL
    )
    own_form_url = models.URLField(_("address of its own form"), max_length=300, blank=True)
    request_email = models.EmailField(_("address for quote requests"), blank=True)
    # No choices: which languages there are is decided by the folders of locale/, not by a migration.
    language = models.CharField(
        _("language"),
        max_length=10,
        default="en",
        validators=[check_is_offered],
        help_text=_("Of our mails to it, and of its pages here."),
    )
    quotes_need_release = models.BooleanField(_("a coordinator releases its quotes"), default=True)
    not_accepting_until_on = models.DateField(_("accepts no requests before"), null=True, blank=True)
    is_published = models.BooleanField(_("published"), default=True)

    objects = HospitalQuerySet.as_manager()

    class Meta:
        verbose_name = _("hospital")
        verbose_name_plural = _("hospitals")
        # Who sets the address for requests decides who receives their access codes: no editor's work.
        permissions = [
            ("direct_requests", "Can set where a hospital's requests go and who checks its quotes")
        ]
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                name="hospital_channel_known", condition=Q(channel__in=["portal", "own_form", "phone"])
            ),
            models.CheckConstraint(
                name="hospital_own_form_has_address",
                condition=~Q(channel="own_form") | ~Q(own_form_url=""),
                violation_error_message=_(
                    "A hospital that takes only its own form needs the form's address."
                ),
            ),
            models.CheckConstraint(
                name="hospital_portal_has_email",
                condition=~Q(channel="portal") | ~Q(request_email=""),
                violation_error_message=_("A hospital that is asked by mail needs an address for requests."),
            ),
            models.CheckConstraint(
                name="hospital_on_the_globe",
                condition=Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
            *sensible_clocks(),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("hospitals:detail", kwargs={"slug": self.slug})

    def accepts_requests(self, on: date) -> bool:
        """`on`: the day in Europe/Berlin. The day named in `not_accepting_until_on` is the first open one."""
        return self.is_published and (
            self.not_accepting_until_on is None or on >= self.not_accepting_until_on
        )


class Source(Loadable):
    """Where a fact was read. One record serves many facts."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=600)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})"


class HospitalFact(Translated, Loadable):
    WORDS = ("value",)

    class Status(models.TextChoices):
        VERIFIED = "verified", _("Read in the source")
        NOT_CONFIRMED = "not_confirmed", _("Not confirmed")
        NOT_FOUND = "not_found", _("Nothing found")

    hospital = models.ForeignKey(Hospital, models.CASCADE, related_name="facts", verbose_name=_("hospital"))
    key = models.CharField(_("what about"), max_length=40, choices=FactKey)
    value = models.TextField(_("what is known"), blank=True, max_length=1000)
    status = models.CharField(_("how sure"), max_length=15, choices=Status)
    sources = models.ManyToManyField(Source, related_name="facts", blank=True, verbose_name=_("sources"))
    checked_on = models.DateField(_("checked on"))

    objects = TranslatedQuerySet["HospitalFact"].as_manager()

    class Meta:
        verbose_name = _("hospital fact")
        verbose_name_plural = _("hospital facts")
        ordering = ["hospital", "key"]
        constraints = [
            models.UniqueConstraint(fields=["hospital", "key"], name="hospital_fact_once"),
            models.CheckConstraint(
                name="hospital_fact_status_known",
                condition=Q(status__in=["verified", "not_confirmed", "not_found"]),
            ),
            models.CheckConstraint(
                name="hospital_fact_says_something",
                condition=Q(status="not_found", value="") | (~Q(status="not_found") & ~Q(value="")),
                violation_error_message=_("Say what is known, or set “Nothing found” and leave it empty."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hospital}: {self.get_key_display()}"


class FactTranslation(InLanguage, Loadable):
    """How sure it is, and where it was read, stands with the fact itself."""

    source = models.ForeignKey(HospitalFact, models.CASCADE, related_name="translations")
    value = models.TextField(_("what is known"), max_length=1000)

    class Meta:
        default_permissions = ()
        constraints = [
            *language_constraints("hospital_fact"),
            models.CheckConstraint(name="hospital_fact_translation_says_something", condition=~Q(value="")),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.language})"
