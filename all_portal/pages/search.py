"""One search over everything public. Each app finds its own; this page only puts them side by side."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from all_portal.pages.portal_pages import searched_pages
from content.search import Found, search_guide
from content.search.matching import MOST_LETTERS, without_loose
from content.search.urgent import is_urgent
from content.words.folding import stems
from ground.hits import Hit
from hospitals.search import search as search_hospitals
from languages.activation import language_in_use
from programs.search import search as search_programs

MOST_HITS = 20


class Shown(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def snippet(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True)
class Row:
    title: SafeString
    url: str
    snippet: SafeString
    language: str


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Results:
    found: Found
    hospitals: list[Hit]
    programs: list[Hit]

    def groups(self) -> list[Group]:
        """A hospital that was named leads; then a page of the portal that is looked for by these words."""
        found = self.found
        named = [hit for hit in found.others if hit.by_name]
        own = group("portal", _("This portal"), named or found.others, found)
        guide = group("articles", _("Disease guide"), found.articles, found)
        terms = group("glossary", _("Glossary"), found.terms, found)
        hospitals = group("hospitals", _("Hospitals"), self.hospitals, found)
        programs = group("programs", _("Programs"), self.programs, found)
        order = [guide, terms, hospitals, programs]
        order.insert(0 if named else 2, own)
        if any(hit.by_name for hit in self.hospitals):
            order.sort(key=lambda each: each is not hospitals)
        return [each for each in order if each.rows]


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = " ".join(request.GET.get("q", "")[:MOST_LETTERS].split())
    if not words:
        return render(request, "pages/search.html", {"words": ""})
    results = results_for(words, language=language_in_use())
    groups, found = results.groups(), results.found
    context = {
        "words": words,
        "is_urgent": is_urgent(words),
        "groups": groups,
        "instead": found.instead,
        "unknown": found.unknown,
        "is_everyday": found.is_everyday,
        "is_foreign": is_foreign(words),
        "count": sum(len(each.rows) for each in groups),
    }
    return render(request, "pages/search.html", context)


def results_for(words: str, *, language: str) -> Results:
    telling = without_loose(words, language)
    hospitals, programs = search_hospitals(telling, language=language), search_programs(telling)
    hits = [*hospitals, *programs]
    names = {name for hit in hits for name in stems(f"{hit.title} {hit.snippet}", language)}
    found = search_guide(words, searched_pages(language), names, language=language)
    if not found.is_whole and any(hit.is_whole for hit in hits):
        found = found.without_guess()  # a hospital or a program holds all of it
    elif found.instead and not hits:
        hospitals = search_hospitals(found.searched, language=language)
        programs = search_programs(found.searched)
    return Results(found, hospitals, programs)


def group(name: str, title: str, hits: Sequence[Shown], found: Found) -> Group:
    rows = [
        Row(found.mark(str(hit.title)), hit.url, found.mark(str(hit.snippet)), hit.language)
        for hit in hits[:MOST_HITS]
    ]
    return Group(name, title, rows)


def is_foreign(words: str) -> bool:
    """In letters that no page here is written in."""
    return any(letter.isalpha() and "LATIN" not in unicodedata.name(letter, "LATIN") for letter in words)
