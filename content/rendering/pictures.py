"""Puts the drawn pictures at their places. Each is a template, so its words are in the reader's language."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from content.rendering.blocks import PICTURE_PLACE, PICTURES
from content.rendering.sanitizing import sanitized


def with_pictures(html: str) -> SafeString:
    """Sanitizes once more: what is kept in the database is not trusted either."""
    return mark_safe(PICTURE_PLACE.sub(lambda match: picture(match[1]), sanitized(html)))  # noqa: S308


def picture(name: str) -> str:
    return render_to_string(f"content/pictures/{name}.svg.html") if name in PICTURES else ""
