"""The two personal zones' sessions: a redeemed access code opens one enquiry or one request, for a while.

The session holds the code's number, never the code. Each request looks it up again, so that a revoked, replaced or
expired code ends the session at once. 30 minutes idle, 8 hours at most (settings.FAMILY_SESSION, HOSPITAL_SESSION).
"""

import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from enquiries.models import AccessCode
from languages.activation import activate_for

KEY = "zone_{purpose}"
START = {"family": "status:start", "hospital": "clinic:start"}
TOUCH_EVERY = 60


def enter(request: HttpRequest, access_code: AccessCode) -> None:
    """Signs in to the code's zone under a new session key. Another zone's entry in the same browser stays."""
    now = int(time.time())
    request.session.cycle_key()
    request.session[KEY.format(purpose=access_code.purpose)] = {
        "code": access_code.pk,
        "entered": now,
        "seen": now,
    }
    AccessCode.objects.filter(pk=access_code.pk).update(last_used_at=timezone.now())


def leave(request: HttpRequest, purpose: str) -> None:
    request.session.pop(KEY.format(purpose=purpose), None)
    request.session.pop("done", None)  # what was just done was done in this enquiry, not in the next one's
    request.session.cycle_key()


def current_code(request: HttpRequest, purpose: str) -> AccessCode | None:
    """The code this browser has entered with, if it and the session are still good; renews the idle time."""
    key = KEY.format(purpose=purpose)
    entry = request.session.get(key)
    if not isinstance(entry, dict):
        return None
    idle, absolute = settings.FAMILY_SESSION if purpose == "family" else settings.HOSPITAL_SESSION
    now = int(time.time())
    if now - entry["seen"] > idle.total_seconds() or now - entry["entered"] > absolute.total_seconds():
        request.session.pop(key, None)
        return None
    codes = AccessCode.objects.usable().filter(purpose=purpose)
    code = (
        codes.select_related("enquiry", "quote_request__hospital", "quote_request__enquiry")
        .filter(pk=entry["code"])
        .first()
    )
    if code is None:
        request.session.pop(key, None)
    elif now - entry["seen"] > TOUCH_EVERY:
        request.session[key] = entry | {"seen": now}
    return code


def family_zone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets `request.enquiry`; without a good session its reader is sent to the start page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        code = current_code(request, "family")
        if code is None:
            return _to_start(request, "family")
        request.enquiry = code.enquiry  # type: ignore[attr-defined]
        activate_for(request, code.enquiry.language)
        return view(request, *args, **kwargs)

    return login_not_required(never_cache(guarded))


def hospital_zone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets `request.quote_request`, its hospital and enquiry loaded."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        code = current_code(request, "hospital")
        if code is None:
            return _to_start(request, "hospital")
        request.quote_request = code.quote_request  # type: ignore[attr-defined]
        activate_for(request, code.quote_request.hospital.language)  # type: ignore[union-attr]
        return view(request, *args, **kwargs)

    return login_not_required(never_cache(guarded))


def _to_start(request: HttpRequest, purpose: str) -> HttpResponse:
    start = reverse(START[purpose])
    was_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    return redirect(f"{start}?ended=1" if was_in else start)
