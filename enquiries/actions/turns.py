"""Whose turn it is between us and the family: when its wait begins and ends, when it had our first answer, since when
its address is known to be right. Each on an enquiry that its caller has locked and saves.
"""

from django.utils import timezone

from enquiries.models import Enquiry
from enquiries.words.actors import Actor


def wait_for_family(enquiry: Enquiry) -> None:
    """Starts the family's clock, with its reminders. Raises nothing."""
    enquiry.asked_family_at, enquiry.family_reminders = timezone.now(), 0


def end_wait(enquiry: Enquiry) -> None:
    """The family has replied, or nobody waits for it any more. Raises nothing."""
    enquiry.asked_family_at, enquiry.family_reminders = None, 0


def was_answered(enquiry: Enquiry) -> None:
    """A person has answered; only the first time counts. Raises nothing."""
    enquiry.first_answered_at = enquiry.first_answered_at or timezone.now()


def address_is_right(enquiry: Enquiry, by: Actor) -> None:
    """As `by` has shown. Raises nothing."""
    enquiry.address_confirmed_at, enquiry.address_confirmed_by = timezone.now(), by.kind
