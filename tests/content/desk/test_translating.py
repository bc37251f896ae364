"""An editor begins an article's text in another language at the desk, and everybody sees which language it is."""

import re

import pytest
from django.urls import reverse

from content.models import Article, ArticleRevision
from content.publishing import revisions
from ground.translated import LanguageState
from tests.content.conftest import BODY, draft_of
from tests.languages.made_up import CODE, NAMES

FORM = {"title": "Ẅĥàţ", "summary": "Óñé.", "body": BODY, "written_on": "2026-12-01", "written_in": CODE}
ADD = "/admin/content/articlerevision/add/"
pytestmark = pytest.mark.usefixtures("made_up")


@pytest.fixture
def desk(client, edda):
    client.force_login(edda)
    return client


def page_of(revision: ArticleRevision) -> str:
    return reverse("admin:content_articlerevision_change", args=[revision.pk])


def test_the_articles_page_leads_to_a_translation_into_each_other_language(desk, article):
    page = desk.get(reverse("admin:content_article_change", args=[article.pk])).text
    links = re.findall(r'href="([^"]*&amp;language=[^"]*)"', page)
    assert links == [f"{ADD}?article={article.pk}&amp;language={CODE}"]
    assert NAMES["name_local"] in page


def test_a_translation_begins_with_the_public_text_and_its_fields_say_their_language(desk, article):
    page = desk.get(ADD, {"article": article.pk, "language": CODE}).text
    assert "The blasts grow.[^PDQ]" in page
    assert re.search(rf'<option value="{CODE}" selected>', page)
    for name in ("title", "summary", "body"):
        assert re.search(rf'<(?:input|textarea)[^>]*name="{name}"[^>]*lang="{CODE}"[^>]*dir="rtl"', page)


def test_a_translation_is_a_draft_that_knows_its_source_and_leaves_the_public_text_alone(desk, article, edda):
    desk.post(ADD, {**FORM, "article": article.pk})
    draft = ArticleRevision.objects.get(language=CODE)
    public = Article.objects.get().published
    assert (draft.state, draft.number, draft.author) == ("draft", 1, edda)
    assert (draft.source, draft.source_digest) == (public, public.digest)
    assert draft.language_state == LanguageState.PERSON
    assert public.title == "What is ALL?"


def test_a_draft_in_one_language_stands_in_the_way_of_no_other(desk, article, egon):
    draft_of(article, egon)
    desk.post(ADD, {**FORM, "article": article.pk})
    page = desk.post(ADD, {**FORM, "article": article.pk}).text
    assert "Somebody is already working on a new text of this article." in page
    assert ArticleRevision.objects.filter(language=CODE).count() == 1


def test_what_is_not_public_is_not_translated_and_the_field_says_why(desk, edda):
    article = Article.objects.create(slug="new")
    page = desk.post(ADD, {**FORM, "article": article.pk}).text
    assert "There is no public text yet that could be translated." in page
    assert not ArticleRevision.objects.exists()


@pytest.mark.parametrize("language", ["tlh", "", "de"])
def test_a_language_that_is_not_offered_is_refused_at_its_field(desk, article, language):
    desk.post(ADD, {**FORM, "article": article.pk, "written_in": language})
    assert ArticleRevision.objects.count() == 1
    assert desk.get(ADD, {"article": article.pk, "language": language}).status_code == 200


def test_a_translations_page_says_its_language_and_from_what_it_was_made(desk, article, edda, client, rosa):
    desk.post(ADD, {**FORM, "article": article.pk})
    draft = ArticleRevision.objects.get(language=CODE)
    page = desk.get(page_of(draft)).text
    assert NAMES["name_local"] in page and "translated by a person" in page and "What is ALL? (1)" in page
    assert 'name="written_in"' not in page
    desk.post(page_of(draft), {**FORM, "title": "Ñéẅ", "written_in": "en"})
    draft.refresh_from_db()
    assert (draft.title, draft.language) == ("Ñéẅ", CODE)
    revisions.submit(revision=draft, by=edda)
    client.force_login(rosa)
    page = client.get(page_of(draft)).text
    assert f'<span lang="{CODE}" dir="rtl">Ñéẅ</span>' in page


def test_where_there_is_one_language_nobody_is_asked_which(desk, article, settings):
    settings.LANGUAGES = [("en", "English")]
    assert "language=" not in desk.get(reverse("admin:content_article_change", args=[article.pk])).text
    assert 'name="written_in"' not in desk.get(ADD).text
    desk.post(ADD, {**FORM, "article": article.pk, "written_in": ""})
    assert ArticleRevision.objects.get(state="draft").language == "en"
