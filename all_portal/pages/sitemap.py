"""The public addresses, for search engines. Each app's own models say what is public and where it is."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from content.models import Article
from hospitals.models import Hospital
from programs.models import Program

FIXED = (
    "pages:home",
    "programs:list",
    "hospitals:list",
    "content:guide",
    "content:glossary",
    "pages:about",
    "pages:privacy",
    "pages:imprint",
    "pages:accessibility",
)


def addresses() -> Iterator[str]:
    yield from map(reverse, FIXED)
    for hospital in Hospital.objects.published():
        yield hospital.get_absolute_url()
    for program in Program.objects.listed():
        yield program.get_absolute_url()
    for article in Article.objects.public().without_text():
        yield article.get_absolute_url()


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    rows = "".join(f"<url><loc>{escape(settings.SITE_URL + path)}</loc></url>\n" for path in addresses())
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
