"""Who acts. Every change names its actor; anonymous changes are not possible."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActorKind(TextChoices):
    FAMILY = "family", _("Family")
    HOSPITAL = "hospital", _("Hospital")
    COORDINATOR = "coordinator", _("Coordinator")
    CLOCK = "clock", _("The portal's clock")


class HasNumber(Protocol):
    """A row of the models, which stand below."""

    pk: Any


@dataclass(frozen=True)
class Actor:
    """`user` is set for coordinators only; families and hospitals act through an access code, not an account."""

    kind: ActorKind
    user: Any = None
    enquiry_id: int | None = None
    quote_request_id: int | None = None

    @classmethod
    def family(cls, enquiry: HasNumber) -> "Actor":
        return cls(ActorKind.FAMILY, enquiry_id=enquiry.pk)

    @classmethod
    def hospital(cls, quote_request: HasNumber) -> "Actor":
        return cls(ActorKind.HOSPITAL, quote_request_id=quote_request.pk)

    @classmethod
    def coordinator(cls, user: Any) -> "Actor":
        return cls(ActorKind.COORDINATOR, user=user)


CLOCK = Actor(ActorKind.CLOCK)
