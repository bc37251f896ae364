"""The page for when nothing can be relied on: the database away, or a fault of ours.

Guaranteed: it needs no database, no session and no template engine, and brings its style with it. It is in the
language of the page that broke; if the texts themselves are what is broken, in English.
Held by tests/portal/pages/test_broken_page.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from all_portal.serving.style_digest import style_digest
from languages.addresses import language_of, prefix_of
from languages.templatetags.languages import direction_of

SKELETON = Path(__file__).resolve().parent.parent.parent / "templates" / "broken.html"


@dataclass(frozen=True)
class Sentences:
    title: str
    what: str
    sending: str


FAULT = Sentences(
    _("Something went wrong on our side"),
    _(
        "This page broke while it was being made. That is our fault and not yours. The people who run the portal can "
        "see that it happened."
    ),
    _(
        "If you were sending a form, go back: your browser has usually kept what you typed. Sending it again is safe. "
        "It will not be counted twice."
    ),
)
AWAY = Sentences(
    _("Back in a moment"),
    _("The portal is being restarted or has too much to do just now. This usually takes less than a minute."),
    _(
        "If you were sending a form, go back and send it again shortly: your browser has usually kept what you typed, "
        "and it will not be counted twice."
    ),
)
AROUND = {
    "emergency": _("Emergency"),
    "urgent": _("New acute leukemia is an emergency."),
    "do_not_wait": _("Do not delay treatment where you are, and do not wait for this page."),
    "start": _("Start page"),
    "guide": _("Understanding ALL"),
    "status": _("Follow my enquiry"),
}


def broken_page(request: HttpRequest, sentences: Sentences, *, status: int) -> HttpResponse:
    skeleton, style_hash = _read()
    policy = f"default-src 'none'; style-src '{style_hash}'; base-uri 'none'; frame-ancestors 'none'"
    return HttpResponse(
        skeleton.substitute(_words(_language(request), sentences)),
        status=status,
        headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"},
    )


def _language(request: HttpRequest) -> str:
    """What the page was to be in: its reader's, if that was known already, else that of its address."""
    return getattr(request, "LANGUAGE_CODE", None) or language_of(request.path_info)


def _words(language: str, sentences: Sentences) -> dict[str, str]:
    try:
        with override(language):
            return _said(language, sentences, gettext)
    except Exception:  # whatever is wrong with the texts, this page must stand
        return _said(settings.LANGUAGE_CODE, sentences, str)


def _said(language: str, sentences: Sentences, translate: Callable[[str], str]) -> dict[str, str]:
    said = {name: escape(translate(text)) for name, text in (AROUND | vars(sentences)).items()}
    place = {"language": language, "direction": direction_of(language), "prefix": f"/{prefix_of(language)}"}
    return said | place


@cache
def _read() -> tuple[Template, str]:
    text = SKELETON.read_text()
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    return Template(text), style_digest(style[1] if style else "")
