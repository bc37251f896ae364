"""Search over the guide and its glossary. Eleven articles are read whole: no index to keep, nothing to get stale."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from content.models import Article, GlossaryTerm
from content.rendering import rendered
from content.search.matching import Unit, as_line, holds, known_meanings, times_in, units_of
from content.search.snippets import marked, snippet
from content.search.typos import nearest


@dataclass(frozen=True)
class Hit:
    title: str
    url: str
    snippet: str
    score: int = 0


@dataclass(frozen=True)
class Found:
    articles: list[Hit]
    terms: list[Hit]
    units: list[Unit]
    instead: str = ""
    """What was searched in place of a word nobody here knows; empty if the words were searched as typed."""

    typed: list[Unit] = field(default_factory=list)
    is_whole: bool = True

    @property
    def is_a_guess(self) -> bool:
        """A word was replaced, or no page holds all that was asked for."""
        return bool(self.instead) or not self.is_whole

    def without_guess(self) -> "Found":
        """For a page that found all of it elsewhere: nothing of ours, and what was typed is what to mark."""
        return Found([], [], self.typed)

    def mark(self, text: str) -> SafeString:
        return marked(text, self.units)


@dataclass(frozen=True)
class Page:
    title: str
    url: str
    text: str
    title_line: str
    text_line: str


def search(words: str) -> list[Hit]:
    found = search_guide(words)
    return found.articles + found.terms


def search_guide(words: str) -> Found:
    terms = list(GlossaryTerm.objects.all())
    meanings = known_meanings([term.names for term in terms])
    units = units_of(words, meanings)
    if not units:
        return Found([], [], [])
    articles = [article_page(article) for article in Article.objects.public()]
    glossary = [term_page(term) for term in terms]
    meant, instead = mended(units, articles + glossary, meanings)
    whole = any(
        all(holds(page.title_line + page.text_line, unit) for unit in meant) for page in articles + glossary
    )
    return Found(best(articles, meant), best(glossary, meant), meant, instead, units, whole)


def article_page(article: Article) -> Page:
    revision = article.published
    assert revision is not None  # noqa: S101  (public() has only articles with a public text)
    text = f"{revision.summary}\n{rendered(revision)['text']}"
    return Page(
        revision.title,
        article.get_absolute_url(),
        text,
        as_line(revision.title),
        as_line(text),
    )


def term_page(term: GlossaryTerm) -> Page:
    also = f" ({', '.join(term.also)})" if term.also else ""
    text = term.definition + also
    return Page(term.term, term.get_absolute_url(), text, as_line(" ".join(term.names)), as_line(text))


def mended(units: list[Unit], pages: list[Page], meanings) -> tuple[list[Unit], str]:
    """Each word that stands nowhere is replaced by the nearest that does."""
    known = {word for page in pages for word in (page.title_line + page.text_line).split()}
    known |= {phrase[0] for meaning in meanings for phrase in meaning if len(phrase) == 1}
    result, replaced = [], []
    for unit in units:
        nobody = not any(holds(page.title_line + page.text_line, unit) for page in pages)
        word = " ".join(min(unit.phrases)) if nobody and len(unit.phrases) == 1 else ""
        other = nearest(word, known) if word else None
        result += units_of(other, meanings) if other else [unit]
        replaced += [other] if other else []
    return result, ", ".join(replaced)


def best(pages: list[Page], units: list[Unit]) -> list[Hit]:
    """Pages that hold everything asked for; if there is none, those that hold the most of it."""
    counted = [(sum(holds(page.title_line + page.text_line, unit) for unit in units), page) for page in pages]
    most = max((count for count, _page in counted), default=0)
    hits = [
        hit(page, units) for count, page in counted if count == most and count * 2 >= len(units) and count
    ]
    return sorted(hits, key=lambda found: -found.score)


def hit(page: Page, units: list[Unit]) -> Hit:
    in_title = sum(holds(page.title_line, unit) for unit in units)
    often = sum(min(times_in(page.text_line, phrase), 9) for unit in units for phrase in unit.phrases)
    return Hit(page.title, page.url, snippet(page.text, units), 50 * in_title + often)
