"""The guide in another language, from a folder of `languages/`: references.json, glossary.json and articles/, each as
in the source language but with words only. What is not there is read in the source language."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.loading.articles import a_date, take_articles, text_of
from content.loading.checks import check_names, check_types
from content.loading.reading import ArticleFile, take_file
from content.models import Article, ArticleRevision, GlossaryTerm, Reference
from content.publishing.revisions import make_public, next_number
from ground.loading.rows import Row
from ground.loading.tally import Outcome, Tally
from ground.loading.translations import MADE, apply_translation, made_fields, note_if_outdated

HEAD = {"title", "summary", "written_on", *MADE}
TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str, "term": str, "title": str, "also": list, "definition": str, **dict.fromkeys(MADE, str),
}  # fmt: skip


def load_language(folder: Path, language: str, tally: Tally) -> None:
    """After the source language, in one transaction with it."""
    references = Reference.objects.with_words(language).in_bulk(field_name="key")
    terms = GlossaryTerm.objects.with_words(language).in_bulk(field_name="slug")
    for path, known in ((folder / "references.json", references), (folder / "glossary.json", terms)):
        if path.exists():
            load_rows(path, known, language, tally)
    paths = sorted((folder / "articles").glob("*.md"))
    take_articles(paths, HEAD, set(references), lambda slug, file: apply(slug, file, language, tally), tally)


def load_rows(path: Path, known: dict[str, Any], language: str, tally: Tally) -> None:
    """`id`: a reference's key, a term's short address."""
    seen: set[str] = set()

    def load_row(row: Row) -> None:
        source = known.get(str(row.values.get("id")))
        if source is None:
            raise ValidationError(_("no row with this id is known: %s.") % row.values.get("id"))
        names = {"id", *source.WORDS, *MADE}
        check_names(row.values, names)
        check_types(row.values, {name: TYPES[name] for name in names})
        if row.values["id"] in seen:
            raise ValidationError(_("“%s” stands here for the second time.") % row.values["id"])
        seen.add(row.values["id"])
        tally.count(apply_translation(source, language, row.values, tally))

    take_file(path, load_row, tally)


def apply(slug: str, file: ArticleFile, language: str, tally: Tally) -> None:
    """As with the source's own texts: never over the head of an editor who has written in this language."""
    article = Article.objects.public().filter(slug=slug).first()
    if article is None or article.published is None:
        raise ValidationError(_("no public article has this name."))
    made_on = a_date(file, "made_on")
    made = made_fields(file.head | {"made_on": made_on}, digest=article.published.digest)
    text = text_of(file) | made
    revisions = article.revisions.filter(language=language).order_by("-number")
    latest = revisions.filter(author__isnull=True).first()
    if latest and all(getattr(latest, name) == value for name, value in text.items()):
        tally.count(Outcome.UNCHANGED)
    elif revisions.filter(author__isnull=False).exists():
        tally.kept.append(f"{article} ({language}): " + _("text"))
        return
    else:
        publish(article, language, text)
        tally.count(Outcome.UPDATED if latest else Outcome.CREATED)
    note = {"made_from": made["source_digest"], "digest": article.published.digest}
    note_if_outdated(tally, f"{article} ({language})", **note)


def publish(article: Article, language: str, text: dict[str, Any]) -> None:
    number = next_number(article, language)
    revision = ArticleRevision(
        article=article, language=language, number=number, source=article.published, **text
    )
    revision.full_clean(exclude=["article", "source"], validate_constraints=False)
    assert article.next_review_on is not None  # noqa: S101  (a constraint: what is public has a next check)
    make_public(revision=revision, next_review_on=article.next_review_on)
