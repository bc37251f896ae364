"""Search over the guide, its glossary and what else is handed in. A few dozen pages are read whole: no index to keep,
nothing to get stale."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from content.models import Article, GlossaryTerm
from content.search.matching import Unit, known_meanings, units_of, words_of
from content.search.mending import mended, nowhere, words_in
from content.search.pages import Page, article_page, term_page
from content.search.ranking import Question, best, weights_of
from content.search.snippets import marked
from content.search.tables import everyday_words
from content.search.urgent import is_urgent
from ground.hits import Hit
from ground.translated import SOURCE

__all__ = ["Found", "Page", "search", "search_guide"]
# Of what the best page holds: a page of the portal is short, and may still be what is looked for.
ENOUGH = 0.4


@dataclass(frozen=True)
class Found:
    articles: list[Hit] = field(default_factory=list)
    terms: list[Hit] = field(default_factory=list)
    others: list[Hit] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    """What was searched in place of words nobody here knows; empty if the words were searched as typed."""

    searched: str = ""
    """All words, after that."""

    unknown: list[str] = field(default_factory=list)
    """Words, as typed, that stand on no page."""

    is_everyday: bool = False
    """What is unknown is rightly spelled all the same: we have nothing on it."""

    typed: list[Unit] = field(default_factory=list)
    language: str = SOURCE
    is_whole: bool = True
    """One page holds all that was asked for."""

    @property
    def instead(self) -> str:
        return ", ".join(self.replaced)

    def without_guess(self) -> "Found":
        """For a page that found all of it elsewhere: nothing of ours, and what was typed is what to mark."""
        return Found(units=self.typed, searched=self.searched, language=self.language)

    def mark(self, text: str) -> SafeString:
        return marked(text, self.units, self.language)


def search(words: str, *, language: str = SOURCE) -> list[Hit]:
    found = search_guide(words, language=language)
    return found.articles + found.terms


def search_guide(
    text: str,
    others: Sequence[Page] = (),
    names: Set[str] = frozenset(),
    *,
    language: str = SOURCE,
) -> Found:
    """In the texts that a reader of `language` gets. `others`: pages that are not of the guide. `names`: stems known
    elsewhere, which are no slip."""
    glossary = GlossaryTerm.objects.with_words(language)
    terms_there = [(term, term.in_language(language)) for term in glossary]
    # Whoever reads a translated page may still type the word of the source.
    meanings = known_meanings([{*term.names, *spoken.names} for term, spoken in terms_there], language)
    words = words_of(text, language)
    typed = units_of(words, meanings, language)
    if not typed:
        return Found(language=language)
    articles = pages_of_articles(language)
    terms = [term_page(spoken, language) for _term, spoken in terms_there]
    pages = [*articles, *terms, *others]
    lost_words = words_in(nowhere(typed, pages)) - names
    words, replaced = mended(words, lost_words, pages, meanings, language)
    units = units_of(words, meanings, language)
    line = " ".join(word.stem for word in words)
    question = Question(units, weights_of(units, pages), f" {line} ", is_urgent(text), language)
    most = max(question.value(page) for page in pages) if pages else 0.0
    lost = nowhere(units, pages)
    missing = [unit for unit in lost if not words_in([unit]) <= names]
    return Found(
        articles=best(articles, question),
        terms=best(terms, question),
        others=best(others, question, least=most * ENOUGH),
        units=units,
        replaced=replaced,
        searched=line,
        unknown=[unit.typed for unit in missing],
        is_everyday=words_in(missing) <= everyday_words(language),
        typed=typed,
        language=language,
        is_whole=not lost and most >= question.whole,
    )


def pages_of_articles(language: str) -> list[Page]:
    public = Article.objects.public().with_translations(language)
    return [article_page(one, text, language) for one in public if (text := one.text_in(language))]
