"""One search over everything public. Each app finds its own; this page only puts them side by side."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.search import Found, search_guide
from content.search.matching import MOST_LETTERS
from hospitals.search import search as search_hospitals
from programs.search import search as search_programs

MOST_HITS = 20


@dataclass(frozen=True)
class Row:
    title: SafeString
    url: str
    snippet: SafeString


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    rows: list[Row]


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = " ".join(request.GET.get("q", "")[:MOST_LETTERS].split())
    if not words:
        return render(request, "pages/search.html", {"words": ""})
    found = search_guide(words)
    hospitals, programs = search_hospitals(words), search_programs(words)
    if found.is_a_guess and (hospitals or programs):
        found = found.without_guess()  # no slip: a hospital or its town is called that
    elif found.instead:
        hospitals, programs = search_hospitals(found.instead), search_programs(found.instead)
    groups = [
        group("articles", _("Disease guide"), found.articles, found),
        group("glossary", _("Glossary"), found.terms, found),
        group("hospitals", _("Hospitals"), hospitals, found),
        group("programs", _("Programs"), programs, found),
    ]
    shown = [each for each in groups if each.rows]
    context = {
        "words": words,
        "groups": shown,
        "instead": found.instead,
        "count": sum(len(each.rows) for each in shown),
    }
    return render(request, "pages/search.html", context)


def group(name: str, title: str, hits: list, found: Found) -> Group:
    rows = [
        Row(found.mark(str(hit.title)), hit.url, found.mark(str(hit.snippet))) for hit in hits[:MOST_HITS]
    ]
    return Group(name, title, rows)
