from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ground.loading.loadable import Loadable
from ground.translated import SOURCE, InLanguage, digest_of, language_constraints


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("everyone")
    CHILDREN = "children", _("children and their parents")
    ADULTS = "adults", _("adults")


class ArticleQuerySet(models.QuerySet["Article"]):
    def public(self) -> "ArticleQuerySet":
        """Only these may be shown to a reader; `published` is what they read."""
        return self.filter(published__state=RevisionState.PUBLISHED).select_related("published")

    def without_text(self) -> "ArticleQuerySet":
        return self.defer("published__body", "published__rendered", "published__note")

    def with_translations(self, language: str, *, without_text: bool = False) -> "ArticleQuerySet":
        """Fetches what `text_in` needs; nothing for the source language."""
        if language == SOURCE:
            return self
        theirs = ArticleRevision.objects.filter(state=RevisionState.PUBLISHED, language=language)
        if without_text:
            theirs = theirs.defer("body", "rendered", "note")
        return self.prefetch_related(Prefetch("revisions", theirs, to_attr="public_translations"))

    def overdue(self, *, on: date) -> "ArticleQuerySet":
        """`on`: the day in Europe/Berlin."""
        return self.filter(published__isnull=False, next_review_on__lt=on)


class Article(Loadable):
    slug = models.SlugField(_("short address"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("place in the guide"), default=100)
    audience = models.CharField(_("for"), max_length=10, choices=Audience, default=Audience.EVERYONE)
    is_emergency = models.BooleanField(_("holds emergency advice"), default=False)
    published = models.ForeignKey(
        "ArticleRevision",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("public text"),
    )
    """In the source language: with it the article is public. In each other language it is the one revision of that
    language whose state is public."""
    next_review_on = models.DateField(_("next check due"), null=True, blank=True)
    public_translations: "list[ArticleRevision]"
    """Set by `with_translations`."""

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(
                name="content_article_audience_known",
                condition=Q(audience__in=["everyone", "children", "adults"]),
            ),
            models.CheckConstraint(
                name="content_public_article_has_next_check",
                condition=Q(published__isnull=True) | Q(next_review_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("content:article", kwargs={"slug": self.slug})

    def text_in(self, language: str) -> "ArticleRevision | None":
        """What a reader of `language` gets: the public text in it, if it was made from the words that are public now;
        else the one in the source language. The article comes `with_translations` of that language."""
        if language == SOURCE or self.published is None:
            return self.published
        public = self.published
        made_from_it = (one for one in self.public_translations if one.source_digest == public.digest)
        return next(made_from_it, public)


class RevisionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("public")
    SUPERSEDED = "superseded", _("replaced")


class ArticleRevision(InLanguage):
    """One text of an article in one language. Only content.publishing changes its state; a public text is never edited.

    No author means: loaded from the repository, where it was checked against its sources before it was committed.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions", verbose_name=_("article"))
    number = models.PositiveIntegerField(_("number"), editable=False)
    source = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="translations",
        verbose_name=_("made from"),
    )  # fmt: skip
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), max_length=400, help_text=_("Two sentences."))
    body = models.TextField(_("text"), max_length=60_000)
    written_on = models.DateField(_("written on"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("author"),
    )  # fmt: skip
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("who changed it"),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=RevisionState, default=RevisionState.DRAFT, editable=False
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("submitted by"),
    )  # fmt: skip
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("reviewed by"),
    )  # fmt: skip
    reviewed_as_physician = models.BooleanField(_("reviewed as a physician"), default=False, editable=False)
    published_at = models.DateTimeField(_("public since"), null=True, blank=True, editable=False)
    note = models.TextField(_("reviewer's note"), max_length=2000, blank=True, editable=False)

    digest = models.CharField(max_length=16, default="", editable=False)
    """Of the words; set with what is rendered."""
    rendered = models.JSONField(default=dict, blank=True, editable=False)
    render_version = models.PositiveSmallIntegerField(default=0, editable=False)
    reading_minutes = models.PositiveSmallIntegerField(_("minutes to read"), default=1, editable=False)

    class Meta:
        verbose_name = _("text of an article")
        verbose_name_plural = _("texts of articles")
        ordering = ["article", "-number"]
        permissions = [
            ("submit_revision", _("Can submit a text for medical review")),
            ("review_revision", _("Can approve or return a text, and confirm a public one")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "number"], name="content_revision_number_once"
            ),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(state="published"),
                name="content_one_public_revision",
            ),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(state__in=["draft", "in_review"]),
                name="content_one_open_revision",
                violation_error_message=_("Somebody is already working on a new text of this article."),
            ),
            models.CheckConstraint(
                name="content_revision_state_known",
                condition=Q(state__in=["draft", "in_review", "published", "superseded"]),
            ),
            models.CheckConstraint(
                name="content_in_review_was_submitted",
                condition=~Q(state="in_review") | Q(submitted_at__isnull=False, submitted_by__isnull=False),
            ),
            # Public means: loaded from the repository, or written by a person and approved by another.
            models.CheckConstraint(
                name="content_public_was_checked",
                condition=Q(state__in=["draft", "in_review"])
                | Q(published_at__isnull=False, author__isnull=True)
                | Q(published_at__isnull=False, reviewed_at__isnull=False, reviewed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="content_not_reviewed_by_author",
                condition=Q(reviewed_by__isnull=True) | Q(author__isnull=True) | ~Q(reviewed_by=F("author")),
            ),
            models.CheckConstraint(
                name="content_physician_is_a_reviewer",
                condition=Q(reviewed_as_physician=False)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
            ),
            *language_constraints("content_revision", with_source_rows=True),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def is_loaded(self) -> bool:
        return self.author_id is None

    def own_digest(self) -> str:
        return digest_of([self.title, self.summary, self.body])
