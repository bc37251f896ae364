"""What the family does: writes, confirms, chooses, turns down, withdraws.

Guaranteed: it chooses what it saw, and a consent taken back ends the hospital's access in the same transaction. Held by
tests/enquiries/actions/test_deciding.py and tests/enquiries/actions/test_what_stays_open.py.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries import codes
from enquiries.actions import turns
from enquiries.models import AccessCode, Consent, Enquiry, Message, QuoteRequest
from enquiries.rules import choosing, workflow
from enquiries.sealing.blind_index import blind_indexes
from enquiries.words.actors import Actor
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import UNDECIDED, WITHDRAWABLE, ClosedReason, Others, RequestState
from ground.berlin import today_in_berlin


@transaction.atomic
def write(*, enquiry: Enquiry, text: str, by: Actor, quote_request: QuoteRequest | None = None) -> Message:
    """A message to the coordinators, on the whole enquiry or about one hospital. Ends the wait for the family.

    Raises Refused for another family, for another enquiry's request, and when the enquiry is closed for good.
    """
    enquiry = _own(enquiry, by)
    if not enquiry.family_can_write:
        raise Refused(_("This enquiry is closed. You can send a new one at any time."))
    if quote_request is not None and quote_request.enquiry_id != enquiry.pk:
        raise Refused(_("This step is not yours to take."))
    if not enquiry.is_open:
        workflow.set_reopened(enquiry, by=by)
    now = timezone.now()
    message = Message.objects.said(
        enquiry=enquiry, quote_request=quote_request, text=text, by=by, at=now, to_family_at=now
    )
    turns.end_wait(enquiry)
    workflow.happened(enquiry, Occurrence.FAMILY_ANSWERED, by=by, at=now, quote_request=quote_request)
    return message


@transaction.atomic
def confirm_address(*, enquiry: Enquiry, by: Actor) -> Enquiry:
    """The code from the mail was used, so the address is the family's. The second time changes nothing.

    Raises Refused for another family.
    """
    enquiry = _own(enquiry, by)
    if enquiry.address_confirmed_at is None:
        turns.address_is_right(enquiry, by)
        workflow.happened(enquiry, Occurrence.ADDRESS_CONFIRMED, by=by)
    return enquiry


@transaction.atomic
def accept(*, quote_request: QuoteRequest, by: Actor, others: str = Others.KEEP) -> QuoteRequest:
    """ "We wish to go on with this hospital"; no contract. What is to become of the others is `others`.

    Raises Refused when there is no valid quote of theirs to choose, or a hospital is chosen already."""
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.ACCEPTED, by=by)
    chosen_already = quote_request.enquiry.requests.filter(state=RequestState.ACCEPTED).exists()
    if why_not := choosing.why_not_chosen(
        quote_request, today=today_in_berlin(), chosen_already=chosen_already
    ):
        raise Refused(why_not)
    workflow.move(quote_request, RequestState.ACCEPTED, by=by)
    if others == Others.CLOSE:
        for other in quote_request.enquiry.requests.select_related("hospital").filter(state__in=UNDECIDED):
            other.enquiry = quote_request.enquiry
            _end(other, by)
    return quote_request


@transaction.atomic
def accept_as_seen(
    *, quote_request: QuoteRequest, revision: int, by: Actor, others: str = Others.KEEP
) -> QuoteRequest:
    """Chooses the revision that was on the page. Raises Refused for one that was released between looking and
    clicking, and as `accept` does."""
    released = workflow.locked_request(quote_request).released_quote
    if released is not None and released.revision != revision:
        raise Refused(
            _("The hospital has revised its quote since you looked. Please read the new one first.")
        )
    return accept(quote_request=quote_request, by=by, others=others)


def _end(quote_request: QuoteRequest, by: Actor) -> None:
    if quote_request.state == RequestState.QUOTED and quote_request.released_quote:
        workflow.move(quote_request, RequestState.NOT_SELECTED, by=by)
    else:
        _withdraw(quote_request, by)


@transaction.atomic
def turn_down(*, quote_request: QuoteRequest, by: Actor) -> QuoteRequest:
    """The family decides against a quote it has read.

    Raises Refused when the request is in no state for it, is not theirs, or has no released quote.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.NOT_SELECTED, by=by)
    if why_not := choosing.why_not_turned_down(quote_request):
        raise Refused(why_not)
    workflow.move(quote_request, RequestState.NOT_SELECTED, by=by)
    return quote_request


@transaction.atomic
def withdraw(*, quote_request: QuoteRequest, by: Actor) -> QuoteRequest:
    """One hospital: its code stops working, it is asked to delete, and its consent is withdrawn.

    Raises Refused when no hospital can read it any more, and for another family.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.WITHDRAWN, by=by)
    _withdraw(quote_request, by)
    return quote_request


def _withdraw(quote_request: QuoteRequest, by: Actor) -> None:
    now = timezone.now()
    Consent.objects.filter(
        enquiry=quote_request.enquiry, hospital=quote_request.hospital, withdrawn_at__isnull=True
    ).update(withdrawn_at=now)
    codes.revoke(quote_request=quote_request)
    workflow.move(quote_request, RequestState.WITHDRAWN, by=by, at=now)


@transaction.atomic
def withdraw_all(*, enquiry: Enquiry, by: Actor) -> Enquiry:
    """Every request that a hospital can still read, then the enquiry itself is closed as withdrawn. No hospital keeps
    a code that works, whatever it had answered.

    Raises Refused for another family, and when it is closed already.
    """
    enquiry = workflow.locked(enquiry.pk)
    if by.enquiry_id != enquiry.pk and by.user is None:
        raise Refused(_("This step is not yours to take."))
    if not enquiry.is_open:
        raise Refused(_("This enquiry is already closed."))
    for quote_request in enquiry.requests.select_related("hospital"):
        quote_request.enquiry = enquiry
        if quote_request.state in WITHDRAWABLE:
            _withdraw(quote_request, by)
        else:
            codes.revoke(quote_request=quote_request)
    Consent.objects.filter(enquiry=enquiry, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    workflow.set_closed(enquiry, reason=ClosedReason.WITHDRAWN, by=by)
    return enquiry


def renew_code(*, email: str) -> None:
    """A new code for each of the newest three enquiries of this address, mailed there; a closed one still holds our
    letter. Silent for any input, so that nobody learns which addresses wrote to us: it raises nothing.
    """
    found = Enquiry.objects.filter(email_index__in=blind_indexes(email, purpose="email"))
    for pk in list(found.order_by("-pk").values_list("pk", flat=True)[:3]):
        with transaction.atomic():
            enquiry = workflow.locked(pk)
            codes.issue(purpose=AccessCode.Purpose.FAMILY, enquiry=enquiry)
            workflow.record(enquiry, Occurrence.CODE_RENEWED, by=Actor.family(enquiry))


def _own(enquiry: Enquiry, by: Actor) -> Enquiry:
    if by.enquiry_id != enquiry.pk:
        raise Refused(_("This step is not yours to take."))
    return workflow.locked(enquiry.pk)
