"""The reading age an editor sees, held against textstat's Flesch-Kincaid grade."""

import pytest
import textstat

from content.desk import reading
from content.words.readability import READABLE_FROM, readability, sentences, syllables
from tests.content.conftest import draft_of
from tests.content.loading.texts import SLUGS, body

HARD = (
    "Immunophenotyping characterizes lymphoblastic differentiation antigens quantitatively.[^KKI]\n\n"
    "The cells grow. They fill the bones.\n"
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_article_can_be_read_at_about_twelve(slug):
    measured = readability(body(slug))
    assert measured.is_easy, (slug, measured.grade, measured.hardest[:2])
    assert measured.age <= READABLE_FROM == 12


@pytest.mark.parametrize("slug", SLUGS)
def test_our_grade_is_within_one_of_textstats(slug):
    """Its grade of the same sentences; it counts syllables from a dictionary of pronunciations, we by rule."""
    same = " ".join(sentence.rstrip(".:;!?, ") + "." for sentence in sentences(body(slug)))
    assert readability(body(slug)).grade == pytest.approx(textstat.flesch_kincaid_grade(same), abs=0.8)


def test_only_prose_counts():
    around = "## Immunophenotyping\n\n{{picture: lines}}\n\n| Intensification | B |\n|---|---|\n\n"
    text = f"{around}::: ask-team Ask\n- **One** thing [here](/x/).[^KKI]\n  It goes on.\n:::\n"
    assert sentences(text) == ["One thing here.", "It goes on."]


@pytest.mark.parametrize("text", ["", "## Only a heading", "…\n\n—", "[^KKI]", "\x00"])
def test_without_prose_there_is_nothing_to_say(text):
    assert readability(text) is None


@pytest.mark.parametrize(
    ("word", "count"),
    [("leukemia", 4), ("blood", 1), ("treatment", 2), ("life-threatening", 4), ("the", 1), ("cells", 1), ("3", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert abs(syllables(word) - count) <= (word == "life-threatening")


def test_the_hardest_sentence_comes_first():
    measured = readability(HARD)
    assert measured.hardest[0].startswith("Immunophenotyping characterizes")
    assert not measured.is_easy


def test_an_editor_sees_grade_goal_and_hardest_sentences_of_a_draft(client, article, edda):
    draft = draft_of(article, edda, body=HARD)
    client.force_login(edda)
    html = client.get(f"/admin/content/articlerevision/{draft.pk}/change/").content.decode()
    measured = readability(HARD)
    assert f"grade {measured.grade}, about age {measured.age}" in html
    assert "(the goal is age 12 or younger: not yet reached)" in html
    assert (
        "<li>Immunophenotyping characterizes lymphoblastic differentiation antigens quantitatively.</li>"
        in html
    )


def test_the_list_of_articles_shows_the_reading_age_of_the_public_text(client, article, edda):
    client.force_login(edda)
    html = client.get("/admin/content/article/").content.decode()
    measured = readability(article.published.body)
    assert f"grade {measured.grade}, about age {measured.age}" in html


def test_a_language_without_a_measure_has_no_figure_and_editors_are_told(article, edda):
    assert readability(article.published.body, "ar") is None
    draft = draft_of(article, edda, language="ar")
    assert (reading.short(draft), reading.whole(draft)) == ("not measured in this language",) * 2
    assert reading.short(article.published).startswith("grade ")
