"""Sealing bytes under keys derived from PORTAL_KEYS, never from SECRET_KEY.

AES-256-GCM. A ciphertext reads `v1:<key id>:<base64 of nonce and ciphertext>` and is bound to what it belongs to.
A wrong or missing key raises; it never yields text.

Held by tests/enquiries/sealing/test_sealing.py.
"""

import base64
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

VERSION = "v1"
NONCE_BYTES = 12


class DecryptionError(Exception):
    """The key is unknown, or the ciphertext was changed or belongs to another row or field."""


@lru_cache(maxsize=64)
def derive(master: bytes, purpose: str) -> bytes:
    return HKDF(
        algorithm=hashes.SHA256(), length=32, salt=None, info=b"all-portal/" + purpose.encode()
    ).derive(master)


def active_key_id() -> str:
    return next(iter(settings.PORTAL_KEYS))


def key_for(purpose: str, key_id: str) -> bytes:
    try:
        return derive(settings.PORTAL_KEYS[key_id], purpose)
    except KeyError:
        raise DecryptionError(f"PORTAL_KEYS holds no key {key_id!r}") from None


def encrypt(data: bytes, *, bound_to: str) -> str:
    key_id = active_key_id()
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key_for("fields", key_id)).encrypt(nonce, data, bound_to.encode())
    return f"{VERSION}:{key_id}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(text: str, *, bound_to: str) -> bytes:
    try:
        version, key_id, encoded = text.split(":")
        raw = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise DecryptionError("not a ciphertext of ours") from None
    if version != VERSION or len(raw) <= NONCE_BYTES:
        raise DecryptionError("not a ciphertext of ours")
    try:
        return AESGCM(key_for("fields", key_id)).decrypt(
            raw[:NONCE_BYTES], raw[NONCE_BYTES:], bound_to.encode()
        )
    except InvalidTag:
        raise DecryptionError(f"{bound_to} does not decrypt") from None
