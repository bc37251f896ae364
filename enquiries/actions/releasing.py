"""What a coordinator passes to a hospital and back: release, own-form hand-over, answers, quotes, reopening.

Guaranteed: a hospital reads what a coordinator saw, and only with the family's live consent. Held by
tests/enquiries/actions/test_releasing.py and tests/enquiries/actions/test_releasable.py.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries.actions import turns
from enquiries.actions.answering import publish
from enquiries.actions.coordinating import locked_for
from enquiries.models import Consent, Document, Message, Quote, QuoteRequest
from enquiries.rules import clocks, workflow
from enquiries.rules.disclosure import disclose, documents_waiting
from enquiries.words.actors import Actor
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import CLOCK_RUNS, WITH_HOSPITAL, RequestState
from ground.berlin import today_in_berlin
from hospitals.models import Hospital


@transaction.atomic
def release(*, quote_request: QuoteRequest, preview_digest: str, by: Actor) -> QuoteRequest:
    """Sends the request to its hospital, by that hospital's channel. `preview_digest` is the digest of the preview
    that the coordinator saw.

    Raises Refused when it was sent before, for anyone but a coordinator, for what `check_releasable` says, and when
    what would be sent has changed since the preview.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.SENT, by=by)
    if quote_request.state != RequestState.PENDING:
        raise Refused(_("This request was sent before; reopen it instead."))
    check_releasable(quote_request)
    if preview_digest != disclose(quote_request).digest:
        raise Refused(_("What the hospital would read has changed since you looked: look again, then send."))
    turns.was_answered(quote_request.enquiry)
    start_clock(quote_request)
    workflow.move(quote_request, RequestState.SENT, by=by, at=quote_request.sent_at)
    return quote_request


def check_releasable(quote_request: QuoteRequest) -> None:
    """Raises Refused with the reason why this request can't go to its hospital now: the address, a consent, a hospital
    that takes no requests, a file still being checked.
    """
    enquiry = quote_request.enquiry
    if enquiry.address_confirmed_at is None:
        raise Refused(
            _("The family's address is not confirmed: wait for that, or reach them by another way first.")
        )
    live = Consent.objects.live().filter(enquiry=enquiry)
    if not live.filter(hospital=quote_request.hospital).exists():
        raise Refused(_("There is no consent of the family for this hospital."))
    if not live.filter(purpose=Consent.Purpose.PORTAL).exists():
        raise Refused(_("There is no consent of the family."))
    if not quote_request.hospital.accepts_requests(today_in_berlin()):
        raise Refused(_("This hospital is not taking requests at the moment."))
    if enquiry.documents.filter(scan=Document.Scan.PENDING, quote_request__isnull=True).exists():
        raise Refused(_("A document is still being checked."))


def start_clock(quote_request: QuoteRequest) -> None:
    """From now on the hospital has it; the request is locked and saved by its caller. Raises nothing."""
    now = timezone.now()
    quote_request.sent_at, quote_request.reminded_at, quote_request.reminders = now, None, 0
    # Sent again it shows what it showed before: later documents are passed on by a step of their own.
    quote_request.documents_until_at = quote_request.documents_until_at or now
    quote_request.sendings += 1
    quote_request.due_at = _answer_due(quote_request, now)
    quote_request.clock_paused_at = None


def _answer_due(quote_request: QuoteRequest, since: datetime) -> datetime:
    urgent = quote_request.enquiry.urgent
    return clocks.ANSWER_DUE.due(since, urgent=urgent, hospital=quote_request.hospital)


@transaction.atomic
def hand_over(*, quote_request: QuoteRequest, by: Actor) -> QuoteRequest:
    """Typed into the hospital's own form, or told by telephone: from now on the hospital has it. The second time
    changes nothing.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, and for a hospital that reads it here.
    """
    locked_for(quote_request.enquiry, by)
    quote_request = workflow.locked_request(quote_request)
    if quote_request.channel == Hospital.Channel.PORTAL or quote_request.state not in CLOCK_RUNS:
        raise Refused(_("There is nothing to enter for this hospital."))
    if quote_request.handed_over_at is None:
        quote_request.handed_over_at = timezone.now()
        quote_request.due_at = _answer_due(quote_request, quote_request.handed_over_at)
        workflow.happened_to(quote_request, Occurrence.HANDED_OVER, by=by, detail=quote_request.channel)
    return quote_request


@transaction.atomic
def pass_answer_on(*, quote_request: QuoteRequest, text: str, by: Actor) -> QuoteRequest:
    """The family's answer goes to the hospital in words the coordinator has checked; its clock runs on.

    Raises Refused for anyone but a coordinator, when the hospital waits for no answer, and for empty words.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.ACKNOWLEDGED, by=by)
    if quote_request.state != RequestState.INFO_REQUESTED:
        raise Refused(_("This hospital is not waiting for an answer."))
    if not text.strip():
        raise Refused(_("Please write what the hospital should read."))
    now = timezone.now()
    shown = {"to_hospital_at": now, "handled_at": now}
    Message.objects.said(
        enquiry=quote_request.enquiry, quote_request=quote_request, text=text, by=by, at=now, **shown
    )
    quote_request.messages.filter(handled_at__isnull=True).update(handled_at=now)
    turns.end_wait(quote_request.enquiry)
    assert quote_request.clock_paused_at and quote_request.due_at  # noqa: S101  (its question stopped the clock)
    # Never due, nor expired, in the hour in which the answer comes that the hospital has waited for.
    resumed = quote_request.due_at + (now - quote_request.clock_paused_at)
    quote_request.due_at = max(resumed, clocks.LATE_ANSWER.due(now, hospital=quote_request.hospital))
    quote_request.clock_paused_at = None
    quote_request.acknowledged_at = quote_request.acknowledged_at or now
    quote_request.documents_until_at = now
    workflow.move(quote_request, RequestState.ACKNOWLEDGED, by=by, at=now)
    return quote_request


@transaction.atomic
def pass_documents_on(*, quote_request: QuoteRequest, by: Actor) -> QuoteRequest:
    """What the family added after the request was sent becomes readable by that hospital, which is told.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, when the hospital does not have the request,
    and when there is nothing new.
    """
    locked_for(quote_request.enquiry, by)
    quote_request = workflow.locked_request(quote_request)
    if quote_request.state not in WITH_HOSPITAL:
        raise Refused(_("This hospital does not have the request at the moment."))
    if not documents_waiting(quote_request):
        raise Refused(_("There is no new document to pass on."))
    quote_request.documents_until_at = timezone.now()
    workflow.happened_to(quote_request, Occurrence.DOCUMENTS_PASSED_ON, by=by)
    return quote_request


@transaction.atomic
def release_quote_as_seen(*, quote_request: QuoteRequest, revision: str, by: Actor) -> Quote:
    """Releases the newest revision if it is the one that was on the page. Raises Refused for one that nobody looked at,
    where there is none, and as `release_quote` does."""
    quote = workflow.locked_request(quote_request).current_quote
    if quote is None:
        raise Refused(_("There is no quote of this hospital."))
    if revision != str(quote.revision):
        raise Refused(_("There is a newer revision of this quote: look at it, then release it."))
    return release_quote(quote=quote, by=by)


@transaction.atomic
def release_quote(*, quote: Quote, by: Actor) -> Quote:
    """The family can read it from now on.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, for a quote that was released or replaced,
    and when the hospital has taken its word back.
    """
    locked_for(quote.quote_request.enquiry, by)
    quote_request = workflow.locked_request(quote.quote_request)
    quote = quote_request.quotes.get(pk=quote.pk)
    if quote.released_at is not None:
        raise Refused(_("This quote has been released already."))
    if quote.superseded_at is not None or quote_request.state != RequestState.QUOTED:
        raise Refused(_("This quote is not the hospital's newest word any more."))
    publish(quote, quote_request=quote_request, by=by, at=timezone.now())
    return quote


@transaction.atomic
def reopen_request(*, quote_request: QuoteRequest, reason: str, by: Actor) -> QuoteRequest:
    """A declined request goes on as opened, an expired one is sent again; the reason is kept as a note.

    Raises Refused for anyone but a coordinator, and for a closed enquiry, for any other state, without a reason, and
    for what `check_releasable` says.
    """
    locked_for(quote_request.enquiry, by)
    quote_request = workflow.locked_request(quote_request)
    target = {RequestState.DECLINED: RequestState.ACKNOWLEDGED, RequestState.EXPIRED: RequestState.SENT}.get(
        RequestState(quote_request.state)
    )
    if target is None:
        raise Refused(_("Only a declined or expired request can be reopened."))
    if not reason.strip():
        raise Refused(_("Please give a reason."))
    check_releasable(quote_request)
    quote_request.decline_reason, quote_request.decline_text = "", ""
    quote_request.declined_on, quote_request.decline_source = None, ""
    if target == RequestState.SENT:
        quote_request.handed_over_at = None  # sent again: where it is typed or phoned, it must be so again
    start_clock(quote_request)
    quote_request.enquiry.notes.create(text=reason, created_at=timezone.now(), created_by=by.user)
    workflow.move(quote_request, target, by=by)
    return quote_request
