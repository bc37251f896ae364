"""The guide's texts, read as plain files: what every article must hold before anyone loads it."""

import re
from datetime import date

import pytest

from tests.content.loading.texts import (
    CITATION,
    FORBIDDEN,
    PATHS,
    QUESTIONS,
    SLUGS,
    STAY_AS_DAYS,
    blocks,
    body,
    front_matter,
    sections,
    words,
)


def test_every_article_of_the_guide_is_there_once_and_in_order():
    assert list(PATHS) == SLUGS
    assert [front_matter(slug)["order"] for slug in SLUGS] == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_front_matter_is_complete_and_in_plain_key_value_lines(slug):
    head = front_matter(slug)
    assert list(head) == [
        "title", "summary", "audience", "order", "written_on", "next_review_on", "emergency",
    ]  # fmt: skip
    assert head["audience"] in {"everyone", "children", "adults"}
    assert head["emergency"] in {"yes", "no"}
    assert date.fromisoformat(head["written_on"]) < date.fromisoformat(head["next_review_on"])
    assert not head["title"].startswith('"')


@pytest.mark.parametrize("slug", SLUGS)
def test_the_summary_is_two_sentences(slug):
    assert len(re.findall(r"[.!?](?= |$)", front_matter(slug)["summary"])) == 2


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_can_be_read_in_one_sitting(slug):
    assert 500 <= words(slug) <= 1100


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_has_four_to_seven_sections_and_ends_with_questions(slug):
    titles = [title for title, _ in sections(slug)[1:]]
    assert 4 <= len(titles) <= 7
    assert titles[-1] == QUESTIONS
    asked = list(blocks(sections(slug)[-1][1]))
    assert len(asked) >= 4
    assert all(question.endswith("?") for question in asked)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_dangerous_promising_or_british_word_is_in_the_guide(slug):
    text = CITATION.sub("", PATHS[slug].read_text("utf-8"))
    assert FORBIDDEN.findall(text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_length_of_stay_of_the_catalogue_is_explained(slug):
    assert STAY_AS_DAYS.findall(body(slug)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_article_says_do_not_delay_treatment_or_what_to_do_in_an_emergency(slug):
    assert re.search(r"do not delay treatment where you are|hold up treatment where you are",
                     body(slug), re.IGNORECASE)  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_the_markup_is_only_what_the_guide_knows(slug):
    fences = re.findall(r"^:::(.*)$", body(slug), re.MULTILINE)
    assert [f for i, f in enumerate(fences) if bool(f.strip()) == bool(i % 2)] == []
    kinds = {f.split()[0] for f in fences if f.strip()}
    assert kinds <= {"call-now", "ask-team", "good-to-know", "children", "adults"}
    assert kinds & {"call-now", "ask-team", "good-to-know"}
    assert re.findall(r"<[a-z/]|^# |^####|!\[", body(slug), re.MULTILINE) == []
    links = re.findall(r"\]\(([^)]*)\)", body(slug))
    known = {f"/leukemia/{other}/" for other in SLUGS} | {
        "/hospitals/",
        "/leukemia/emergency-signs/",
        "/coming-to-germany/papers/",
    }
    assert set(links) - known == set()


def test_each_picture_stands_where_it_explains_something():
    pictures = {slug: re.findall(r"^\{\{picture: ([a-z-]+)\}\}$", body(slug), re.MULTILINE) for slug in SLUGS}
    assert {slug: names for slug, names in pictures.items() if names} == {
        "what-is-all": ["crowded-out", "lines"],
        "diagnosis-and-risk-groups": ["mrd-dots"],
        "treatment-overview": ["phases"],
        "coming-to-germany": ["path"],
    }


def test_the_emergency_signs_stand_above_everything_else():
    opening = body("symptoms-and-urgent-help")
    assert opening.startswith("::: call-now ")
    first = opening.split("\n:::", 1)[0].lower()
    for sign in (
        "fever during treatment", "even without fever", "shivering, confusion, fast breathing", "below 36 °c",
        "chest pain", "trouble breathing", "severe bleeding", "seizure", "a cough", "swollen red face",
        "child or teenager who may have leukemia", "petechiae",
    ):  # fmt: skip
        assert sign in first


def test_what_needs_the_emergency_number_says_so_wherever_it_is_told():
    """A sign that has its action on one page and only the word "emergency" on another is read as the weaker one."""
    for slug in SLUGS:
        for title, text in sections(slug):
            for block in blocks(text):
                if title != QUESTIONS and re.search(r"\ba seizure\b|chest pain", block, re.I):
                    assert "call the emergency number where you are" in block, (slug, block)


def test_every_callout_on_fever_also_speaks_of_feeling_unwell_without_it():
    for slug in SLUGS:
        for callout in re.findall(r"^::: call-now.*?^:::", body(slug), re.MULTILINE | re.DOTALL):
            if re.search("fever", callout, re.I):
                assert re.search("unwell|shivering or confusion", callout, re.I), (slug, callout)


def test_how_often_each_tablet_is_taken_stands_in_bold():
    assert "mercaptopurine **every day** and methotrexate **only once a week**" in body("treatment-overview")


def test_the_page_on_germany_sends_readers_to_each_hospitals_own_rules():
    assert "Each hospital's own page on this portal lists its rules" in body("coming-to-germany")
