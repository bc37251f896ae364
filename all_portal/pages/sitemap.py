"""The public addresses, for search engines. Each app's own models say what is public and where it is."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from content.models import Article
from content.pages.structured import changed_on
from hospitals.models import Hospital
from languages.addresses import address_in
from programs.models import Program

FIXED = (
    "pages:home",
    "programs:list",
    "programs:compare",
    "hospitals:list",
    "content:guide",
    "content:glossary",
    "content:signs",
    "pages:papers",
    "pages:search",
    "pages:about",
    "pages:privacy",
    "pages:imprint",
    "pages:accessibility",
)


def addresses() -> Iterator[tuple[str, date | None]]:
    """Each path with the day it last changed, where that is known."""
    yield from ((reverse(name), None) for name in FIXED)
    checked = Hospital.objects.published().annotate(checked_on=Max("facts__checked_on"))
    day_of = {hospital.pk: hospital.checked_on for hospital in checked}
    yield from ((hospital.get_absolute_url(), hospital.checked_on) for hospital in checked)
    for program in Program.objects.listed():
        yield program.get_absolute_url(), day_of.get(program.hospital_id)
    for article in Article.objects.public().without_text():
        if article.published:
            yield article.get_absolute_url(), changed_on(article.published)


def entry(path: str, day: date | None, codes: list[str]) -> str:
    """The page in each language, each of them naming all: so search engines take them for one page's."""
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    others = alternates(path, codes) if len(codes) > 1 else ""
    return "".join(f"<url><loc>{address(path, code)}</loc>{changed}{others}</url>\n" for code in codes)


def alternates(path: str, codes: list[str]) -> str:
    named = [(code, address(path, code)) for code in codes] + [
        ("x-default", address(path, settings.LANGUAGE_CODE))
    ]
    return "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in named)


def address(path: str, code: str) -> str:
    return escape(settings.SITE_URL + address_in(path, code))


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    codes = [code for code, _name in settings.LANGUAGES]
    rows = "".join(entry(path, day, codes) for path, day in addresses())
    alternate = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if len(codes) > 1 else ""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{alternate}>\n{rows}</urlset>\n'
    )
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
