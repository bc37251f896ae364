"""From an article's Markdown to the HTML a reader gets. The result is kept with the revision."""

from content.models import ArticleRevision
from content.rendering.markdown import RENDER_VERSION, Rendered, render
from content.rendering.vocabulary import Vocabulary, current_vocabulary

__all__ = ["RENDER_VERSION", "Rendered", "render", "render_again", "render_revision", "rendered"]


def render_revision(revision: ArticleRevision, vocabulary: Vocabulary | None = None) -> None:
    """Sets the fields; the caller saves."""
    result = render(revision.body, vocabulary if vocabulary is not None else current_vocabulary())
    revision.rendered = result
    revision.render_version = RENDER_VERSION
    revision.reading_minutes = result["minutes"]


def rendered(revision: ArticleRevision) -> Rendered:
    """The kept HTML, or a fresh one when it was made by an older renderer. Saves nothing: pages call it."""
    if revision.render_version != RENDER_VERSION:
        render_revision(revision)
    return revision.rendered


def render_again() -> int:
    """After a change of glossary or references: all texts that are or may become public. How many changed."""
    vocabulary = current_vocabulary()
    changed = 0
    for revision in ArticleRevision.objects.exclude(state="superseded"):
        before = (revision.rendered, revision.render_version)
        render_revision(revision, vocabulary)
        if before != (revision.rendered, revision.render_version):
            revision.save(update_fields=["rendered", "render_version", "reading_minutes"])
            changed += 1
    return changed
