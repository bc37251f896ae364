from django.http import QueryDict
from django.utils.translation import gettext as _


def page_number(query: QueryDict, ignored: list[str]) -> int:
    """The page asked for; 1 for what is no number, which is named in `ignored` so that the reader is told."""
    text = query.get("page", "").strip()
    if text.isascii() and text.isdigit() and 0 < len(text) <= 4:
        return int(text)
    if text:
        ignored.append(_("page") + f": {text[:40]}")
    return 1
