"""The keyed digest by which a sealed value can be found, exactly and by nothing less."""

import hashlib
import hmac
import unicodedata

from django.conf import settings

from enquiries.sealing.keys import active_key_id, key_for


def normalized(text: str) -> str:
    """The form in which names and addresses are compared: case, width and accents' composition folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def blind_index(text: str, *, purpose: str, key_id: str | None = None) -> str:
    """A keyed digest for exact search; `<key id>:<hex>`. Empty text has none."""
    if not (folded := normalized(text)):
        return ""
    key_id = key_id or active_key_id()
    digest = hmac.new(key_for(f"index/{purpose}", key_id), folded.encode(), hashlib.sha256)
    return f"{key_id}:{digest.hexdigest()}"


def blind_indexes(text: str, *, purpose: str) -> list[str]:
    """One per key we hold: rows written before a rotation are found too."""
    return [
        index
        for key_id in settings.PORTAL_KEYS
        if (index := blind_index(text, purpose=purpose, key_id=key_id))
    ]
