"""The style that stands in a public page itself, and the word of the content policy that lets it."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP, build_policy

from all_portal import stylesheet
from all_portal.middleware import PERSONAL_PREFIXES

# The first that fits; a page that is not here loads the whole sheet, which it shares with the forms.
PLACES = {
    "handout": ("/leukemia/emergency-signs/", "/coming-to-germany/papers/"),
    "finder": ("/programs/", "/hospitals/"),
    "reading": (
        *("/leukemia/", "/glossary/", "/search/"),
        *("/about/", "/privacy/", "/imprint/", "/accessibility/"),
    ),
}


def sheet_of(path: str, *, instead: str = "") -> str:
    """The name of the small sheet for the page at `path`; empty where the whole one is loaded. `instead`: for a message
    that stands in a page's place. Personal pages travel unpacked, so they never hold their style."""
    if path.startswith(PERSONAL_PREFIXES):
        return ""
    if path == "/" and not instead:
        return "finder"
    return instead or next((sheet for sheet, places in PLACES.items() if path.startswith(places)), "")


@cache
def _kept(sheet: str) -> tuple[str, str]:
    return made(sheet)


def made(sheet: str) -> tuple[str, str]:
    text = stylesheet.joined(sheet)
    return text, f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def style_in(request: HttpRequest, sheet: str) -> str:
    """The rules to stand between <style> and </style>; the answer to this request will allow exactly them."""
    text, digest = made(sheet) if settings.DEBUG else _kept(sheet)
    request.style_in_page = digest  # type: ignore[attr-defined]
    return text


class PageStyleMiddleware:
    """Outside of what turns a page into a 304: browsers take the policy of a 304 for the page they hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        digest = getattr(request, "style_in_page", "")
        if digest and CSP.HEADER_ENFORCE not in response.headers:
            policy: dict[str, list[str]] = {**settings.SECURE_CSP, "style-src": [digest]}
            response.headers[str(CSP.HEADER_ENFORCE)] = build_policy(policy)
        return response
