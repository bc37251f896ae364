"""The first page: what this is, the finder, how it goes on, and the doors to everything else."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from all_portal.pages.structured import site_data
from content.models import Article, ArticleRevision
from content.pages.listing import listed
from hospitals.models import Hospital
from hospitals.pages.map import draw_map
from languages.activation import language_in_use
from programs.pages.finder import build_finder

DOORS_TO_GUIDE = 7
DOORS_TO_HOSPITALS = 10


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    hospitals = list(Hospital.objects.published())
    language = language_in_use()
    articles = listed(language)
    context = {
        "finder": build_finder(query=request.GET, opening=True),
        "doors": [door(one, text) for one, text in articles[:DOORS_TO_GUIDE]],
        "articles_count": len(articles),
        "hospitals": hospitals[:DOORS_TO_HOSPITALS],
        "hospitals_count": len(hospitals),
        "map": draw_map(hospitals),
        "structured": site_data(language=language),
    }
    return render(request, "pages/home.html", context)


def door(article: Article, text: ArticleRevision) -> dict:
    return {
        "title": text.title,
        "language": text.language,
        "url": article.get_absolute_url(),
        "minutes": text.reading_minutes,
    }
