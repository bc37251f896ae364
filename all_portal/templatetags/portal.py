"""The frame: its style, its links and which of them the reader stands on, and what the settings say of the operator."""

from django import template
from django.conf import settings
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from all_portal.look.page_style import sheet_of, style_in

register = template.Library()

MAIN = [
    (_("Programs"), "programs:list", ()),
    (_("Hospitals"), "hospitals:list", ()),
    (_("Understanding ALL"), "content:guide", ()),
    (_("Coming to Germany"), "content:article", ("coming-to-germany",)),
    (_("Follow my enquiry"), "status:start", ()),
]


@register.simple_tag(takes_context=True)
def style_sheet(context: Context, instead: str = "") -> SafeString:
    """The page's style: in the page itself where it is a small one, else the file that all forms share."""
    request = context.get("request")
    sheet = sheet_of(request, instead=instead) if request else ""
    if request is None or not sheet:
        return format_html('<link rel="stylesheet" href="{}">', static("css/portal.css"))
    return format_html("<style>{}</style>", mark_safe(style_in(request, sheet)))  # noqa: S308  (our own files)


def current_link(path: str, addresses: list[str]) -> str:
    """The address that is the path or its nearest folder, so that an article does not also light up its guide."""
    over = [
        address for address in addresses if path == address or (address != "/" and path.startswith(address))
    ]
    return max(over, key=len, default="")


@register.simple_tag(takes_context=True)
def main_links(context: Context) -> list[dict]:
    path = context["request"].path if "request" in context else ""
    addresses = [reverse(name, args=args) for _label, name, args in MAIN]
    here = current_link(path, addresses)
    standing = {here: "page" if here == path else "true"}
    return [
        {"label": label, "url": address, "current": standing.get(address, "")}
        for (label, _name, _args), address in zip(MAIN, addresses, strict=True)
    ]


@register.filter
def as_named(name: str) -> SafeString:
    """A name inside a sentence, which a browser that translates the page leaves as it is."""
    return format_html('<span translate="no">{}</span>', name)


@register.filter
def left_alone(value: object) -> SafeString | str:
    """The attribute, with a space before it, of an element that holds a person's own words; nothing for ours."""
    return format_html(' translate="{}"', "no") if getattr(value, "is_own", False) else ""


@register.simple_tag
def operator() -> dict[str, str | list[str]]:
    """Who answers for the portal, from the settings. An address is one line, its parts parted by commas."""
    return {
        "name": settings.OPERATOR_NAME,
        "address": settings.OPERATOR_ADDRESS,
        "address_lines": [part.strip() for part in settings.OPERATOR_ADDRESS.split(",")],
        "email": settings.OPERATOR_EMAIL,
        "responsible": settings.OPERATOR_RESPONSIBLE,
        "data_protection": settings.OPERATOR_DATA_PROTECTION,
        "funding": settings.OPERATOR_FUNDING,
        "editors": settings.OPERATOR_EDITORS,
    }


@register.simple_tag
def keeping() -> dict[str, int]:
    """How long what is kept, as the privacy page promises it."""
    return {
        "enquiry_days": settings.KEEP_CLOSED_ENQUIRY_DAYS,
        "mail_days": settings.KEEP_SENT_MAIL_DAYS,
        "access_months": settings.KEEP_ACCESS_LOG_MONTHS,
        "backup_days": settings.KEEP_BACKUP_DAYS,
    }
