"""Which pages a reader can report an error on: the public ones. An address never comes with its query, which may tell
what somebody picked."""

from urllib.parse import urlencode

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from languages.addresses import language_of

APPS = {"content", "hospitals", "programs"}
PAGES = {"home", "about", "privacy", "imprint", "accessibility", "papers"}
LONGEST_PATH = 200


def is_reportable(path: str) -> bool:
    if not path.startswith("/") or len(path) > LONGEST_PATH:
        return False
    try:
        with override(language_of(path)):  # in which no other language's addresses are known
            found = resolve(path)
    except Resolver404:
        return False
    return found.namespace in APPS or (found.namespace == "pages" and found.url_name in PAGES)


def report_address(path: str) -> str:
    """Where to report an error on the page at `path`; empty where there is nothing to report."""
    if not is_reportable(path):
        return ""
    return f"{reverse('pages:report')}?{urlencode({'page': path}, safe='/')}"
