"""Articles from Markdown files. A text in the repository was checked against its sources before it got there,
so it becomes public at once; but never over an editor's head."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.loading.checks import check_names
from content.loading.reading import ArticleFile, name_of, read_article, refused
from content.models import Article, ArticleRevision, Audience, Reference
from content.publishing.revisions import make_public, next_number
from content.rendering.problems import find_problems
from ground.loading.merging import apply_values
from ground.loading.refusals import FileRefused, Refusal, reasons
from ground.loading.tally import Outcome, Tally
from ground.translated import SOURCE

FILE_NAME = re.compile(r"^\d+-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$")
HEAD = {"title", "summary", "audience", "order", "written_on", "next_review_on", "emergency"}
TEXT_FIELDS = ("title", "summary", "body", "written_on")


def load_articles(folder: Path, tally: Tally) -> None:
    paths = sorted(folder.glob("*.md"))
    if not paths:
        tally.refused.append(Refusal(0, _("no article was found here."), folder.name))
    known_keys = set(Reference.objects.values_list("key", flat=True))
    take_articles(paths, HEAD, known_keys, lambda slug, file: apply_article(slug, file, tally), tally)


def take_articles(
    paths: list[Path],
    head: set[str],
    known_keys: set[str],
    take: Callable[[str, ArticleFile], None],
    tally: Tally,
) -> None:
    """Each by itself, as (slug, file); what is wrong with one is kept with its line, and the next one is tried."""
    for path in paths:
        try:
            slug, file = read_whole(path, head, known_keys)
            take(slug, file)
        except FileRefused as problem:
            tally.refused += problem.refusals
        except ValidationError as problem:
            tally.refused.append(Refusal(1, reasons(problem), name_of(path)))


def read_whole(path: Path, head: set[str], known_keys: set[str]) -> tuple[str, ArticleFile]:
    name = FILE_NAME.match(path.name)
    if not name:
        raise refused(path, 0, _("a file is called like 04-name-of-the-article.md."))
    file = read_article(path)
    check_names(file.head, head)
    if problems := find_problems(file.body, known_keys):
        starts = file.body_starts - 1
        raise FileRefused([Refusal(p.line + starts, p.sentence, name_of(path)) for p in problems])
    return name[1], file


def apply_article(slug: str, file: ArticleFile, tally: Tally) -> None:
    article = Article.objects.filter(slug=slug).first() or Article(slug=slug)
    fields = article_fields(file)
    outcome = apply_values(article, fields, tally=tally)
    text_outcome = apply_text(
        article, text_of(file), article.next_review_on or fields["next_review_on"], tally
    )
    tally.count(min(outcome, text_outcome, key=[*Outcome].index))


def text_of(file: ArticleFile) -> dict[str, Any]:
    head = file.head
    written_on = a_date(file, "written_on")
    return {"title": head["title"], "summary": head["summary"], "body": file.body, "written_on": written_on}


def apply_text(article: Article, text: dict[str, Any], next_review_on: date, tally: Tally) -> Outcome:
    revisions = article.revisions.filter(language=SOURCE).order_by("-number")
    latest = revisions.filter(author__isnull=True).first()
    if latest and all(getattr(latest, name) == text[name] for name in TEXT_FIELDS):
        return Outcome.UNCHANGED
    if revisions.filter(author__isnull=False).exists():
        tally.kept.append(f"{article}: " + _("text"))
        return Outcome.KEPT
    revision = ArticleRevision(article=article, number=next_number(article), **text)
    revision.full_clean(exclude=["article"], validate_constraints=False)
    make_public(revision=revision, next_review_on=next_review_on)
    return Outcome.UPDATED


def article_fields(file: ArticleFile) -> dict[str, Any]:
    head = file.head
    if head["audience"] not in Audience.values:
        raise refused(file.path, line_of(file, "audience"), _("Known are: %s.") % ", ".join(Audience.values))
    if head["emergency"] not in {"yes", "no"}:
        raise refused(file.path, line_of(file, "emergency"), _("yes or no is expected here."))
    if not re.fullmatch(r"[0-9]{1,4}", head["order"]):
        raise refused(file.path, line_of(file, "order"), _("a number is expected here."))
    next_review_on = a_date(file, "next_review_on")
    if next_review_on <= a_date(file, "written_on"):
        raise refused(
            file.path, line_of(file, "next_review_on"), _("the next check must come after the writing.")
        )
    return {
        "audience": head["audience"],
        "order": int(head["order"]),
        "is_emergency": head["emergency"] == "yes",
        "next_review_on": next_review_on,
    }


def a_date(file: ArticleFile, name: str) -> date:
    try:
        return date.fromisoformat(file.head[name])
    except ValueError:
        raise refused(file.path, line_of(file, name), _("a day is written like 2026-11-23.")) from None


def line_of(file: ArticleFile, name: str) -> int:
    return list(file.head).index(name) + 2
