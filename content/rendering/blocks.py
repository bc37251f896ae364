"""Blocks fenced by `:::`: callouts at three levels, parts for children or for adults, and drawn pictures."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

CALLOUTS = ("call-now", "ask-team", "good-to-know")
AUDIENCES = ("children", "adults")
PICTURES = ("crowded-out", "lines", "mrd-dots", "path", "phases")
OPENING = re.compile(r"^:::\s*([a-z-]+)(?:\s+(.*?))?\s*$")
CLOSING = re.compile(r"^:::\s*$")
PICTURE = re.compile(r"^\{\{\s*picture:\s*([a-z-]+)\s*\}\}\s*$")
PICTURE_PLACE = re.compile(r'<figure data-picture="([a-z-]+)"></figure>')


def line_at(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def fence_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = OPENING.match(line_at(state, start))
    if not opening or opening[1] not in CALLOUTS + AUDIENCES:
        return False
    if silent:
        return True
    last = next((n for n in range(start + 1, end) if CLOSING.match(line_at(state, n))), end)
    token = state.push("fence_open", "div", 1)
    token.map = [start, last]
    token.meta = {"kind": opening[1], "title": opening[2] or ""}
    kept = (state.lineMax, state.parentType)
    state.lineMax, state.parentType = last, "blockquote"
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.parentType = kept
    state.push("fence_close", "div", -1).meta = token.meta
    state.line = min(last + 1, end)
    return True


def picture_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = PICTURE.match(line_at(state, start))
    if not match or match[1] not in PICTURES:
        return False
    if not silent:
        token = state.push("picture", "figure", 0)
        token.map, token.content = [start, start + 1], match[1]
        state.line = start + 1
    return True


def render_opening(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    kind, title = tokens[index].meta["kind"], escapeHtml(tokens[index].meta["title"])
    env["fences"] = place = env.get("fences", 0) + 1
    named = f' aria-labelledby="note-{place}"' if title else ""
    if kind in AUDIENCES:
        level = "h3" if env.get("contents") else "h2"
        heading = f'<{level} class="audience__title" id="note-{place}">{title}</{level}>\n' if title else ""
        # Without a name of its own a section is no landmark: "In adults" may stand several times on a page.
        return f'<section class="audience audience--{kind}">\n{heading}'
    heading = f'<p class="callout__title" id="note-{place}">{title}</p>\n' if title else ""
    return f'<div class="callout callout--{kind}" role="note"{named}>\n{heading}'


def render_closing(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</section>\n" if tokens[index].meta["kind"] in AUDIENCES else "</div>\n"


def render_picture(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Only its place: the drawing itself is put in when the page is made, in the reader's language."""
    return f'<figure data-picture="{tokens[index].content}"></figure>\n'


def use_blocks(md: MarkdownIt) -> None:
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}
    md.block.ruler.before("fence", "colon_fence", fence_rule, ends)
    md.block.ruler.before("fence", "picture", picture_rule, ends)
    md.add_render_rule("fence_open", render_opening)
    md.add_render_rule("fence_close", render_closing)
    md.add_render_rule("picture", render_picture)
