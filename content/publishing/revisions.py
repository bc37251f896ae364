"""Draft, medical review, public: the only writer of a revision's state and of Article.published.

Guaranteed: each step for each language by itself; a translation never changes what is public in another language, nor
the article's next check, which is set with the text in the source language. Held by
tests/content/publishing/test_translations.py.
"""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from content.models import Article, ArticleRevision, RevisionState
from content.publishing.permissions import (
    Refused,
    check_user_can_review,
    check_user_can_submit,
    check_user_can_write,
)
from content.rendering import render_revision
from content.rendering.problems import find_problems
from ground.berlin import today_in_berlin
from ground.translated import SOURCE, LanguageState

OPEN = [RevisionState.DRAFT, RevisionState.IN_REVIEW]


@transaction.atomic
def start_draft(
    *,
    article: Article,
    title: str,
    summary: str,
    body: str,
    written_on: date,
    by: User,
    language: str = SOURCE,
) -> ArticleRevision:
    """In another language it is made from the text that is public now. Raises Refused."""
    check_user_can_write(by=by)
    article = lock(article)
    if article.revisions.filter(state__in=OPEN, language=language).exists():
        raise Refused(_("Somebody is already working on a new text of this article."))
    revision = ArticleRevision(
        article=article, number=next_number(article, language), title=title, summary=summary, body=body,
        written_on=written_on, author=by, language=language,
    )  # fmt: skip
    if language != SOURCE:
        mark_translated(revision, state=LanguageState.PERSON, on=today_in_berlin())
    render_revision(revision)
    revision.save()
    revision.writers.add(by)
    return revision


@transaction.atomic
def change_draft(
    *, revision: ArticleRevision, title: str, summary: str, body: str, written_on: date, by: User
) -> ArticleRevision:
    check_user_can_write(by=by)
    revision = fresh(revision)
    if revision.state != RevisionState.DRAFT:
        raise Refused(_("Only a draft can be changed. Start a new draft from this text instead."))
    revision.title, revision.summary, revision.body, revision.written_on = title, summary, body, written_on
    render_revision(revision)
    revision.save()
    revision.writers.add(by)
    return revision


@transaction.atomic
def submit(*, revision: ArticleRevision, by: User) -> ArticleRevision:
    revision = fresh(revision)
    check_user_can_submit(by=by, revision=revision)
    problems = find_problems(revision.body)
    if problems:
        raise Refused(
            _("The text is not ready: line %(line)d: %(sentence)s")
            % {"line": problems[0].line, "sentence": problems[0].sentence}
        )
    revision.state = RevisionState.IN_REVIEW
    revision.submitted_at, revision.submitted_by = timezone.now(), by
    revision.save(update_fields=["state", "submitted_at", "submitted_by"])
    return revision


@transaction.atomic
def approve(
    *, revision: ArticleRevision, as_physician: bool, next_review_on: date, by: User
) -> ArticleRevision:
    revision = fresh(revision)
    check_user_can_review(by=by, revision=revision)
    check_in_review(revision)
    check_source_stands(revision)
    check_is_ahead(next_review_on)
    mark_reviewed(revision, as_physician=as_physician, by=by)
    revision.note = ""
    make_public(revision=revision, next_review_on=next_review_on)
    return revision


@transaction.atomic
def send_back(*, revision: ArticleRevision, note: str, by: User) -> ArticleRevision:
    revision = fresh(revision)
    check_user_can_review(by=by, revision=revision)
    check_in_review(revision)
    if not note.strip():
        raise Refused(_("Write what should be changed, so that the editor can act on it."))
    revision.state, revision.note = RevisionState.DRAFT, note.strip()
    revision.submitted_at = revision.submitted_by = None
    revision.save(update_fields=["state", "note", "submitted_at", "submitted_by"])
    return revision


@transaction.atomic
def confirm(
    *, revision: ArticleRevision, as_physician: bool, next_review_on: date, by: User
) -> ArticleRevision:
    """The public text was read again and still holds. Raises Refused."""
    revision = fresh(revision)
    check_user_can_review(by=by, revision=revision)
    if revision.state != RevisionState.PUBLISHED:
        raise Refused(_("Only the public text of an article can be confirmed."))
    if revision.reviewed_as_physician and not as_physician:
        raise Refused(_("A physician checked this text, so only a physician can confirm it."))
    check_source_stands(revision)
    check_is_ahead(next_review_on)
    mark_reviewed(revision, as_physician=as_physician, by=by)
    revision.save(
        update_fields=[
            "reviewed_at",
            "reviewed_by",
            "reviewed_as_physician",
            "language_state",
            "language_state_on",
        ]
    )
    if revision.language == SOURCE:
        Article.objects.filter(pk=revision.article_id).update(next_review_on=next_review_on)
    return revision


def make_public(*, revision: ArticleRevision, next_review_on: date) -> None:
    """Asks no one: for `approve`, and for the loader, whose texts were checked before they were committed."""
    article = revision.article
    before = article.revisions.filter(state=RevisionState.PUBLISHED, language=revision.language)
    before.update(state=RevisionState.SUPERSEDED)
    render_revision(revision)
    revision.state, revision.published_at = RevisionState.PUBLISHED, timezone.now()
    revision.save()
    if revision.language == SOURCE:
        article.published, article.next_review_on = revision, next_review_on
        article.save(update_fields=["published", "next_review_on"])


def mark_translated(revision: ArticleRevision, *, state: LanguageState, on: date) -> None:
    """As made from the text that is public now. Raises Refused where there is none."""
    public = revision.article.published
    if public is None:
        raise Refused(_("There is no public text yet that could be translated."))
    revision.source, revision.source_digest = public, public.digest
    revision.language_state, revision.language_state_on = state, on


def next_number(article: Article, language: str = SOURCE) -> int:
    """Counted in each language by itself."""
    theirs = article.revisions.filter(language=language)
    latest = theirs.order_by("-number").values_list("number", flat=True).first()
    return (latest or 0) + 1


def lock(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def fresh(revision: ArticleRevision) -> ArticleRevision:
    """The row as it is now, under its article's lock: two reviewers can't both decide."""
    article = lock(revision.article)
    revision = ArticleRevision.objects.get(pk=revision.pk)
    revision.article = article
    return revision


def check_in_review(revision: ArticleRevision) -> None:
    if revision.state != RevisionState.IN_REVIEW:
        raise Refused(_("This text is not waiting for a review."))


def check_source_stands(revision: ArticleRevision) -> None:
    public = revision.article.published
    if revision.language != SOURCE and (public is None or public.digest != revision.source_digest):
        raise Refused(
            _("The text this was translated from is not public any more. Compare it with the new one.")
        )


def check_is_ahead(next_review_on: date) -> None:
    if next_review_on <= today_in_berlin():
        raise Refused(_("The next check must lie ahead."))


def mark_reviewed(revision: ArticleRevision, *, as_physician: bool, by: User) -> None:
    revision.reviewed_at, revision.reviewed_by = timezone.now(), by
    revision.reviewed_as_physician = as_physician
    if revision.language != SOURCE and as_physician:
        revision.language_state = LanguageState.PHYSICIAN
        revision.language_state_on = today_in_berlin()
