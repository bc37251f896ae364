"""Editors and reviewers at their desk: what they see, what a button does, what is refused and how it is said."""

import pytest
from django.urls import reverse

from content.models import Article, ArticleRevision, GlossaryTerm
from content.publishing import revisions
from tests.content.conftest import AHEAD, BODY, draft_of, person

FORM = {"title": "New title", "summary": "One. Two.", "body": BODY, "written_on": "2026-12-01"}


def page(name, *args):
    return reverse(f"admin:content_{name}", args=args)


def revision_page(revision, step="change"):
    return page(f"articlerevision_{step}", revision.pk)


def main(response) -> str:
    return response.content.decode()


@pytest.fixture
def draft(article, edda):
    return draft_of(article, edda, title="Draft title")


@pytest.fixture
def waiting(draft, edda):
    return revisions.submit(revision=draft, by=edda)


def test_a_new_draft_begins_as_the_public_text(client, article, edda):
    client.force_login(edda)
    assert f"{page('articlerevision_add')}?article={article.pk}" in main(
        client.get(page("article_change", article.pk))
    )
    html = main(client.get(page("articlerevision_add"), {"article": article.pk}))
    assert "What is ALL?" in html and "The blasts grow.[^PDQ]" in html


@pytest.mark.parametrize("article_key", ["x", "9" * 30, "-1", "²", ""])
def test_a_made_up_article_in_the_address_gives_an_empty_form(client, article, edda, article_key):
    client.force_login(edda)
    assert client.get(page("articlerevision_add"), {"article": article_key}).status_code == 200


def test_an_edit_makes_a_draft_and_leaves_the_public_text_alone(client, article, edda):
    client.force_login(edda)
    client.post(page("articlerevision_add"), {**FORM, "article": article.pk})
    revision = ArticleRevision.objects.get(state="draft")
    assert (revision.title, revision.author, revision.number, list(revision.writers.all())) == (
        "New title",
        edda,
        2,
        [edda],
    )
    assert Article.objects.get().published.title == "What is ALL?"


def test_a_second_draft_is_refused_at_the_field_and_what_was_typed_is_kept(client, draft, egon):
    client.force_login(egon)
    html = main(client.post(page("articlerevision_add"), {**FORM, "article": draft.article_id}))
    assert "Somebody is already working on a new text of this article." in html
    assert "New title" in html
    assert ArticleRevision.objects.filter(state="draft").count() == 1


def test_a_draft_can_be_changed_by_another_editor_who_is_then_one_of_its_writers(client, draft, egon):
    client.force_login(egon)
    client.post(revision_page(draft), FORM)
    draft.refresh_from_db()
    assert (draft.title, {user.username for user in draft.writers.all()}) == ("New title", {"edda", "egon"})


def test_slips_are_told_on_saving_and_the_draft_is_kept(client, draft, edda):
    client.force_login(edda)
    html = main(client.post(revision_page(draft), {**FORM, "body": "Bad.[^NOPE]"}, follow=True))
    assert "Line 1: Unknown reference NOPE." in html
    draft.refresh_from_db()
    assert draft.body == "Bad.[^NOPE]"


@pytest.mark.parametrize("state", ["in_review", "published", "superseded"])
def test_only_drafts_can_be_changed_or_deleted_even_by_a_superuser(client, draft, root, rosa, state):
    ArticleRevision.objects.filter(state="published").update(state="superseded")
    ArticleRevision.objects.filter(pk=draft.pk).update(
        state=state, submitted_at="2026-12-01T10:00Z", submitted_by=rosa, reviewed_at="2026-12-01T10:00Z",
        reviewed_by=rosa, published_at="2026-12-01T10:00Z",
    )  # fmt: skip
    client.force_login(root)
    assert client.post(revision_page(draft), FORM).status_code == 403
    assert client.post(revision_page(draft, "delete"), {"post": "yes"}).status_code == 403
    draft.refresh_from_db()
    assert draft.title == "Draft title"


def test_an_editor_can_throw_away_their_own_draft_and_no_other(client, draft, edda, egon):
    client.force_login(egon)
    assert client.post(revision_page(draft, "delete"), {"post": "yes"}).status_code == 403
    client.force_login(edda)
    client.post(revision_page(draft, "delete"), {"post": "yes"})
    assert ArticleRevision.objects.filter(state="draft").count() == 0


def test_the_preview_looks_like_the_page_and_says_that_it_is_not_public(client, draft, edda):
    client.force_login(edda)
    html = main(client.get(revision_page(draft, "preview")))
    assert "<h1>Draft title</h1>" in html and "Preview for staff: text 2, draft." in html
    assert '<sup class="cite">' in html


@pytest.mark.parametrize("step", ["submit", "approve", "return", "confirm"])
def test_looking_at_a_step_changes_nothing(client, waiting, root, step):
    """check: GET and HEAD never change a state"""
    client.force_login(root)
    for revision in ArticleRevision.objects.all():
        before = list(ArticleRevision.objects.order_by("pk").values())
        assert client.get(revision_page(revision, step)).status_code == 200
        assert client.head(revision_page(revision, step)).status_code == 200
        assert list(ArticleRevision.objects.order_by("pk").values()) == before


def test_the_way_from_draft_to_public(client, draft, edda, rosa):
    client.force_login(edda)
    client.post(revision_page(draft, "submit"))
    client.force_login(rosa)
    html = main(client.get(revision_page(draft, "approve")))
    assert "<del>is ALL?</del>" in html or "<ins>Draft title</ins>" in html or "<ins>" in html
    client.post(revision_page(draft, "approve"), {"as_physician": "on", "next_review_on": AHEAD.isoformat()})
    public = Article.objects.get().published
    assert (public, public.reviewed_by, public.reviewed_as_physician) == (draft, rosa, True)


def test_a_reviewer_returns_a_text_and_the_editor_reads_why(client, waiting, edda, rosa):
    client.force_login(rosa)
    assert "This field is required." in main(client.post(revision_page(waiting, "return"), {"note": ""}))
    client.post(revision_page(waiting, "return"), {"note": "Say it <b>plainer</b>."})
    client.force_login(edda)
    html = main(client.get(revision_page(waiting)))
    assert "Returned by the reviewer:" in html and "Say it &lt;b&gt;plainer&lt;/b&gt;." in html


@pytest.mark.parametrize("who", ["edda", "egon"])
def test_an_editor_is_refused_the_approval_with_the_reason_in_the_page(client, waiting, edda, egon, who):
    client.force_login({"edda": edda, "egon": egon}[who])
    html = main(client.post(revision_page(waiting, "approve"), {"next_review_on": AHEAD.isoformat()}))
    assert "Only medical reviewers can decide about a text." in html
    waiting.refresh_from_db()
    assert waiting.state == "in_review"


def test_an_author_who_is_a_reviewer_too_is_refused_their_own_text(client, article, ella):
    revision = revisions.submit(revision=draft_of(article, ella), by=ella)
    client.force_login(ella)
    assert "Approve and make public" not in main(client.get(revision_page(revision)))
    html = main(client.post(revision_page(revision, "approve"), {"next_review_on": AHEAD.isoformat()}))
    assert "You wrote part of this text. Somebody else must review it." in html
    assert Article.objects.get().published.number == 1


def test_a_step_that_is_over_is_refused_with_the_reason(client, waiting, rosa):
    client.force_login(rosa)
    facts = {"next_review_on": AHEAD.isoformat()}
    client.post(revision_page(waiting, "approve"), facts)
    html = main(client.post(revision_page(waiting, "approve"), facts))
    assert "This text has moved on; this step is not open any more." in html


def test_a_check_in_the_past_is_refused_and_what_was_typed_is_kept(client, waiting, rosa):
    client.force_login(rosa)
    html = main(client.post(revision_page(waiting, "approve"), {"next_review_on": "2020-01-01"}))
    assert "The next check must lie ahead." in html
    waiting.refresh_from_db()
    assert waiting.state == "in_review"


def test_buttons_are_shown_only_to_whom_they_are_open(client, waiting, edda, rosa):
    client.force_login(edda)
    assert "Approve and make public" not in main(client.get(revision_page(waiting)))
    client.force_login(rosa)
    html = main(client.get(revision_page(waiting)))
    assert "Approve and make public" in html and "Return to the editor" in html


def test_staff_without_rights_and_strangers_see_nothing(client, waiting, db):
    for step in ["change", "preview", "approve", "submit", "return", "confirm"]:
        assert client.get(revision_page(waiting, step)).status_code == 302
    client.force_login(person("nobody"))
    for step in ["preview", "approve", "submit", "return", "confirm"]:
        assert client.get(revision_page(waiting, step)).status_code == 403


@pytest.mark.parametrize("pk", ["999999", "9" * 30])
def test_a_text_that_is_not_there_is_not_found(client, root, pk):
    client.force_login(root)
    for step in ["preview", "approve"]:
        address = revision_page(ArticleRevision(pk=1), step).replace("/1/", f"/{pk}/")
        assert client.get(address).status_code == 404


def test_overdue_articles_are_one_click_away(client, article, edda):
    client.force_login(edda)
    late = {"check": "overdue"}
    assert "What is ALL?" not in main(client.get(page("article_changelist"), late))
    Article.objects.update(next_review_on="2026-01-01")
    assert "What is ALL?" in main(client.get(page("article_changelist"), late))


def test_articles_are_never_deleted(client, article, root):
    client.force_login(root)
    assert client.post(page("article_delete", article.pk), {"post": "yes"}).status_code == 403
    client.post(
        page("article_changelist"),
        {"action": "delete_selected", "_selected_action": article.pk, "post": "yes"},
    )
    client.post(
        page("articlerevision_changelist"),
        {"action": "delete_selected", "_selected_action": article.published_id, "post": "yes"},
    )
    assert (Article.objects.count(), ArticleRevision.objects.count()) == (1, 1)


def test_a_change_in_the_glossary_shows_at_once_in_the_public_texts(client, article, blast, root):
    client.force_login(root)
    client.post(
        page("glossaryterm_change", blast.pk),
        {"term": "Blast", "also": "blasts\n Blasten \n\n", "definition": "An unripe cell.", "references": []},
    )
    client.post(
        page("glossaryterm_add"),
        {"term": "Claim", "slug": "claim", "also": "", "definition": "Something said.", "references": []},
    )
    assert GlossaryTerm.objects.get(pk=blast.pk).also == ["blasts", "Blasten"]
    assert ArticleRevision.objects.get().rendered["terms"] == ["claim", "blast-lymphoblast"]


@pytest.mark.parametrize("name", ["article", "articlerevision", "reference", "glossaryterm"])
def test_every_list_opens_and_can_be_searched(client, waiting, root, name):
    client.force_login(root)
    assert client.get(page(f"{name}_changelist"), {"q": "x"}).status_code == 200
