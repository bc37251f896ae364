"""Reads the pages of the programs as a person does: what is ticked, what is said."""

import re

from django.urls import reverse

FINDER = reverse("programs:list")


def html(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def boxes(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="p" value="([^"]+)"', page)


def ticked(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="(?:p|advise)" value="([^"]+)" checked', page)


def notices(page: str) -> list[str]:
    found = re.search(r'<ul class="notices".*?</ul>', page, re.S)
    return [words(one) for one in re.findall(r"<li.*?</li>", found[0], re.S)] if found else []
