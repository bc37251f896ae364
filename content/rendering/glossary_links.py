"""Links a term where it stands first in a text: not in headings, links, code or titles of callouts."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from content.rendering.vocabulary import Vocabulary


def glossary_rule(state: StateCore) -> None:
    vocabulary: Vocabulary = state.env["vocabulary"]
    linked: dict[str, None] = state.env.setdefault("terms", {})
    if vocabulary.pattern is None:
        return
    before = ""
    for token in state.tokens:
        if token.type == "inline" and before != "heading_open":
            token.children = with_links(token.children or [], vocabulary, linked)
        before = token.type


def with_links(children: list[Token], vocabulary: Vocabulary, linked: dict[str, None]) -> list[Token]:
    result: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type in {"link_open", "link_close"} else 0
        if child.type == "text" and not depth:
            result.extend(pieces(child, vocabulary, linked))
        else:
            result.append(child)
    return result


def pieces(token: Token, vocabulary: Vocabulary, linked: dict[str, None]) -> list[Token]:
    assert vocabulary.pattern is not None  # noqa: S101  (glossary_rule leaves before)
    result, done = [], 0
    for match in vocabulary.pattern.finditer(token.content):
        slug = vocabulary.slug_for(match[0])
        if slug is None or slug in linked:
            continue
        linked[slug] = None
        result.append(text(token.content[done : match.start()]))
        result.extend(link(match[0], slug))
        done = match.end()
    if not result:
        return [token]
    return [*result, text(token.content[done:])]


def text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def link(words: str, slug: str) -> list[Token]:
    attributes: dict[str, str | int | float] = {"class": "term", "href": f"/glossary/#{slug}"}
    return [Token("link_open", "a", 1, attrs=attributes), text(words), Token("link_close", "a", -1)]


def use_glossary(md: MarkdownIt) -> None:
    md.core.ruler.push("glossary", glossary_rule)
