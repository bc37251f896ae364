"""`[^KEY]` or `[^KEY,KEY]` after a sentence: small numbers that lead to the list of sources.

Sentence after sentence with the same sources would bury the words under numbers. So of neighboring sentences
with the very same sources only the last shows them; the page says that a number also covers these.
"""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from content.models.sources import REFERENCE_KEY

CITATION = re.compile(rf"\[\^\s*({REFERENCE_KEY}(?:\s*,\s*{REFERENCE_KEY})*)\s*\]")
SENTENCE_ENDS = re.compile(r"[.!?:](?=\s|$)")


def keys_in(text: str) -> list[str]:
    return [key.strip() for match in CITATION.finditer(text) for key in match[1].split(",")]


def citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match or state.linkLevel:
        return False
    if not silent:
        keys = dict.fromkeys(key.strip() for key in match[1].split(","))
        state.push("citation", "", 0).meta = {"keys": list(keys)}
    state.pos = match.end()
    return True


def numbering_rule(state: StateCore) -> None:
    """Numbers in reading order; each mention gets its own address, so that the list can lead back to it."""
    cited: dict[str, int] = {}
    for token in state.tokens:
        if token.type == "inline":
            token.children = without_repeats(token.children or [])
            for child in token.children:
                if child.type == "citation":
                    child.meta["cited"] = [count(key, cited) for key in child.meta["keys"]]
    state.env["cited"] = cited


def count(key: str, cited: dict[str, int]) -> tuple[int, int]:
    cited[key] = cited.get(key, 0) + 1
    return list(cited).index(key) + 1, cited[key]


def without_repeats(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    between, earlier = "", None
    for child in children:
        if child.type != "citation":
            between += " " if child.type.endswith("break") else child.content
        else:
            if earlier and earlier.meta["keys"] == child.meta["keys"] and is_one_sentence(between):
                kept.remove(earlier)
            between, earlier = "", child
        kept.append(child)
    return kept


def is_one_sentence(text: str) -> bool:
    return len(SENTENCE_ENDS.findall(text)) <= 1


def render_citation(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    links = ",".join(
        f'<a href="#source-{source}" id="cite-{source}-{mention}">{source}</a>'
        for source, mention in sorted(tokens[index].meta["cited"])
    )
    title = _("Sources")
    return f'<sup class="cite"><span class="visually-hidden">{title} </span>{links}</sup>'


def use_citations(md: MarkdownIt) -> None:
    md.inline.ruler.before("link", "citation", citation_rule)
    md.core.ruler.push("citation_numbers", numbering_rule)
    md.add_render_rule("citation", render_citation)
