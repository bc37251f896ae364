from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.models import Article, ArticleRevision, GlossaryTerm, Reference
from content.pages.listing import Listed, listed
from content.pages.review_line import is_overdue, review_line
from content.pages.signs import sheet_text, signs_of
from content.pages.sources import sources_of, words_of
from content.pages.structured import article_data, guide_data
from content.rendering import rendered
from content.rendering.pictures import with_pictures
from content.words.folding import folded
from content.words.slugs import URGENT
from ground.berlin import today_in_berlin
from ground.taken_down import taken_down
from languages.activation import language_in_use


@login_not_required
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    language = language_in_use()
    articles = listed(language)
    urgent = any(article.slug == URGENT for article, _text in articles)
    structured = [guide_data(url=reverse("content:guide"), name=_("Understanding ALL"), language=language)]
    context = {"articles": articles, "urgent": urgent, "structured": structured}
    return render(request, "content/guide.html", context)


@login_not_required
@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    language = language_in_use()
    found = Article.objects.public().with_translations(language).filter(slug=slug).first()
    text = found.text_in(language) if found else None
    if found is None or text is None:
        once = ArticleRevision.objects.filter(article__slug=slug, published_at__isnull=False)
        return taken_down(request, was_public=once.exists())
    context = article_page(found, text) | neighbors(found, language)
    context["structured"] = [article_data(found, text)]
    return render(request, "content/article.html", context)


@login_not_required
@require_safe
def signs(request: HttpRequest) -> HttpResponse:
    """Never missing: without its article it still says what to do."""
    language = language_in_use()
    found = Article.objects.public().with_translations(language).filter(slug=URGENT).first()
    text = sheet_text(found, language) if found else None
    context: dict = {"article": found, "crumbs": [(_("Understanding ALL"), reverse("content:guide"))]}
    if found and text:
        today = today_in_berlin()
        context |= signs_of(found, text)
        context["source"] = text
        context["review_line"] = review_line(found, text, today=today)
        context["overdue"] = is_overdue(found, today=today)
    return render(request, "content/signs.html", context)


def article_page(article: Article, revision: ArticleRevision) -> dict:
    """Also for the preview of a draft."""
    text, today, language = rendered(revision), today_in_berlin(), language_in_use()
    first, rest = first_callout(text["html"])
    return {
        "article": article,
        "revision": revision,
        "review_line": review_line(article, revision, today=today),
        "overdue": is_overdue(article, today=today),
        "first": with_pictures(first),
        "text": with_pictures(rest),
        "contents": text["contents"],
        "sources": sources_of(text, language=language),
        "words": words_of(text, language=language),
        "crumbs": [(_("Understanding ALL"), reverse("content:guide"))],
    }


def first_callout(html: str) -> tuple[str, str]:
    """What to do in an emergency stands above everything, the list of contents too."""
    end = html.find("</div>") + len("</div>")
    if not html.startswith('<div class="callout callout--call-now"') or html.count("<div", 0, end) > 1:
        return "", html
    return html[:end], html[end:]


def neighbors(current: Article, language: str) -> dict[str, Listed | None]:
    articles = listed(language)
    place = next((n for n, (article, _t) in enumerate(articles) if article.pk == current.pk), None)
    if place is None:
        return {"previous": None, "next": None}
    return {
        "previous": articles[place - 1] if place else None,
        "next": articles[place + 1] if place + 1 < len(articles) else None,
    }


@login_not_required
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    language = language_in_use()
    references = Prefetch("references", Reference.objects.with_words(language))
    known = GlossaryTerm.objects.prefetch_related(references).in_language(language)
    terms = sorted(known, key=lambda term: folded(term.term))
    rows = [(term, [one.in_language(language) for one in term.references.all()]) for term in terms]
    letters = [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: first_letter(row[0]))]
    return render(request, "content/glossary.html", {"letters": letters})


def first_letter(term: GlossaryTerm) -> str:
    return folded(term.term)[:1].upper()
