"""The allow-list every rendered text passes, whatever the Markdown parser let through."""

import nh3

TAGS = {
    "a", "blockquote", "br", "code", "div", "em", "figure", "h2", "h3", "hr", "li", "ol", "p", "pre", "section",
    "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr",
}  # fmt: skip
TAGS |= {"ul"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # without this line nh3 lets title and lang through everywhere
    "a": {"href", "id", "rel"},
    "div": {"role", "aria-labelledby", "tabindex"},
    "section": {"aria-labelledby"},
    "figure": {"data-picture"},
    "h2": {"id"},
    "h3": {"id"},
    "p": {"id"},
    "ol": {"start"},
    "th": {"scope"},
}
FIXED = {"role": "note", "rel": "noopener", "tabindex": "0"}
CLASSES = {
    "a": {"term"},
    "sup": {"cite"},
    "span": {"visually-hidden"},
    "p": {"callout__title"},
    "h2": {"audience__title"},
    "h3": {"audience__title"},
    "section": {"audience", "audience--children", "audience--adults"},
    "div": {"callout", "callout--call-now", "callout--ask-team", "callout--good-to-know", "table-wrap"},
    "table": {"table"},
}


def keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name in FIXED:
        return value if value == FIXED[name] else None
    if name == "href":
        return value if is_good_address(value) else None
    return value


def is_good_address(address: str) -> bool:
    """Our own pages and the open web; not `//host`, which takes on the page's scheme."""
    if address.startswith(("#", "http://", "https://")):
        return True
    return address.startswith("/") and not address.startswith(("//", "/\\"))


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    attribute_filter=keep_attribute,
    url_schemes={"http", "https"},
    link_rel=None,
)


def sanitized(html: str) -> str:
    return CLEANER.clean(html)
