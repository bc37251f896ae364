"""What a coordinator does with an enquiry before, between and after the hospitals."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries.actions import turns
from enquiries.models import Enquiry, Message, Note, QuoteRequest
from enquiries.rules import workflow
from enquiries.words.actors import Actor, ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import UNANSWERED, ClosedReason, EnquiryState, RequestState


def locked_for(enquiry: Enquiry, by: Actor, *, closed_too: bool = False) -> Enquiry:
    """The locked enquiry. Raises Refused for anyone but a coordinator, and for a closed enquiry,
    unless `closed_too`.
    """
    if by.kind != ActorKind.COORDINATOR or by.user is None:
        raise Refused(_("This step is not yours to take."))
    enquiry = workflow.locked(enquiry.pk)
    if not (enquiry.is_open or closed_too):
        raise Refused(_("This enquiry is closed."))
    return enquiry


@transaction.atomic
def take(*, enquiry: Enquiry, by: Actor) -> Enquiry:
    """The enquiry becomes this coordinator's, whoever had it. Raises Refused for anyone but a coordinator, and for
    a closed enquiry.
    """
    enquiry = locked_for(enquiry, by)
    enquiry.assigned_to = by.user
    workflow.happened(enquiry, Occurrence.TAKEN, by=by)
    return enquiry


@transaction.atomic
def write_to_family(
    *, enquiry: Enquiry, text: str, wants_answer: bool, by: Actor, quote_request: QuoteRequest | None = None
) -> Message:
    """`wants_answer` stops our clock and starts the family's (reminders, then closing without a reply).

    Raises Refused for anyone but a coordinator, and for a closed enquiry, and for an empty message.
    """
    enquiry = locked_for(enquiry, by)
    message = tell_family(enquiry, text=text, by=by, quote_request=quote_request)
    if wants_answer:
        turns.wait_for_family(enquiry)
    workflow.happened(enquiry, Occurrence.FAMILY_ASKED, by=by, quote_request=quote_request)
    return message


def tell_family(
    enquiry: Enquiry, *, text: str, by: Actor, quote_request: QuoteRequest | None = None
) -> Message:
    """A message on the family's page; the enquiry is locked. Raises Refused for an empty one."""
    if not text.strip():
        raise Refused(_("Please write a message."))
    now = timezone.now()
    turns.was_answered(enquiry)
    unanswered = enquiry.messages.unread_from_family().filter(quote_request=quote_request)
    if quote_request is None or quote_request.state != RequestState.INFO_REQUESTED:
        unanswered.update(handled_at=now)
    shown = {"to_family_at": now, "handled_at": now}
    return Message.objects.said(
        enquiry=enquiry, quote_request=quote_request, text=text, by=by, at=now, **shown
    )


@transaction.atomic
def confirm_address(*, enquiry: Enquiry, by: Actor) -> Enquiry:
    """The coordinator has reached the family by another way, so the release need not wait for the mail's code.

    The second time changes nothing. Raises Refused for anyone but a coordinator, and for a closed enquiry.
    """
    enquiry = locked_for(enquiry, by)
    if enquiry.address_confirmed_at is None:
        turns.address_is_right(enquiry, by)
        turns.was_answered(enquiry)
        workflow.happened(enquiry, Occurrence.ADDRESS_CONFIRMED, by=by)
    return enquiry


@transaction.atomic
def pass_question_on(*, message: Message, text: str, by: Actor) -> Message:
    """A hospital's question, in words the coordinator has checked, goes to the family; the family's clock starts.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, for an empty message, and for a question
    that was dealt with or is none.
    """
    enquiry = locked_for(message.enquiry, by)
    message = enquiry.messages.select_related("quote_request").get(pk=message.pk)
    if message.author != ActorKind.HOSPITAL or message.handled_at is not None:
        raise Refused(_("This question has been dealt with already."))
    asked = tell_family(enquiry, text=text, by=by, quote_request=message.quote_request)
    message.handled_at = timezone.now()
    message.save(update_fields=["handled_at"])
    turns.wait_for_family(enquiry)
    workflow.happened(enquiry, Occurrence.QUESTION_PASSED_ON, by=by, quote_request=message.quote_request)
    return asked


@transaction.atomic
def mark_handled(*, message: Message, by: Actor) -> Message:
    """Dealt with without an answer, or by telephone; in a closed enquiry too.

    Raises Refused for anyone but a coordinator, Message.DoesNotExist for another enquiry's message.
    """
    enquiry = locked_for(message.enquiry, by, closed_too=True)
    message = enquiry.messages.get(pk=message.pk)
    message.handled_at = message.handled_at or timezone.now()
    message.save(update_fields=["handled_at"])
    if message.author == ActorKind.FAMILY:
        turns.was_answered(enquiry)
    workflow.settle(enquiry)
    return message


@transaction.atomic
def mark_urgent(*, enquiry: Enquiry, urgent: bool, by: Actor) -> Enquiry:
    """On or off; what it is already changes nothing. Raises Refused for anyone but a coordinator, and for a closed
    enquiry.
    """
    enquiry = locked_for(enquiry, by)
    if enquiry.urgent != urgent:
        enquiry.urgent = urgent
        workflow.happened(
            enquiry, Occurrence.URGENT_MARKED, by=by, detail="urgent" if urgent else "not urgent"
        )
    return enquiry


@transaction.atomic
def add_note(*, enquiry: Enquiry, text: str, by: Actor) -> Note:
    """For coordinators only; in a closed enquiry too. Raises Refused for anyone else, and for an empty note."""
    enquiry = locked_for(enquiry, by, closed_too=True)
    if not text.strip():
        raise Refused(_("Please write a note."))
    return Note.objects.create(enquiry=enquiry, text=text, created_at=timezone.now(), created_by=by.user)


@transaction.atomic
def close(*, enquiry: Enquiry, reason: str, letter: str, by: Actor) -> Enquiry:
    """Without a quote from anyone the family gets a letter written by a person, or the enquiry stays open.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, without a reason, while a hospital still
    has the request, for a hand-over to nobody, and where the letter is missing.
    """
    enquiry = locked_for(enquiry, by)
    _check_closable(enquiry, reason, letter)
    if letter.strip():
        tell_family(enquiry, text=letter, by=by)
    turns.end_wait(enquiry)
    enquiry.messages.filter(handled_at__isnull=True).update(handled_at=timezone.now())
    workflow.set_closed(enquiry, reason=reason, by=by)
    return enquiry


def _check_closable(enquiry: Enquiry, reason: str, letter: str) -> None:
    if reason not in ClosedReason.values:
        raise Refused(_("Please give a reason for closing."))
    states = set(enquiry.requests.values_list("state", flat=True))
    if states & UNANSWERED:
        raise Refused(_("A hospital still has this request: withdraw it or wait for the answer first."))
    if reason == ClosedReason.HANDED_OVER and RequestState.ACCEPTED not in states:
        raise Refused(_("Only an enquiry whose family has chosen a hospital can be handed over."))
    must_write = enquiry.state == EnquiryState.ALL_ANSWERED_NO_QUOTE or reason in {
        ClosedReason.NO_QUOTE,
        ClosedReason.NOT_SUITABLE,
    }
    if must_write and len(letter.split()) < 10:
        raise Refused(_("No hospital could help this family: write them a letter before you close."))


@transaction.atomic
def reopen(*, enquiry: Enquiry, by: Actor) -> Enquiry:
    """A closed enquiry goes on in the state that its requests give it.

    Raises Refused for anyone but a coordinator, for one that is not closed, and for one the family has withdrawn.
    """
    enquiry = locked_for(enquiry, by, closed_too=True)
    if enquiry.state != EnquiryState.CLOSED:
        raise Refused(_("Only a closed enquiry can be reopened."))
    if enquiry.closed_reason == ClosedReason.WITHDRAWN:
        raise Refused(_("The family has withdrawn this enquiry: only the family can send a new one."))
    workflow.set_reopened(enquiry, by=by)
    return enquiry
