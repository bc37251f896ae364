"""The guide's articles in their order, each with the text that a reader gets."""

from content.models import Article, ArticleRevision

type Listed = tuple[Article, ArticleRevision]


def listed(language: str) -> list[Listed]:
    """One query in the source language, one more in another. The texts come without their bodies."""
    public = Article.objects.public().without_text().with_translations(language, without_text=True)
    return [(one, text) for one in public if (text := one.text_in(language))]
