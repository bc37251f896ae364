"""The guide's pages in another language: its texts where it has them, and what is English says so."""

from datetime import date

import pytest

from content.models import (
    ArticleRevision,
    GlossaryTerm,
    Reference,
    ReferenceTranslation,
    TermTranslation,
)
from content.pages.structured import article_data
from content.publishing import revisions
from ground.translated import LanguageState
from tests.content.conftest import AHEAD, make_article
from tests.languages.made_up import CODE

MADE = {"language": CODE, "language_state": LanguageState.MACHINE, "language_state_on": date(2026, 11, 25)}
ENGLISH = ' lang="en" dir="ltr"'
SIGNS_BODY = """::: call-now Call now
Fever.[^KKI]
:::

## First signs

Pale.[^KKI]

## At what temperature should we call?

38 °C.[^KKI]

## Which signs point to the brain or the chest?

Headache.[^PDQ]
"""
THEIR_SIGNS = SIGNS_BODY.replace("Call now", "Ćǻľľ").replace("At what", "Ǻť").replace("Which signs", "Ŵħ")


def translate(article, title="Ŵħǻť", body="Ƀľǻśť.[^KKI]\n"):
    revision = ArticleRevision(
        article=article, number=1, title=title, summary="Śūɱ.", body=body, written_on=date(2026, 11, 25),
        source=article.published, source_digest=article.published.digest, **MADE,
    )  # fmt: skip
    revisions.make_public(revision=revision, next_review_on=AHEAD)
    return revision


def translate_row(model, source, **words):
    return model.objects.create(source=source, source_digest=source.digest, **MADE, **words)


def get(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.text.partition("<main")[2]


@pytest.fixture
def both(client, made_up, article):
    """A page in the made-up language, and the same in English."""
    return lambda path: (get(client, made_up + path), get(client, path))


def test_an_article_is_read_in_the_language_of_its_address(both, article):
    translate(article)
    theirs, english = both("/leukemia/what-is-all/")
    assert "<h1>Ŵħǻť</h1>" in theirs and "What is ALL?" not in theirs
    assert "<h1>What is ALL?</h1>" in english and "Ŵħǻť" not in english


def test_what_there_is_only_in_english_says_so_in_its_marks(both):
    theirs, english = both("/leukemia/what-is-all/")
    assert f"<h1{ENGLISH}>What is ALL?</h1>" in theirs
    assert f'<div class="prose"{ENGLISH}>' in theirs
    assert f'<a href="#what-happens"{ENGLISH}>What happens</a>' in theirs
    assert ENGLISH not in english


def test_a_translation_of_older_words_gives_way_to_the_english(both, article):
    translate(article)
    newer = ArticleRevision(
        article=article, number=2, title="What ALL is", summary="New.", body="New.[^KKI]\n",
        written_on=date(2026, 12, 1),
    )  # fmt: skip
    revisions.make_public(revision=newer, next_review_on=AHEAD)
    assert f"<h1{ENGLISH}>What ALL is</h1>" in both("/leukemia/what-is-all/")[0]


def test_the_guide_and_the_pager_name_each_article_in_the_language_it_is_read_in(both, article):
    translate(make_article("second", title="Second", order=2), title="Śēć")
    theirs, english = both("/leukemia/")
    assert f'<a href="/{CODE}/leukemia/what-is-all/"{ENGLISH}>What is ALL?</a>' in theirs
    assert f'<a href="/{CODE}/leukemia/second/">Śēć</a>' in theirs
    assert '<a href="/leukemia/second/">Second</a>' in english
    assert "Śēć</a>" in both("/leukemia/what-is-all/")[0]
    assert f"<span{ENGLISH}>What is ALL?</span></a>" in both("/leukemia/second/")[0]


def test_words_and_sources_stand_in_the_language_where_they_are_translated(both, blast):
    translate_row(TermTranslation, blast, term="Ƀľ", also=[], definition="Ďēƒ.")
    GlossaryTerm.objects.create(term="Marrow", slug="marrow", definition="It makes blood.")
    translate_row(ReferenceTranslation, Reference.objects.get(key="KKI"), title="Ťīťľē")
    theirs, english = both("/glossary/")
    assert "<dt>Ƀľ</dt>\n<dd>Ďēƒ.</dd>" in theirs
    assert f"<dt{ENGLISH}>Marrow</dt>\n<dd{ENGLISH}>It makes blood.</dd>" in theirs
    assert 'rel="noopener">Ťīťľē</a>,\nA Society, 2024' in theirs
    assert "<dt>Blast / lymphoblast</dt>" in english and "Ťīťľē" not in english
    theirs, english = both("/leukemia/what-is-all/")
    assert 'rel="noopener">Ťīťľē</a>' in theirs and f'rel="noopener"{ENGLISH}>Title PDQ</a>' in theirs
    assert '#blast-lymphoblast">Ƀľ</a></dt><dd>Ďēƒ.</dd>' in theirs
    assert ENGLISH not in english


@pytest.fixture
def urgent(references):
    return make_article("symptoms-and-urgent-help", title="Signs", body=SIGNS_BODY)


def test_the_emergency_sheet_shows_the_same_parts_of_the_translation(client, made_up, urgent):
    translate(urgent, body=THEIR_SIGNS)
    html = get(client, f"{made_up}/leukemia/emergency-signs/")
    assert "Ćǻľľ" in html and "38 °C" in html and "Headache" in html
    assert "Pale" not in html
    assert 'class="prose signs__urgent">' in html


@pytest.mark.parametrize(
    "body",
    [
        THEIR_SIGNS.replace("## First signs\n", ""),
        THEIR_SIGNS.replace("::: call-now", "::: ask-team"),
    ],
    ids=["a part is missing", "no call for help"],
)
def test_the_emergency_sheet_is_never_emptier_than_the_english(client, made_up, urgent, body):
    translate(urgent, body=body)
    html = get(client, f"{made_up}/leukemia/emergency-signs/")
    assert f'class="prose signs__urgent"{ENGLISH}>' in html
    assert "Call now" in html and "38 °C" in html and "Headache" in html


def test_search_engines_are_told_the_language_of_the_text_itself(article):
    translation = translate(article)
    assert article_data(article, translation)["inLanguage"] == CODE
    assert article_data(article, article.published)["inLanguage"] == "en"
