"""The style that stands in a public page itself, and the word of the content policy that lets it."""

from collections.abc import Callable
from functools import cache
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from all_portal.look import stylesheet
from all_portal.serving.middleware import is_personal
from all_portal.serving.style_digest import style_digest
from languages.addresses import without_language

# The first that fits; a page that is not here loads the whole sheet, which it shares with the forms.
PLACES = {
    "handout": ("/leukemia/emergency-signs/", "/coming-to-germany/papers/"),
    "finder": ("/programs/", "/hospitals/"),
    "reading": (
        *("/leukemia/", "/glossary/", "/search/", "/report/thanks/"),
        *("/about/", "/privacy/", "/imprint/", "/accessibility/"),
    ),
}


class Styled(HttpRequest):
    """A request whose page holds its style; for the type checker, none is ever made."""

    style_in_page: str


def sheet_of(request: HttpRequest, *, instead: str = "") -> str:
    """The name of the small sheet for the page asked for; empty where the whole one is loaded. `instead`: for a message
    that stands in a page's place. Personal pages travel unpacked, so they never hold their style."""
    if is_personal(request):
        return ""
    path = without_language(request.path)
    if path == "/" and not instead:
        return "finder"
    places = PLACES.items()
    return instead or next((sheet for sheet, starts in places if path.startswith(starts)), "")


def style_in(request: HttpRequest, sheet: str) -> str:
    """The rules to stand between <style> and </style>; the answer to this request will allow exactly them."""
    rules, word = _joined(sheet) if settings.DEBUG else _joined_once(sheet)
    cast(Styled, request).style_in_page = word
    return rules


def _joined(sheet: str) -> tuple[str, str]:
    rules = stylesheet.joined(sheet)
    return rules, f"'{style_digest(rules)}'"


_joined_once = cache(_joined)


class PageStyleMiddleware:
    """Inside Django's own for the content policy, which makes the header; outside of what turns a page into a 304:
    browsers take the policy of a 304 for the page they hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        word = getattr(request, "style_in_page", "")
        # What a view, or Django's own page of a fault, chose itself stands.
        if word and not hasattr(response, "_csp_config"):
            vars(response)["_csp_config"] = {**settings.SECURE_CSP, "style-src": [word]}
        return response
