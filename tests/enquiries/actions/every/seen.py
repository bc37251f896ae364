"""What is seen of an enquiry after a step: its state, what is open, who was told."""

from enquiries.models import Enquiry
from enquiries.rules import steps
from enquiries.words.actors import Actor


def fresh(enquiry) -> Enquiry:
    return Enquiry.objects.get(pk=enquiry.pk)


def open_kinds(enquiry) -> set[str]:
    """Not the first one: which of several is due first depends on the hour of the day."""
    return {step.kind for step in steps.open_steps(fresh(enquiry))}


def told(enquiry) -> list[str]:
    return list(enquiry.notices.order_by("pk").values_list("kind", flat=True))[2:]


def by_ulm(quote_request) -> Actor:
    return Actor.hospital(quote_request)
