"""Each language of an article goes its own way from draft to public, and none moves what another shows."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from content.models import Article, ArticleRevision, RevisionState
from content.publishing import revisions
from content.publishing.permissions import Refused
from ground.translated import LanguageState
from tests.content.conftest import AHEAD, draft_of

pytestmark = pytest.mark.django_db
LATER = AHEAD + timedelta(days=100)


def in_review(article, by, language="ar"):
    return revisions.submit(revision=draft_of(article, by, title="ما هو", language=language), by=by)


def approved(article, edda, rosa, *, as_physician=False, language="ar"):
    revision = in_review(article, edda, language)
    return revisions.approve(revision=revision, as_physician=as_physician, next_review_on=LATER, by=rosa)


def text(language):
    return Article.objects.public().with_translations(language).get().text_in(language)


def test_a_translation_knows_the_text_it_is_made_from_and_by_whom(article, edda):
    draft = draft_of(article, edda, language="ar")
    assert (draft.source, draft.source_digest) == (article.published, article.published.digest)
    assert (draft.language_state, draft.number) == (LanguageState.PERSON, 1)


def test_a_translation_is_public_beside_the_english(article, edda, rosa):
    public = article.published
    revision = approved(article, edda, rosa)
    assert (text("ar"), text("en"), text("tr")) == (revision, public, public)
    public.refresh_from_db()
    assert public.state == RevisionState.PUBLISHED


def test_the_next_translation_replaces_only_the_one_in_its_language(article, edda, rosa):
    first, turkish = approved(article, edda, rosa), approved(article, edda, rosa, language="tr")
    second = approved(article, edda, rosa)
    states = dict(ArticleRevision.objects.values_list("pk", "state"))
    assert [states[one.pk] for one in (first, second, turkish)] == ["superseded", "published", "published"]
    assert second.number == 2


def test_the_articles_next_check_is_set_with_its_english_text_alone(article, edda, rosa):
    revision = approved(article, edda, rosa)
    revisions.confirm(revision=revision, as_physician=False, next_review_on=LATER, by=rosa)
    assert Article.objects.get().next_review_on == AHEAD


def test_a_language_has_one_open_text_and_others_are_free(article, edda, egon):
    draft_of(article, edda, language="ar")
    draft_of(article, edda, language="tr")
    draft_of(article, egon)
    with pytest.raises(Refused, match="already working"):
        draft_of(article, egon, language="ar")


def test_what_was_made_from_a_text_that_is_public_no_more_is_not_approved(article, edda, rosa):
    translation = in_review(article, edda)
    english = revisions.submit(revision=draft_of(article, edda), by=edda)
    revisions.approve(revision=english, as_physician=False, next_review_on=AHEAD, by=rosa)
    with pytest.raises(Refused, match="translated from is not public any more"):
        revisions.approve(revision=translation, as_physician=False, next_review_on=AHEAD, by=rosa)
    assert text("ar") == english


def test_when_the_english_moves_on_its_new_text_is_read(article, edda, rosa):
    translation = approved(article, edda, rosa)
    english = revisions.submit(revision=draft_of(article, edda, body="Another claim.[^KKI]\n"), by=edda)
    revisions.approve(revision=english, as_physician=False, next_review_on=AHEAD, by=rosa)
    assert text("ar") == english
    with pytest.raises(Refused):
        revisions.confirm(revision=translation, as_physician=False, next_review_on=AHEAD, by=rosa)


def test_a_physicians_check_of_a_translation_is_said_of_its_language_too(article, edda, rosa):
    assert approved(article, edda, rosa).language_state == LanguageState.PERSON
    checked = approved(article, edda, rosa, as_physician=True, language="tr")
    checked.refresh_from_db()
    assert checked.language_state == LanguageState.PHYSICIAN


def test_nothing_is_translated_that_is_not_public(edda):
    article = Article.objects.create(slug="new")
    with pytest.raises(Refused, match="no public text yet"):
        draft_of(article, edda, language="ar")


@pytest.mark.parametrize("wrong", [{"source": None}, {"source_digest": ""}, {"language": "en"}])
def test_the_database_takes_no_translation_without_its_source(article, edda, wrong):
    draft = draft_of(article, edda, language="ar")
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleRevision.objects.filter(pk=draft.pk).update(**wrong)


def test_the_database_lets_one_text_of_a_language_be_public(article, edda, rosa):
    approved(article, edda, rosa)
    draft = draft_of(article, edda, language="ar")
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleRevision.objects.filter(pk=draft.pk).update(
            state="published", published_at=article.published.published_at, author=None
        )
