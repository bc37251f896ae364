"""What a person had before them when a form was opened, and what has changed since."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from enquiries.models import Enquiry

SHOWN = 20


@dataclass(frozen=True)
class Seen:
    """The enquiry's version and its number of events, as `17.42` in the form; unreadable text matches no version."""

    version: int
    events: int

    @classmethod
    def of(cls, enquiry: Enquiry) -> "Seen":
        return cls(enquiry.version, enquiry.events.count())  # vow count: one enquiry's own, some dozens

    @classmethod
    def read(cls, text: str) -> "Seen":
        version, _dot, events = text.partition(".")
        if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (version, events)):
            return cls(-1, 0)
        return cls(int(version), int(events))

    def write(self) -> str:
        return f"{self.version}.{self.events}"


def what_changed(enquiry: Enquiry, *, since: Seen) -> dict[str, Any]:
    """The events that came after `since`, and how the enquiry stands now."""
    events = enquiry.events.select_related("actor_user", "quote_request__hospital")[since.events :][:SHOWN]
    return {
        "events": list(events) if since.version >= 0 else [],
        "state": enquiry.get_state_display(),
        "assigned_to": enquiry.assigned_to.get_username() if enquiry.assigned_to else _("nobody"),
        "urgent": _("yes") if enquiry.urgent else _("no"),
    }
