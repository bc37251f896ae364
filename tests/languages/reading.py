"""Reads a page as a person does, in the made-up language: gives the words in it that no translator can reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby

from tests.languages.made_up import CODE, is_made_up

SILENT = {"script", "style", "template"}
NO_END = {"meta", "link", "input", "br", "img", "hr", "wbr", "path", "circle", "line", "rect", "use"}
SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder", "data-label")
META = {"description", "og:title", "og:description", "og:image:alt"}
# Titles of others' works, in the words of their authors.
TITLES_OF_OTHERS = {"source", "sources", "comparison-sources"}
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+\.\w+|(?<!\w)/[\w/.-]+/")
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass
class Element:
    tag: str
    aside: bool
    """Said to be in another language, or somebody's own words in whatever language."""


class Reader(HTMLParser):
    """Every text a person sees or hears, without those marked as another language, as people's own words
    (dir="auto") or as titles of others' works."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[Element] = []
        self.feed(re.sub(r"</?mark>", "", html))  # what a search lights up is still one text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        aside = self._aside or is_aside(at)
        if tag not in NO_END:
            self._open.append(Element(tag, aside))
        if aside:
            return
        self.texts += [at[name] for name in SPOKEN if at.get(name)]
        if tag == "meta" and (at.get("name") or at.get("property")) in META:
            self.texts.append(at["content"])
        if tag == "input" and at.get("type") in {"submit", "button"}:
            self.texts.append(at.get("value", ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in NO_END:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while tag in {one.tag for one in self._open} and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._aside and not SILENT & {one.tag for one in self._open}:
            self.texts.append(data)

    @property
    def _aside(self) -> bool:
        return bool(self._open) and self._open[-1].aside


def is_aside(at: dict[str, str]) -> bool:
    other = at.get("lang", CODE) != CODE
    return other or at.get("dir") == "auto" or bool(TITLES_OF_OTHERS & set(at.get("class", "").split()))


def plain_runs(text: str) -> Iterator[str]:
    """Words one after the other that are as they were in English; a single letter is no word."""
    words = WORDS.findall(ADDRESS.sub(" ", text))
    for made, run in groupby(words, key=is_made_up):
        found = " ".join(run)
        if not made and re.search(r"[A-Za-z]{2}", found):
            yield found


def left_in_english(html: str) -> list[str]:
    return [run for text in Reader(html).texts for run in plain_runs(text)]
