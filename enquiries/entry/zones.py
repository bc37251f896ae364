"""The two personal zones' sessions: a redeemed access code opens one enquiry or one request, for a while.

The session holds the code's number, never the code. Each request looks it up again, so that a revoked, replaced or
expired code ends the session at once. 30 minutes idle, 8 hours at most (settings.FAMILY_SESSION, HOSPITAL_SESSION).

Held by tests/enquiries/entry/test_door.py and test_visits.py.
"""

import time

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from enquiries.models import AccessCode

KEY = "zone_{purpose}"
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
    idle, absolute = (
        settings.FAMILY_SESSION if purpose == AccessCode.Purpose.FAMILY else settings.HOSPITAL_SESSION
    )
    now = int(time.time())
    if now - entry["seen"] > idle.total_seconds() or now - entry["entered"] > absolute.total_seconds():
        return None
    codes = AccessCode.objects.usable().filter(purpose=purpose)
    code = (
        codes.select_related("enquiry", "quote_request__hospital", "quote_request__enquiry")
        .filter(pk=entry["code"])
        .first()
    )
    if code is not None and now - entry["seen"] > TOUCH_EVERY:
        request.session[key] = entry | {"seen": now}
    return code


def end_visit(request: HttpRequest, purpose: str) -> int | None:
    """Ends a visit that is not good any more; the number of the code it was entered with."""
    entry = request.session.pop(KEY.format(purpose=purpose), None)
    return entry["code"] if isinstance(entry, dict) else None
