"""The guide's people and a small guide of their own, so that no test leans on the texts in the repository."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from content.models import Article, ArticleRevision, GlossaryTerm, Reference
from content.publishing import revisions

EDITOR = [
    "view_article", "change_article", "view_articlerevision", "add_articlerevision", "change_articlerevision",
    "submit_revision",
]  # fmt: skip
REVIEWER = ["view_article", "view_articlerevision", "review_revision"]
BODY = "A claim.[^KKI]\n\n## What happens\n\nThe blasts grow.[^PDQ]\n"
AHEAD = timezone.localdate() + timedelta(days=180)


def person(name: str, *codenames: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", "a long enough password", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="content", codename__in=codenames)
    )
    return user


@pytest.fixture
def edda(db):
    return person("edda", *EDITOR)


@pytest.fixture
def egon(db):
    """A second editor."""
    return person("egon", *EDITOR)


@pytest.fixture
def rosa(db):
    return person("rosa", *REVIEWER)


@pytest.fixture
def ella(db):
    """Both editor and reviewer."""
    return person("ella", *EDITOR, *REVIEWER)


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", "root@example.org", "a long enough password")


@pytest.fixture
def references(db):
    return [
        Reference.objects.create(
            key=key, title=f"Title {key}", publisher="A Society", year=2024, url=f"https://{key.lower()}.example.org/",
            checked="read whole",
        )
        for key in ["KKI", "PDQ"]
    ]  # fmt: skip


@pytest.fixture
def blast(references):
    term = GlossaryTerm.objects.create(
        term="Blast / lymphoblast",
        slug="blast-lymphoblast",
        also=["blast", "blasts"],
        definition="An unripe cell.",
    )
    term.references.add(references[0])
    return term


def make_article(
    slug: str = "what-is-all", *, title: str = "What is ALL?", body: str = BODY, **fields
) -> Article:
    """Public, as the loader makes it."""
    fields = {"order": 1, "next_review_on": AHEAD, **fields}
    article = Article.objects.create(slug=slug, **fields)
    revision = ArticleRevision(
        article=article, number=1, title=title, summary="It is a cancer of the blood. Read on.", body=body,
        written_on=date(2026, 11, 23),
    )  # fmt: skip
    revisions.make_public(revision=revision, next_review_on=article.next_review_on)
    return article


@pytest.fixture
def article(references, blast):
    return make_article()


def draft_of(
    article: Article, by: User, *, title: str = "What ALL is", body: str = BODY, **more
) -> ArticleRevision:
    return revisions.start_draft(
        article=article,
        title=title,
        summary="New. Words.",
        body=body,
        written_on=date(2026, 12, 1),
        by=by,
        **more,
    )
