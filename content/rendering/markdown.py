"""The parser: CommonMark and tables, raw HTML and images off, and the guide's own marks."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from content.rendering.blocks import use_blocks
from content.rendering.citations import use_citations
from content.rendering.glossary_links import use_glossary
from content.rendering.headings import use_headings
from content.rendering.sanitizing import is_good_address, sanitized
from content.rendering.text import minutes_to_read, plain_text
from content.rendering.vocabulary import Vocabulary
from ground.translated import SOURCE
from languages.addresses import address_in

# Raise it with every change of this folder that changes the HTML: kept texts are then made anew.
RENDER_VERSION = 3


class Rendered(TypedDict):
    html: str
    contents: list[dict[str, str]]
    cited: list[tuple[str, int]]
    terms: list[str]
    text: str
    minutes: int


def render_table_opening(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return '<div class="table-wrap" tabindex="0"><table class="table">\n'


def render_table_closing(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def render_heading_cell(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return '<th scope="col">'


def render_link_opening(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[index]
    address = str(token.attrGet("href"))
    if address.startswith("http"):
        token.attrSet("rel", "noopener")
    elif address.startswith("/"):
        token.attrSet("href", address_in(address, env["language"]))
    return self.renderToken(tokens, index, options, env)


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    md = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["image", "html_block", "html_inline"])
    )
    md.validateLink = is_good_address  # type: ignore[method-assign, assignment]
    use_citations(md)
    use_blocks(md)
    use_headings(md)
    use_glossary(md)
    md.add_render_rule("link_open", render_link_opening)
    md.add_render_rule("table_open", render_table_opening)
    md.add_render_rule("table_close", render_table_closing)
    md.add_render_rule("th_open", render_heading_cell)
    return md


def render(body: str, vocabulary: Vocabulary, *, language: str = SOURCE) -> Rendered:
    """Links to our own pages lead to those of `language`."""
    md = parser()
    env: dict = {"vocabulary": vocabulary, "language": language}
    tokens = md.parse(body, env)
    html = sanitized(md.renderer.render(tokens, md.options, env))
    text = plain_text(tokens)
    return {
        "html": html,
        "contents": env["contents"],
        # Lists, not tuples: what is kept as JSON must compare equal to what was just made.
        "cited": [[key, count] for key, count in env["cited"].items()],  # type: ignore[misc]
        "terms": list(env["terms"]),
        "text": text,
        "minutes": minutes_to_read(text),
    }
