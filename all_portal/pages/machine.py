"""What programs read: is it up, what may be crawled, whom to tell about a hole."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from enquiries.background.outbox import oldest_waiting_at
from languages.addresses import address_in

PLAIN = "text/plain; charset=utf-8"
CLOSED_TO_ROBOTS = (  # in every language; the desk has one address
    "/clinic/",
    "/enquiry/",
    "/status/",
    "/report/",
)
SECURITY_TXT_DAYS = 180
OUTBOX_LATE = timedelta(minutes=10)


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the database answers (200 or 503) and whether mail leaves ("late" after ten minutes). A late outbox is
    no 503: the web process is well, and taking it out of service would not bring the worker back."""
    try:
        waiting_since = oldest_waiting_at()
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    late = waiting_since is not None and timezone.now() - waiting_since > OUTBOX_LATE
    return JsonResponse({"status": "ok", "outbox": "late" if late else "ok"})


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = [address_in(path, code) for code, _name in settings.LANGUAGES for path in CLOSED_TO_ROBOTS]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ["/admin/", *closed]), ""]
    lines.append(f"Sitemap: {settings.SITE_URL}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Asked for by those who read no page first."""
    return redirect(static("img/favicon.ico"))


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. It asks for an expiry less than a year away; each answer renews it."""
    expires = timezone.now() + timedelta(days=SECURITY_TXT_DAYS)
    lines = [
        f"Contact: mailto:{settings.OPERATOR_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en, de",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
