"""From an article's Markdown to the HTML a reader gets. The result is kept with the revision."""

from django.utils.translation import override

from content.models import ArticleRevision
from content.rendering.markdown import RENDER_VERSION, Rendered, render
from content.rendering.vocabulary import Vocabulary, current_vocabulary

__all__ = ["RENDER_VERSION", "Rendered", "render", "render_again", "render_revision", "rendered"]


def render_revision(revision: ArticleRevision, vocabulary: Vocabulary | None = None) -> None:
    """Sets the fields; the caller saves. What the renderer itself says is in the text's language, whoever calls."""
    language = revision.language
    with override(language):
        words = vocabulary if vocabulary is not None else current_vocabulary(language)
        result = render(revision.body, words, language=language)
    revision.rendered = result
    revision.render_version = RENDER_VERSION
    revision.reading_minutes = result["minutes"]
    revision.digest = revision.own_digest()


def rendered(revision: ArticleRevision) -> Rendered:
    """The kept HTML, or a fresh one when it was made by an older renderer. Saves nothing: pages call it."""
    if revision.render_version != RENDER_VERSION:
        render_revision(revision)
    return revision.rendered


def render_again() -> int:
    """After a change of glossary or references: all texts that are or may become public. How many changed."""
    vocabularies: dict[str, Vocabulary] = {}
    changed = 0
    for revision in ArticleRevision.objects.exclude(state="superseded"):
        before = (revision.rendered, revision.render_version)
        language = revision.language
        if language not in vocabularies:
            vocabularies[language] = current_vocabulary(language)
        render_revision(revision, vocabularies[language])
        if before != (revision.rendered, revision.render_version):
            revision.save(update_fields=["rendered", "render_version", "reading_minutes"])
            changed += 1
    return changed
