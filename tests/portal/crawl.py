"""Every public page as a visitor reaches it: from the first page, by the links alone."""

import json
import re
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.test import Client

PERSONAL = ("/enquiry/", "/status/", "/clinic/", "/admin/")
SILENT = {"script", "style", "template"}
ADDRESSES = {"href", "src", "action", "formaction"}
NO_END = {"meta", "link", "input", "br", "img", "hr", "wbr"}
TITLES_OF_OTHERS = {"source", "sources", "comparison-sources"}


class Reader(HTMLParser):
    """Links, ids, what the head says, and the words without the markup."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.meta: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.titles: list[str] = []
        self.headings = 0
        self.cited: list[str] = []
        self._inside: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        cites = bool(TITLES_OF_OTHERS & set(given.get("class", "").split())) or self._cites
        if tag not in NO_END:
            self._inside.append((tag, cites))
        if tag == "meta" and ("name" in given or "property" in given):
            key = given.get("name") or given["property"]
            self.meta.setdefault(key, []).append(given.get("content", ""))
        if tag == "link" and given.get("rel") == "canonical":
            self.meta.setdefault("canonical", []).append(given["href"])
        if "id" in given:
            self.ids.append(given["id"])
        self.links += [given[name] for name in ADDRESSES & given.keys()]
        self.words += [given[name] for name in ("alt", "aria-label", "title") if name in given]
        self.headings += tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.titles.append(data)
        elif not SILENT & self._open:
            (self.cited if self._cites else self.words).append(data)

    @property
    def _open(self) -> set[str]:
        return {tag for tag, _cites in self._inside}

    @property
    def _cites(self) -> bool:
        return bool(self._inside) and self._inside[-1][1]


@dataclass
class Page:
    path: str
    status: int
    html: str
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    text: str = ""
    """The portal's own words, without the titles of its sources."""
    cited: str = ""
    headings: int = 0

    @property
    def data(self) -> list[dict]:
        """What schema.org's data block holds."""
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', self.html, re.DOTALL)
        return [thing for block in blocks for thing in json.loads(block)["@graph"]]

    @property
    def is_for_search(self) -> bool:
        return not any("noindex" in one for one in self.meta.get("robots", []))


def read(path: str, client: Client) -> Page:
    response = client.get(path)
    html = response.content.decode() if response.headers["Content-Type"].startswith("text/html") else ""
    reader = Reader()
    reader.feed(html)
    return Page(
        path=path,
        status=response.status_code,
        html=html,
        links=reader.links,
        ids=reader.ids,
        meta=reader.meta,
        title="".join(reader.titles).strip(),
        text=re.sub(r"\s+", " ", " ".join(reader.words)),
        cited=re.sub(r"\s+", " ", " ".join(reader.cited)),
        headings=reader.headings,
    )


def own(link: str, base: str) -> tuple[str, str] | None:
    """(address, fragment) of a link into the portal itself."""
    parts = urlsplit(urljoin(f"http://testserver{base}", link))
    if parts.scheme != "http" or parts.netloc != "testserver":
        return None
    address, fragment = urldefrag(parts._replace(scheme="", netloc="").geturl())
    return address, fragment


def kind(address: str) -> tuple[str, ...]:
    """Two addresses of one path whose queries name the same things are one kind: the first is visited."""
    parts = urlsplit(address)
    path = re.sub(r"[^/]+", "x", parts.path) if parts.query else parts.path
    return path, *sorted(parse_qs(parts.query, keep_blank_values=True))


def crawl(client: Client, start: str = "/") -> dict[str, Page]:
    pages: dict[str, Page] = {}
    waiting, seen = deque([start]), {kind(start)}
    while waiting:
        page = pages[path] = read(path := waiting.popleft(), client)
        if urlsplit(path).path.startswith(PERSONAL):
            continue
        for link in page.links:
            address, _fragment = own(link, path) or ("", "")
            if address and not address.startswith("/static/") and kind(address) not in seen:
                seen.add(kind(address))
                waiting.append(address)
    return pages
