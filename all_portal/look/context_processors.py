from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi


def site(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page. Reads no cookie, session or user: public pages stay cookie-free."""
    return {
        "language_code": get_language() or settings.LANGUAGE_CODE,
        "text_direction": "rtl" if get_language_bidi() else "ltr",
        "site_url": settings.SITE_URL,
        "demo": settings.DEMO,
    }
