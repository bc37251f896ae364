"""The first page: what this is, the finder, how it goes on, and the doors to everything else."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from all_portal.pages.structured import site_data
from content.models import Article, ArticleRevision
from hospitals.map import draw_map
from hospitals.models import Hospital
from programs.finder import build_finder

DOORS_TO_GUIDE = 7
DOORS_TO_HOSPITALS = 10


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    hospitals = list(Hospital.objects.published())
    articles = list(Article.objects.public().without_text())
    context = {
        "finder": build_finder(query=request.GET, opening=True),
        "doors": [door(one, one.published) for one in articles[:DOORS_TO_GUIDE] if one.published],
        "articles_count": len(articles),
        "hospitals": hospitals[:DOORS_TO_HOSPITALS],
        "hospitals_count": len(hospitals),
        "map": draw_map(hospitals),
        "structured": site_data(language=get_language() or settings.LANGUAGE_CODE),
    }
    return render(request, "pages/home.html", context)


def door(article: Article, text: ArticleRevision) -> dict:
    return {"title": text.title, "url": article.get_absolute_url(), "minutes": text.reading_minutes}
