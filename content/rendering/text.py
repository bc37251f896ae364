"""The words of a text without its markup: for headings, reading time and search."""

import math
import re

from markdown_it.token import Token

WORDS_A_MINUTE = 180  # readers who are not at ease with the subject; adults read easy prose at about 240
SPACE = re.compile(r"\s+")


def plain(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in {"text", "code_inline", "text_special"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return SPACE.sub(" ", "".join(parts)).strip()


def plain_text(tokens: list[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type == "inline":
            pieces.append(plain(token))
        elif token.type == "fence_open":
            pieces.append(token.meta["title"])
    return "\n".join(piece for piece in pieces if piece)


def minutes_to_read(text: str) -> int:
    return max(1, math.ceil(len(text.split()) / WORDS_A_MINUTE))
