"""The table of decisions: who is offered which, and that each row leads somewhere."""

from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from content.desk.decisions import DECISIONS, open_decisions
from content.models import ArticleRevision
from content.publishing import revisions
from tests.content.conftest import AHEAD, draft_of, person


@pytest.fixture
def texts(article, edda, egon, rosa):
    """A text in each state, with those who wrote and submitted it."""
    superseded = article.published
    approved = revisions.submit(revision=draft_of(article, edda), by=edda)
    published = revisions.approve(revision=approved, as_physician=False, next_review_on=AHEAD, by=rosa)
    waiting = revisions.submit(revision=draft_of(article, egon), by=egon)
    superseded.refresh_from_db()
    return {text.state: text for text in (superseded, published, waiting)}


def offered(text, user):
    return [row.key for row in open_decisions(text, user)]


def test_an_editor_is_offered_to_submit_a_draft_and_nothing_else(texts, article, edda):
    assert [offered(text, edda) for text in texts.values()] == [[], [], []]
    ArticleRevision.objects.filter(pk=texts["in_review"].pk).update(
        state="draft", submitted_at=None, submitted_by=None
    )
    assert offered(ArticleRevision.objects.get(state="draft"), edda) == ["submit"]


def test_a_reviewer_is_offered_what_fits_the_state_of_the_text(texts, rosa):
    assert {state: offered(text, rosa) for state, text in texts.items()} == {
        "superseded": [],
        "published": ["confirm"],
        "in_review": ["approve", "return"],
    }


def test_who_wrote_a_text_is_offered_no_decision_about_it(texts, ella):
    texts["in_review"].writers.add(ella)
    assert offered(texts["in_review"], ella) == []


def test_a_permission_taken_away_takes_the_offer_with_it(texts, root, rosa):
    rosa.user_permissions.clear()
    assert offered(texts["in_review"], type(rosa).objects.get(pk=rosa.pk)) == []
    assert offered(texts["in_review"], root) == ["approve", "return"]


@pytest.mark.parametrize("row", DECISIONS, ids=[row.key for row in DECISIONS])
def test_each_row_has_its_page_and_a_permission_that_can_be_given(row, db):
    assert reverse(f"admin:content_articlerevision_{row.key}", args=[7]).endswith(f"/7/{row.key}/")
    app, codename = row.permission.split(".")
    assert Permission.objects.filter(content_type__app_label=app, codename=codename).count() == 1


STATES = {"submit": "draft", "approve": "in_review", "return": "in_review", "confirm": "published"}


@pytest.fixture
def ready(texts, rosa):
    """For each row a text it can be taken on."""

    def find(row):
        if STATES[row.key] == "draft":
            return revisions.send_back(revision=texts["in_review"], note="Shorter.", by=rosa)
        return texts[STATES[row.key]]

    return find


@pytest.mark.parametrize("row", DECISIONS, ids=[row.key for row in DECISIONS])
def test_the_permission_of_a_row_is_the_one_its_rule_asks_for(row, ready):
    text = ready(row)
    assert row.needs(text, person("with", row.permission.partition(".")[2])) == ""
    others = {other.permission.partition(".")[2] for other in DECISIONS if other.permission != row.permission}
    assert row.needs(text, person("without", *others)).startswith("Only ")


@pytest.mark.parametrize("row", DECISIONS, ids=[row.key for row in DECISIONS])
def test_each_page_says_what_will_happen_and_shows_its_button(client, row, ready, edda, rosa):
    text = ready(row)
    client.force_login(edda if row.key == "submit" else rosa)
    page = client.get(reverse(f"admin:content_articlerevision_{row.key}", args=[text.pk]))
    words = unescape(page.content.decode())
    said = row.will_happen(text, rosa)
    assert len(said) == 1
    assert f"<p>{said[0]}</p>" in words
    assert f'value="{row.button}"' in words
