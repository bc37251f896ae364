"""The guide's files into the database: references, glossary, articles; all of them or nothing."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from content.loading.articles import load_articles
from content.loading.glossary import load_glossary
from content.loading.references import load_references
from content.loading.translations import load_language
from content.rendering import render_again
from ground.loading.tally import Tally, refuse_if_any
from ground.loading.translations import languages_of

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass
class GuideLoad:
    references: Tally = field(default_factory=Tally)
    glossary: Tally = field(default_factory=Tally)
    articles: Tally = field(default_factory=Tally)
    languages: dict[str, Tally] = field(default_factory=dict)
    """All that was read in each language but the source's."""

    @property
    def tallies(self) -> dict[str, Tally]:
        return {
            "references": self.references,
            "glossary": self.glossary,
            "articles": self.articles,
        } | self.languages


def load_guide(folder: Path = DATA, *, dry_run: bool = False) -> GuideLoad:
    """Raises FileRefused, naming each bad line of each file. Never undoes what an editor has changed."""
    result = GuideLoad()
    with transaction.atomic():
        load_references(folder / "references.json", result.references)
        load_glossary(folder / "glossary.json", result.glossary)
        load_articles(folder / "articles", result.articles)
        for language, place in languages_of(folder):
            load_language(place, language, result.languages.setdefault(language, Tally()))
        refuse_if_any(*result.tallies.values())
        render_again()
        transaction.set_rollback(dry_run)
    return result
