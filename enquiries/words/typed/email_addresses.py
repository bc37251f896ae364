"""E-mail addresses in the one form in which they are checked, stored and looked for.

Held by tests/enquiries/words/typed/test_email_addresses.py.
"""

import re
import unicodedata

DOTS = re.compile("[.\u3002\uff0e\uff61]")
FEWEST_LETTERS = 8
# What people type for the likeliest mail providers, and endings that no address has.
PROVIDERS = (
    "gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com", "msn.com", "yahoo.com", "icloud.com",
    "gmx.de", "gmx.net", "web.de", "t-online.de", "mail.ru", "yandex.ru", "ukr.net", "qq.com", "163.com",
    "rediffmail.com", "protonmail.com", "proton.me", "yahoo.co.uk", "yahoo.fr", "hotmail.fr", "orange.fr", "libero.it",
    "rambler.ru", "bk.ru", "inbox.ru", "list.ru", "aol.com", "me.com",
)  # fmt: skip
ENDINGS = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "coom": "com", "vom": "com", "xom": "com",
           "nte": "net", "ney": "net", "ogr": "org", "prg": "org", "dee": "de", "ruu": "ru"}  # fmt: skip
# Real providers that a typo of another one would be taken for.
REAL = {
    "ymail.com",
    "mail.com",
    "gmx.com",
    "gmx.at",
    "gmx.ch",
    "mail.de",
    "email.com",
    "live.de",
    "hotmail.de",
}


def clean_address(typed: str) -> str:
    """Without what nobody sees or no address holds, its domain as machines write it. What is no address stays as it
    is, for the form to say so."""
    text = unicodedata.normalize("NFKC", typed)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf").strip()
    text = text.removeprefix("mailto:").removeprefix("<").removesuffix(">").strip()
    local, at, domain = text.rpartition("@")
    return f"{local}@{_idna(domain.strip().rstrip('.'))}" if at else text


def _idna(domain: str) -> str:
    try:
        return ".".join(_label(label) for label in DOTS.split(domain)).lower()
    except UnicodeError:
        return domain


def _label(label: str) -> str:
    """Python's own codec is of the year 2003 and makes "ss" of "ß", which is another domain today."""
    if any(char in label for char in "ßς"):
        return "xn--" + label.lower().encode("punycode").decode()
    return label.encode("idna").decode()


def has_foreign_local_part(address: str) -> bool:
    """`josé@…`: rightly written, but most mail servers, ours among them, take no letters but the plain Latin ones."""
    local, at, _domain = address.rpartition("@")
    return bool(at) and not local.isascii()


def likely_meant(address: str) -> str:
    """The address that its writer may have meant; empty where there is nothing to ask about."""
    local, at, domain = address.rpartition("@")
    domain = domain.lower()
    if not at or domain in PROVIDERS or domain in REAL:
        return ""
    stem, dot, ending = domain.rpartition(".")
    mended = f"{stem}.{ENDINGS[ending]}" if dot and ending in ENDINGS else domain
    near = (
        mended if mended in PROVIDERS else next((one for one in PROVIDERS if _is_near(mended, one)), mended)
    )
    return f"{local}@{near}" if near != domain else ""


def _is_near(typed: str, meant: str) -> bool:
    """One letter more, less or other, or two neighbors exchanged; short names are too much alike for that."""
    if len(meant) < FEWEST_LETTERS or typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    at = next((n for n, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), None)
    if at is None:
        return True
    swapped = typed[:at] + typed[at : at + 2][::-1] + typed[at + 2 :]
    rests = ((at + 1, at + 1), (at + 1, at), (at, at + 1))
    return swapped == meant or any(typed[one:] == meant[other:] for one, other in rests)
