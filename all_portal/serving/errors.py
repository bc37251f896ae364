"""Error pages in the portal's own voice. They use no session, user or database."""

import sys
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from all_portal.serving.broken_page import AWAY, FAULT, broken_page

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
RETRY_SECONDS = 15


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return too_large(request)
    return render(request, "400.html", status=400)


@login_not_required
def too_large(request: HttpRequest) -> HttpResponse:
    """A body or a number of files beyond what any form takes; less than that is answered at the form's field."""
    _read_off(request)
    limits = {"files": settings.MAX_ENQUIRY_FILES, "megabytes": settings.MAX_FILE_BYTES // 2**20}
    return render(request, "413.html", limits, status=413)


def _read_off(request: HttpRequest) -> None:
    """A browser reads no answer before it has sent its body: left unread, the body would break the connection."""
    left = 4 * settings.MAX_UPLOAD_BODY_BYTES
    with suppress(OSError):
        while left > 0 and (chunk := request.read(2**16)):
            left -= len(chunk)


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's key did not match: cookies blocked, or the page stood open for very long."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """A database that is away (restarting, or out of connections) is no fault in the page: say "in a moment"."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request)
    return broken_page(request, FAULT, status=500)


@login_not_required
def unavailable(request: HttpRequest) -> HttpResponse:
    response = broken_page(request, AWAY, status=503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
