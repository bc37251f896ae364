"""The desk as its people come by it, in one language: by the links of its pages, from Today on."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

from django.contrib.auth.models import User
from django.test import Client
from django.urls import resolve, reverse

from accounts.language import set_desk_language

Page = tuple[str, str]
LINK = re.compile(r'href="([^"#]+)')
IN_STATES = {"admin:enquiries_enquiry_change", "admin:content_articlerevision_change"}
"""Two of these, since they are drawn by the state they are in. Of any other page one says it all."""
LEFT_OUT = re.compile(r"/logout/|/jsi18n/|/history/|/delete/|[?&](?:_\w+|o|p|all)\b|&")
"""Sorted or filtered twice, a list says nothing more. What would go with a row Django lists by the names of tables."""


def signed_in(user: User, language: str) -> Client:
    client = Client()
    client.force_login(user)
    set_desk_language(language=language, by=user)
    return client


def read_by(user: User, language: str) -> Iterator[Page]:
    """Each page of the desk that this person comes to, under its address."""
    client = signed_in(user, language)
    start = reverse("admin:index")
    waiting, seen, kinds = deque([start]), {start}, Counter[str]()
    while waiting:
        path = waiting.popleft()
        answer = client.get(path)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        yield f"{user.username}: {path}", answer.text
        for found in LINK.findall(answer.text):
            link = urljoin(path, unescape(found))
            if (
                link not in seen
                and is_of_the_desk(link)
                and kinds[kind(link)] < 1 + (kind(link) in IN_STATES)
            ):
                seen.add(link)
                kinds[kind(link)] += 1
                waiting.append(link)


def is_of_the_desk(link: str) -> bool:
    return link.startswith("/admin/") and not LEFT_OUT.search(link)


def kind(link: str) -> str:
    """The page and the names of what is asked of it, not which row and not which value."""
    parts = urlsplit(link)
    found = resolve(parts.path)
    return " ".join([found.view_name, *sorted(parse_qs(parts.query, keep_blank_values=True))])
