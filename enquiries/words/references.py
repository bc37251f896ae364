"""References for talking on the phone: random, easy to read out, and authorizing nothing."""

import re
import secrets

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SHAPE = re.compile(r"[0-9A-Za-z]{5}[\s.\u2010-\u2015-]?[0-9A-Za-z]{5}")
CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_reference() -> str:
    """Ten characters of Crockford base32 in two groups (50 random bits), such as `K7Q29-MXD4T`."""
    letters = "".join(secrets.choice(CROCKFORD) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def read_reference(typed: str) -> str:
    """What a person typed, in the form references are stored; "" when it can't be one."""
    letters = "".join(char for char in typed.upper().translate(CONFUSED) if char.isalnum())
    if len(letters) != 10 or any(char not in CROCKFORD for char in letters):
        return ""
    return f"{letters[:5]}-{letters[5:]}"


def looks_like_reference(typed: str) -> bool:
    """Two groups of five as on the receipt, whether there is such an enquiry or not."""
    return SHAPE.fullmatch(typed.strip()) is not None
