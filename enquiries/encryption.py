"""Encrypted model fields and the keyed blind index.

AES-256-GCM under keys derived from PORTAL_KEYS, never from SECRET_KEY. A ciphertext reads
`v1:<key id>:<base64 of nonce and ciphertext>` and is bound to its model, field and row (`uid`), so that a
value copied to another row or column does not decrypt. A wrong or missing key raises; it never yields text.
"""

import base64
import hashlib
import hmac
import json
import os
import unicodedata
import uuid
from functools import lru_cache
from typing import Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

VERSION = "v1"
NONCE_BYTES = 12


class DecryptionError(Exception):
    """The key is unknown, or the ciphertext was changed or belongs to another row or field."""


class Ciphertext(str):
    """A value as it stands in the database: not yet decrypted, or ready to be written."""

    __slots__ = ()


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


class _DecryptingAttribute(DeferredAttribute):
    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if instance is not None and isinstance(value, Ciphertext):
            value = cast("EncryptedTextField", self.field).unseal(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        # Having a setter is what lets __get__ see values that already stand in the instance.
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.TextField):
    """Text that is ciphertext in the database; decrypted when first read. Its model needs a `uid` (Sealed).

    It can't be filtered or written by `queryset.update()`: both raise TypeError.
    """

    descriptor_class = _DecryptingAttribute

    def bound_to(self, instance: models.Model) -> str:
        return f"{instance._meta.label_lower}.{self.attname}/{instance.uid}"  # type: ignore[attr-defined]

    def unseal(self, instance: models.Model, value: Ciphertext) -> Any:
        return self.from_text(decrypt(value, bound_to=self.bound_to(instance)).decode())

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text

    def is_blank(self, value: Any) -> bool:
        return value is None or value == ""

    def from_db_value(self, value: str | None, expression, connection) -> Any:
        return Ciphertext(value) if value else self.blank_value(value)

    def blank_value(self, value: str | None) -> Any:
        return value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Ciphertext):
            return value
        value = getattr(model_instance, self.attname)
        if self.is_blank(value):
            return Ciphertext("")
        return Ciphertext(encrypt(self.to_text(value).encode(), bound_to=self.bound_to(model_instance)))

    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "":
            return value
        if not isinstance(value, Ciphertext):
            raise TypeError(
                f"{self.name} is encrypted: save it through its row, never filter or update by it"
            )
        return str(value)


class EncryptedJSONField(EncryptedTextField):
    """Any JSON value, as ciphertext; an empty column reads as None."""

    def to_text(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def from_text(self, text: str) -> Any:
        return json.loads(text)

    def is_blank(self, value: Any) -> bool:
        return value is None

    def blank_value(self, value: str | None) -> Any:
        return None

    def to_python(self, value: Any) -> Any:
        return value


class Sealed(models.Model):
    """A row with encrypted fields: `uid` binds each ciphertext to its row and never changes."""

    uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)

    class Meta:
        abstract = True
