"""Model fields that are ciphertext in the database.

Each value is bound to its model, field and row (`uid`), so that one copied to another row or column does not decrypt.

Not guaranteed: that a value is fresh; an old one copied back decrypts. Held by
tests/enquiries/sealing/test_sealing.py
and tests/enquiries/sealing/test_declared.py.
"""

import json
import uuid
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from enquiries.sealing.keys import decrypt, encrypt


class Ciphertext(str):
    """A value as it stands in the database: not yet decrypted, or ready to be written."""

    __slots__ = ()


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


# Django's field takes its types in annotations only.
if TYPE_CHECKING:
    AnyTextField = models.TextField[Any, Any]
else:
    AnyTextField = models.TextField


class EncryptedTextField(AnyTextField):
    """Text that is ciphertext in the database; decrypted when first read. Its model needs a `uid` (Sealed).

    It can't be filtered or written by `queryset.update()`: both raise TypeError.
    """

    descriptor_class = _DecryptingAttribute

    def bound_to(self, instance: "Sealed") -> str:
        return f"{instance._meta.label_lower}.{self.attname}/{instance.uid}"

    def unseal(self, instance: "Sealed", value: Ciphertext) -> Any:
        return self.from_text(decrypt(value, bound_to=self.bound_to(instance)).decode())

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text

    def is_blank(self, value: Any) -> bool:
        return value is None or value == ""

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return Ciphertext(value) if value else self.blank_value(value)

    def blank_value(self, value: str | None) -> Any:
        return value

    def pre_save(self, model_instance: Any, add: bool) -> Any:
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
