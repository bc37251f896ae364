"""Nothing unreviewed becomes public: who may take which step, from where, and what the database itself refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from content.models import Article, ArticleRevision
from content.publishing import revisions
from content.publishing.permissions import Refused
from tests.content.conftest import AHEAD, draft_of

APPROVAL = {"as_physician": False, "next_review_on": AHEAD}
STEPS = {
    "submit": (revisions.submit, {}),
    "approve": (revisions.approve, APPROVAL),
    "send_back": (revisions.send_back, {"note": "Say it plainer."}),
    "confirm": (revisions.confirm, APPROVAL),
}
AFTER = {"submit": "in_review", "approve": "published", "send_back": "draft", "confirm": "published"}
# Edda wrote the text. Egon is another editor, Rosa a reviewer, Ella is both, root may everything in the admin.
MAY = {
    ("draft", "submit"): {"edda", "egon", "ella", "root"},
    ("in_review", "approve"): {"rosa", "ella", "root"},
    ("in_review", "send_back"): {"rosa", "ella", "root"},
    ("published", "confirm"): {"rosa", "ella", "root"},
}


@pytest.fixture
def people(edda, egon, rosa, ella, root):
    return {user.username: user for user in [edda, egon, rosa, ella, root]}


def revision_in(state, article, people) -> ArticleRevision:
    revision = draft_of(article, people["edda"])
    if state == "draft":
        return revision
    revision = revisions.submit(revision=revision, by=people["edda"])
    if state == "in_review":
        return revision
    revision = revisions.approve(revision=revision, by=people["rosa"], **APPROVAL)
    if state == "superseded":
        newer = revisions.submit(revision=draft_of(article, people["egon"]), by=people["egon"])
        revisions.approve(revision=newer, by=people["rosa"], **APPROVAL)
        revision.refresh_from_db()
    return revision


@pytest.mark.parametrize("who", ["edda", "egon", "rosa", "ella", "root"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("state", ["draft", "in_review", "published", "superseded"])
def test_who_may_take_which_step(article, people, state, step, who):
    """check: the table above is the whole truth; every other pair of state, step and person is refused"""
    revision = revision_in(state, article, people)
    act, facts = STEPS[step]
    before = (revision.state, Article.objects.get().published_id)
    if who in MAY.get((state, step), set()):
        act(revision=revision, by=people[who], **facts)
        revision.refresh_from_db()
        assert revision.state == AFTER[step]
    else:
        with pytest.raises(Refused):
            act(revision=revision, by=people[who], **facts)
        revision.refresh_from_db()
        assert (revision.state, Article.objects.get().published_id) == before


def test_whoever_wrote_or_submitted_a_word_cannot_approve_it(article, edda, ella):
    revision = draft_of(article, edda)
    revisions.change_draft(
        revision=revision, title="T", summary="S. S.", body="B", written_on=date(2026, 12, 1), by=ella
    )
    revisions.submit(revision=revision, by=edda)
    with pytest.raises(Refused, match="You wrote part of this text"):
        revisions.approve(revision=revision, by=ella, **APPROVAL)
    with pytest.raises(Refused, match="Somebody else"):
        revisions.approve(revision=revision, by=edda.__class__.objects.get(username="ella"), **APPROVAL)


def test_a_superuser_cannot_approve_their_own_text_either(article, root):
    revision = revisions.submit(revision=draft_of(article, root), by=root)
    with pytest.raises(Refused, match="Somebody else must review it"):
        revisions.approve(revision=revision, by=root, **APPROVAL)


def test_approval_replaces_the_public_text_and_keeps_the_old_one(article, people):
    revision = revision_in("published", article, people)
    article.refresh_from_db()
    assert (article.published, article.next_review_on) == (revision, AHEAD)
    assert list(article.revisions.values_list("number", "state")) == [(2, "published"), (1, "superseded")]
    assert (revision.reviewed_by, revision.reviewed_as_physician) == (people["rosa"], False)


def test_a_draft_changes_nothing_that_readers_see(article, edda):
    before = Article.objects.public().get().published
    draft_of(article, edda, title="Not yet")
    after = Article.objects.public().get().published
    assert (after.pk, after.title, after.rendered) == (before.pk, "What is ALL?", before.rendered)


def test_a_text_under_review_or_public_cannot_be_changed(article, people):
    for state in ["in_review", "published", "superseded"]:
        Article.objects.update(published=None)
        ArticleRevision.objects.all().delete()
        revision = revision_in(state, article, people)
        with pytest.raises(Refused, match="Only a draft can be changed"):
            revisions.change_draft(
                revision=revision,
                title="T",
                summary="S",
                body="B",
                written_on=date(2026, 12, 1),
                by=people["edda"],
            )


def test_a_returned_text_is_a_draft_with_the_reviewers_note(article, people):
    revision = revision_in("in_review", article, people)
    revisions.send_back(revision=revision, note="  Say it plainer. ", by=people["rosa"])
    revision.refresh_from_db()
    assert (revision.state, revision.note, revision.submitted_by) == ("draft", "Say it plainer.", None)
    with pytest.raises(Refused, match="Write what should be changed"):
        revisions.submit(revision=revision, by=people["edda"])
        revisions.send_back(revision=revision, note=" ", by=people["rosa"])


def test_an_article_has_one_open_text_at_a_time(article, edda, egon):
    draft_of(article, edda)
    with pytest.raises(Refused, match="Somebody is already working on a new text of this article"):
        draft_of(article, egon)


def test_readers_and_reviewers_cannot_start_a_draft(article, rosa):
    with pytest.raises(Refused, match="Only editors can write a new text"):
        draft_of(article, rosa)


def test_a_text_with_slips_cannot_be_submitted_and_the_line_is_named(article, edda):
    revision = draft_of(article, edda, body="ok\n\nBad.[^NOPE]\n")
    with pytest.raises(Refused, match="line 3: Unknown reference NOPE"):
        revisions.submit(revision=revision, by=edda)


def test_the_next_check_must_lie_ahead(article, people):
    revision = revision_in("in_review", article, people)
    for day in [timezone.localdate(), timezone.localdate() - timedelta(days=1)]:
        with pytest.raises(Refused, match="The next check must lie ahead"):
            revisions.approve(revision=revision, as_physician=True, next_review_on=day, by=people["rosa"])


def test_confirming_renews_the_dates_and_only_a_physician_stands_in_for_a_physician(article, rosa):
    public = article.published
    revisions.confirm(revision=public, as_physician=True, next_review_on=AHEAD + timedelta(days=9), by=rosa)
    public.refresh_from_db()
    article.refresh_from_db()
    assert (public.reviewed_as_physician, article.next_review_on) == (True, AHEAD + timedelta(days=9))
    with pytest.raises(Refused, match="only a physician can confirm it"):
        revisions.confirm(revision=public, by=rosa, **APPROVAL)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "published", "published_at": timezone.now()},  # a person's text, and nobody reviewed it
        {"state": "superseded", "published_at": timezone.now()},
        {"state": "published"},
        {"state": "in_review"},
        {"state": "invented"},
        {"reviewed_as_physician": True},
    ],
)
def test_the_database_itself_refuses_an_unreviewed_public_text(article, edda, fields):
    revision = draft_of(article, edda)
    Article.objects.update(published=None)
    ArticleRevision.objects.exclude(pk=revision.pk).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleRevision.objects.filter(pk=revision.pk).update(**fields)


def test_the_database_refuses_a_review_by_the_author_and_a_second_public_text(article, edda, rosa):
    revision = draft_of(article, edda)
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleRevision.objects.filter(pk=revision.pk).update(reviewed_by=edda, reviewed_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleRevision.objects.filter(pk=revision.pk).update(
            state="published", published_at=timezone.now(), reviewed_by=rosa, reviewed_at=timezone.now()
        )
