"""Levels two and three only (the page's title is the one first heading), each with an address, listed on top."""

from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from content.rendering.text import plain


def heading_rule(state: StateCore) -> None:
    used: set[str] = {"main", "sources", "words"}
    contents: list[dict[str, str]] = []
    for index, token in enumerate(state.tokens):
        if token.type not in {"heading_open", "heading_close"}:
            continue
        token.tag = "h2" if token.tag in {"h1", "h2"} else "h3"
        if token.type == "heading_open":
            title = plain(state.tokens[index + 1])
            place = free_place(title, used)
            token.attrSet("id", place)
            if token.tag == "h2":
                contents.append({"id": place, "title": title})
    state.env["contents"] = contents


def free_place(title: str, used: set[str]) -> str:
    base = slugify(title, allow_unicode=True)[:60].strip("-") or "section"
    if base.startswith(("source-", "cite-", "note-")):
        base = f"on-{base}"
    place, count = base, 1
    while place in used:
        count += 1
        place = f"{base}-{count}"
    used.add(place)
    return place


def use_headings(md: MarkdownIt) -> None:
    md.core.ruler.push("headings", heading_rule)
