"""In which language a request is answered.

Guaranteed: a public page depends on its address alone. No cookie is set or read for the language and Accept-Language is
never looked at, so nothing need vary on them. A page that is somebody's own follows that person or house instead:
its zone calls `activate_for` once it knows whose page it is. Held by tests/languages/test_addresses.py.
"""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import activate, get_language, override

from languages.addresses import language_of


class Spoken(HttpRequest):
    """A request as it is noted on here; for the type checker, none is ever made."""

    LANGUAGE_CODE: str
    """Django's own name for it."""
    follows_its_reader: bool


class LanguageMiddleware:
    """Stands outside of everything that writes words. The language ends with the request, also where a zone changed it:
    the next request of this thread is somebody else's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with override(language):
            cast(Spoken, request).LANGUAGE_CODE = language
            return self.get_response(request)


def activate_for(request: HttpRequest, language: str) -> None:
    """What is left of this request, error pages too, is in the language of the enquiry, the house or the account,
    whatever its address says. One that is not offered (any more) is answered in English.

        activate_for(request, enquiry.language)              the family's zone, after its code was looked up
        activate_for(request, quote_request.hospital.language)   the hospital's
    """
    spoken = known(language)
    activate(spoken)
    noted = cast(Spoken, request)
    noted.LANGUAGE_CODE, noted.follows_its_reader = spoken, True


def language_in_use() -> str:
    """That of the page at hand, for what stands in the database once a language."""
    return get_language() or settings.LANGUAGE_CODE


def known(language: str) -> str:
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
