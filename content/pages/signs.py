"""The signs that cannot wait, as one sheet to print. Its words are those of the article: what an editor changes there
and a reviewer approves stands here at once, and nowhere does a second version grow old."""

import re

from django.utils.safestring import SafeString

from content.models import Article, ArticleRevision
from content.rendering import rendered
from content.rendering.pictures import with_pictures

# The parts shown, by their place in the contents of the text in the source language. The first signs of ALL, weight
# loss among them, are not for here.
SECTIONS = ("at-what-temperature-should-we-call", "which-signs-point-to-the-brain-or-the-chest")
HEADING = re.compile(r'(?=<h2 id=")')
HEADING_LINE = re.compile(r'^<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
BACK_LINK = re.compile(r' id="cite-[^"]*"')


def signs_of(article: Article, text: ArticleRevision) -> dict:
    """`urgent`: the article's first callout; `parts`: (id, title, html) of the sections that are there."""
    html = with_sources_at(article.get_absolute_url(), rendered(text)["html"])
    opening, *sections = HEADING.split(html)
    found = dict(filter(None, map(part_of, sections)))
    parts = [(name, *found[name]) for name in sections_in(article, text) if name in found]
    return {"urgent": with_pictures(first_callout(opening)), "parts": parts}


def sheet_text(article: Article, language: str) -> ArticleRevision | None:
    """A translation is for this sheet only if all that the sheet shows is in it."""
    text = article.text_in(language)
    if text and text != article.published:
        signs = first_callout(rendered(text)["html"])
        if not signs or not sections_in(article, text):
            return article.published
    return text


def sections_in(article: Article, text: ArticleRevision) -> list[str]:
    """SECTIONS as they are called in this text: a translation's headings stand in the same order."""
    if article.published is None or text == article.published:
        return [*SECTIONS]
    known = [part["id"] for part in rendered(article.published)["contents"]]
    own = [part["id"] for part in rendered(text)["contents"]]
    theirs = dict(zip(known, own, strict=True)) if len(known) == len(own) else {}
    return [theirs[name] for name in SECTIONS if name in theirs]


def part_of(section: str) -> tuple[str, tuple[SafeString, SafeString]] | None:
    match = HEADING_LINE.match(section)
    if match is None:
        return None
    return match[1], (with_pictures(match[2]), with_pictures(section[match.end() :]))


def first_callout(html: str) -> str:
    start = html.find('<div class="callout callout--call-now"')
    end = html.find("</div>", start) + len("</div>")
    return html[start:end] if start >= 0 else ""


def with_sources_at(address: str, html: str) -> str:
    """The small numbers lead to the article's list of sources."""
    return BACK_LINK.sub("", html).replace('href="#source-', f'href="{address}#source-')
