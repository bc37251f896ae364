from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from content.folding import folded
from content.models import Article, ArticleRevision, GlossaryTerm
from content.pictures import with_pictures
from content.rendering import rendered
from content.review_line import is_overdue, review_line
from content.sources import sources_of, words_of

URGENT = "symptoms-and-urgent-help"


@login_not_required
def guide(request: HttpRequest) -> HttpResponse:
    articles = list(Article.objects.public().without_text())
    urgent = next((article for article in articles if article.slug == URGENT), None)
    return render(request, "content/guide.html", {"articles": articles, "urgent": urgent})


@login_not_required
def article(request: HttpRequest, slug: str) -> HttpResponse:
    found = Article.objects.public().filter(slug=slug).first()
    if found is None or found.published is None:
        raise Http404
    return render(request, "content/article.html", article_page(found, found.published) | neighbors(found))


def article_page(article: Article, revision: ArticleRevision) -> dict:
    """Also for the preview of a draft."""
    text, today = rendered(revision), timezone.localdate()
    return {
        "article": article,
        "revision": revision,
        "review_line": review_line(article, revision, today=today),
        "overdue": is_overdue(article, today=today),
        "text": with_pictures(text["html"]),
        "contents": text["contents"],
        "sources": sources_of(text),
        "words": words_of(text),
        "crumbs": [(_("Understanding ALL"), reverse("content:guide"))],
    }


def neighbors(current: Article) -> dict[str, Article | None]:
    articles = list(Article.objects.public().without_text())
    place = next((n for n, article in enumerate(articles) if article.pk == current.pk), None)
    if place is None:
        return {"previous": None, "next": None}
    return {
        "previous": articles[place - 1] if place else None,
        "next": articles[place + 1] if place + 1 < len(articles) else None,
    }


@login_not_required
def glossary(request: HttpRequest) -> HttpResponse:
    terms = sorted(GlossaryTerm.objects.prefetch_related("references"), key=lambda term: folded(term.term))
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=first_letter)]
    return render(request, "content/glossary.html", {"letters": letters})


def first_letter(term: GlossaryTerm) -> str:
    return folded(term.term)[:1].upper()
