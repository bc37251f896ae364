"""What a search engine or a messenger reads of a page: its title and description once more, and its data block."""

import json
from collections.abc import Iterator
from html import unescape

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Inside a script element only these could end it or open another; JSON reads the escapes as the same characters.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@register.simple_block_tag(takes_context=True)
def keep(context: Context, content: str, name: str) -> str:
    """Holds what stands between under a name, so that a block can be shown in more than one place. As plain text: it is
    escaped where it is shown, and an apostrophe must not be escaped twice."""
    context[name] = unescape(content.strip())
    return ""


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString | str:
    """The page's schema.org data: `structured` as the view gave it, and the way here from `crumbs`."""
    graph = [*(context.get("structured") or ()), *_way_here(context)]
    if not graph:
        return ""
    return data_block({"@context": "https://schema.org", "@graph": graph})


def data_block(data: dict) -> SafeString:
    """A browser runs no script of this type, so the content policy has nothing to say about it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


def _way_here(context: Context) -> Iterator[dict]:
    crumbs = context.get("crumbs")
    if not crumbs:
        return
    here = (context.get("page_title", ""), context["request"].path)
    places = [
        {"@type": "ListItem", "position": number, "name": str(label), "item": settings.SITE_URL + url}
        for number, (label, url) in enumerate([*crumbs, here], 1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": places}
