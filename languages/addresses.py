"""The language of a page is the first word of its address: /about/, /de/about/, /ar/about/. English has no word.

Everything here works on paths as the portal knows them (`request.path_info`), which never hold a query.
"""

from django.conf import settings
from django.urls import LocalePrefixPattern, URLResolver
from django.utils.translation import get_language

from languages.offered import SHORT_ADDRESSES


def address_words() -> dict[str, str]:
    """The first word of an address and its language. Not kept: tests offer other languages."""
    others = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return {SHORT_ADDRESSES.get(code, code): code for code in others}


def prefix_of(language: str | None) -> str:
    """`de/`; empty for English, and for what is not offered (any more), so that a link never leads nowhere."""
    return next((f"{word}/" for word, code in address_words().items() if code == language), "")


def language_of(path: str) -> str:
    """Exactly what the address says, with no guess: `/de-AT/` is no address of ours and stays unknown."""
    return address_words().get(_first_word(path), settings.LANGUAGE_CODE)


def without_language(path: str) -> str:
    """The address of the same page in English."""
    word = _first_word(path)
    return path.removeprefix(f"/{word}") if word in address_words() else path


def address_in(path: str, language: str) -> str:
    """The address of the same page in another language."""
    return f"/{prefix_of(language)}{without_language(path).removeprefix('/')}"


def _first_word(path: str) -> str:
    word, slash, _rest = path.removeprefix("/").partition("/")
    return word if slash else ""


class LanguagePrefix(LocalePrefixPattern):
    """Django's, with our words for the languages: `/zh/` for simplified Chinese, whose code is `zh-hans`."""

    @property
    def language_prefix(self) -> str:
        return prefix_of(get_language())


def in_every_language(*patterns: URLResolver) -> list[URLResolver]:
    """The addresses of pages that people read. What programs and staff ask for has one address only."""
    return [URLResolver(LanguagePrefix(prefix_default_language=False), list(patterns))]
