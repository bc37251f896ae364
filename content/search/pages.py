"""What is searched: a page with its words made comparable."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.models import Article, ArticleRevision, GlossaryTerm
from content.rendering import rendered
from content.search.matching import as_line
from content.words.slugs import COMING_TO_GERMANY, URGENT
from ground.translated import SOURCE

# Other articles name a price in passing.
FIRST_FOR = {COMING_TO_GERMANY: "cost"}


@dataclass(frozen=True)
class Page:
    title: str
    url: str
    text: str
    """Its blocks, one a line: what an excerpt is taken from."""

    title_line: str
    heading_line: str = ""
    text_line: str = ""
    is_urgent: bool = False
    """It says what to do at once."""

    language: str = ""
    """Of its words, where they may be in another language than the page that shows what was found."""

    first_for: str = ""
    """Whoever asks for one of these words sees it first, whatever else was typed."""

    @property
    def line(self) -> str:
        return self.title_line + self.text_line


def article_page(article: Article, revision: ArticleRevision, language: str = SOURCE) -> Page:
    """`revision`: the text that a reader of `language` gets."""
    content = rendered(revision)
    text = f"{revision.summary}\n{content['text']}"
    return Page(
        title=revision.title,
        url=article.get_absolute_url(),
        text=text,
        title_line=as_line(revision.title, language),
        heading_line=lines((part["title"] for part in content["contents"]), language),
        text_line=as_line(text, language),
        language=revision.language,
        is_urgent=article.slug == URGENT,
        first_for=as_line(FIRST_FOR.get(article.slug, ""), language),
    )


def term_page(term: GlossaryTerm, language: str = SOURCE) -> Page:
    also = f" ({', '.join(term.also)})" if term.also else ""
    text = term.definition + also
    return Page(
        term.term,
        term.get_absolute_url(),
        text,
        as_line(" ".join(term.names), language),
        text_line=as_line(text, language),
        language=term.language,
    )


def lines(texts: Iterable[str], language: str = SOURCE) -> str:
    """Side by side, but no phrase reaches from one into the next."""
    return "/".join(as_line(text, language) for text in texts)
