"""What a page says of its own language and of others: the language line, the alternates for search engines, and the
mark on a text that is in another language than the page."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from languages.addresses import address_in
from languages.names import own_name

register = template.Library()
WIDEST_LETTER = 0.6  # of the size, on the average of a bold line


@dataclass(frozen=True)
class Choice:
    code: str
    own_name: str
    direction: str
    url: str
    is_current: bool


@register.inclusion_tag("components/language_line.html", takes_context=True)
def language_line(context: Context) -> dict:
    """Nothing where there is nothing to choose: with one language; on a page that follows its reader; in answer to
    a form, whose words would be lost by going elsewhere."""
    request = context.get("request")
    if request is None or not has_choice(request):
        return {"choices": []}
    return {"choices": choices(request)}


@register.simple_tag(takes_context=True)
def language_alternates(context: Context) -> SafeString | str:
    """For the head of a public page: the same page in each language, and in English for everyone else. Without the
    query: to a search engine a page is the same whatever was picked."""
    codes = [code for code, _name in settings.LANGUAGES]
    if len(codes) == 1:
        return ""
    path = context["request"].path_info
    rows = [(code, whole_address(path, code)) for code in codes]
    rows.append(("x-default", whole_address(path, settings.LANGUAGE_CODE)))
    return format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', rows)


@register.simple_tag
def in_language(code: str) -> SafeString | str:
    """The attributes of an element whose text is in `code`, with a space before them; empty where the page is in that
    language too. An unknown language (people's own words) is marked by dir="auto" instead."""
    if not code or code == get_language():
        return ""
    return format_html(' lang="{}" dir="{}"', code, direction_of(code))


@register.simple_tag
def words_in(code: str, text: str) -> SafeString | str:
    """A text in `code` where no element of its own holds it: in a span, if the page is in another language."""
    mark = in_language(code)
    return format_html("<span{}>{}</span>", mark, text) if mark else text


@register.simple_tag
def fitting(words: str, room: int, size: int) -> SafeString | str:
    """For a text in a drawing, which can not wrap: words that would leave their `room` are drawn closer, none is cut
    off. Both in the drawing's units. Words that fit, as all English ones do, are left alone."""
    if len(words) * size * WIDEST_LETTER <= room:
        return ""
    return format_html(' textLength="{}" lengthAdjust="spacingAndGlyphs"', room)


def has_choice(request: HttpRequest) -> bool:
    reads = request.method in {"GET", "HEAD"} and not getattr(request, "follows_its_reader", False)
    return reads and len(settings.LANGUAGES) > 1


def choices(request: HttpRequest) -> list[Choice]:
    """The page at hand in each language, with what was picked or asked; the first page where there is none at hand."""
    path = request.path_info if request.resolver_match else "/"
    query = request.META.get("QUERY_STRING", "") if request.resolver_match else ""
    now = get_language()
    return [
        Choice(
            code=code,
            own_name=own_name(code),
            direction=direction_of(code),
            url=local_address(path, code) + (f"?{query}" if query else ""),
            is_current=code == now,
        )
        for code, _name in settings.LANGUAGES
    ]


def local_address(path: str, code: str) -> str:
    return get_script_prefix() + address_in(path, code).removeprefix("/")


def whole_address(path: str, code: str) -> str:
    return settings.SITE_URL + local_address(path, code)


def direction_of(code: str) -> str:
    return "rtl" if code.split("-", maxsplit=1)[0] in settings.LANGUAGES_BIDI else "ltr"
