"""Headers on every answer, and a plain refusal of bytes that no page can mean."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from all_portal.serving.errors import bad_request
from all_portal.serving.permissions_policy import PERMISSIONS_POLICY
from languages.addresses import without_language

PERSONAL_PREFIXES = ("/status/", "/clinic/", "/admin/", "/enquiry/", "/staff/")


def is_personal(request: HttpRequest) -> bool:
    """By the address in the portal and by the whole one: they differ where a server sets SCRIPT_NAME. In any
    language."""
    paths = (request.path_info, request.path)
    return any(without_language(path).startswith(PERSONAL_PREFIXES) for path in paths)


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if is_personal(request):
            patch_cache_control(response, no_store=True, private=True)
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


class RejectInvalidInputMiddleware:
    """PostgreSQL refuses NUL in any text, SQLite does not: without this one request is a 500 on one of them only.
    Cookies too: a quoted cookie may hold any byte as an octal escape."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_unusable(request.path) or "\x00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request)
        if any(has_unusable(key) or any(map(has_unusable, values)) for key, values in request.GET.lists()):
            return bad_request(request)
        if any(map(has_unusable, request.COOKIES.values())):
            return bad_request(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        values = [value for value in kwargs.values() if isinstance(value, str)]
        return bad_request(request) if any(map(has_unusable, values)) else None


def has_unusable(text: str) -> bool:
    """NUL, and lone surrogates, which no database and no UTF-8 answer can hold."""
    return "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text)
