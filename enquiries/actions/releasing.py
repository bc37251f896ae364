"""What a coordinator passes to a hospital and back: release, own-form hand-over, answers, quotes, reopening."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries import clocks, workflow
from enquiries.actions.answering import publish
from enquiries.actions.coordinating import locked_for
from enquiries.actors import Actor
from enquiries.disclosure import disclose, documents_waiting
from enquiries.models import Consent, Message, Quote, QuoteRequest
from enquiries.occurrences import Occurrence
from enquiries.states import WITH_HOSPITAL, RequestState
from enquiries.workflow import Refused


@transaction.atomic
def release(*, request: QuoteRequest, preview_digest: str, by: Actor) -> QuoteRequest:
    """Sends the request to its hospital, by that hospital's channel. `preview_digest` is the digest of the preview
    that the coordinator saw: if what would be sent has changed since, it is refused."""
    request = workflow.locked_request(request)
    workflow.check_step(request, RequestState.SENT, by=by)
    if request.state != RequestState.PENDING:
        raise Refused(_("This request was sent before; reopen it instead."))
    check_releasable(request)
    if preview_digest != disclose(request).digest:
        raise Refused(_("What the hospital would read has changed since you looked: look again, then send."))
    request.enquiry.first_answered_at = request.enquiry.first_answered_at or timezone.now()
    start_clock(request)
    workflow.move(request, RequestState.SENT, by=by, at=request.sent_at)
    return request


def check_releasable(request: QuoteRequest) -> None:
    """Refused with the reason why this request can't go to its hospital now."""
    enquiry = request.enquiry
    if enquiry.address_confirmed_at is None:
        raise Refused(
            _("The family's address is not confirmed: wait for that, or reach them by another way first.")
        )
    live = Consent.objects.live().filter(enquiry=enquiry)
    if not live.filter(hospital=request.hospital).exists():
        raise Refused(_("There is no consent of the family for this hospital."))
    if not live.filter(purpose=Consent.Purpose.PORTAL).exists():
        raise Refused(_("There is no consent of the family."))
    if not request.hospital.accepts_requests(timezone.now().astimezone(clocks.BERLIN).date()):
        raise Refused(_("This hospital is not taking requests at the moment."))
    if enquiry.documents.filter(scan="pending", request__isnull=True).exists():
        raise Refused(_("A document is still being checked."))


def start_clock(request: QuoteRequest) -> None:
    now = timezone.now()
    request.sent_at, request.reminded_at, request.reminders = now, None, 0
    # Sent again it shows what it showed before: later documents are passed on by a step of their own.
    request.documents_until_at = request.documents_until_at or now
    request.sendings += 1
    request.due_at = clocks.hospital_answer_due(now, request.hospital)
    request.clock_paused_at = None


@transaction.atomic
def hand_over(*, request: QuoteRequest, by: Actor) -> QuoteRequest:
    """Typed into the hospital's own form, or told by telephone: from now on the hospital has it."""
    locked_for(request.enquiry, by)
    request = workflow.locked_request(request)
    if request.channel == "portal" or request.state not in {RequestState.SENT, RequestState.ACKNOWLEDGED}:
        raise Refused(_("There is nothing to enter for this hospital."))
    if request.handed_over_at is None:
        request.handed_over_at = timezone.now()
        request.due_at = clocks.hospital_answer_due(request.handed_over_at, request.hospital)
        request.version += 1
        request.save()
        workflow.record(
            request.enquiry, Occurrence.HANDED_OVER, by=by, request=request, detail=request.channel
        )
        workflow.settle(request.enquiry)
    return request


@transaction.atomic
def pass_answer_on(*, request: QuoteRequest, text: str, by: Actor) -> QuoteRequest:
    """The family's answer goes to the hospital in words the coordinator has checked; its clock runs on."""
    request = workflow.locked_request(request)
    workflow.check_step(request, RequestState.ACKNOWLEDGED, by=by)
    if request.state != RequestState.INFO_REQUESTED:
        raise Refused(_("This hospital is not waiting for an answer."))
    if not text.strip():
        raise Refused(_("Please write what the hospital should read."))
    now = timezone.now()
    Message.objects.create(
        enquiry=request.enquiry,
        request=request,
        author=by.kind,
        author_user=by.user,
        text=text,
        created_at=now,
        to_hospital_at=now,
        handled_at=now,
    )
    request.messages.filter(handled_at__isnull=True).update(handled_at=now)
    request.enquiry.asked_family_at = None
    if request.clock_paused_at and request.due_at:
        # Never due, nor expired, in the hour in which the answer comes that the hospital has waited for.
        resumed = request.due_at + (now - request.clock_paused_at)
        request.due_at = max(resumed, clocks.reminder_due(now, request.hospital))
    request.clock_paused_at = None
    request.acknowledged_at = request.acknowledged_at or now
    request.documents_until_at = now
    workflow.move(request, RequestState.ACKNOWLEDGED, by=by, at=now)
    return request


@transaction.atomic
def pass_documents_on(*, request: QuoteRequest, by: Actor) -> QuoteRequest:
    """What the family added after the request was sent becomes readable by that hospital, which is told."""
    locked_for(request.enquiry, by)
    request = workflow.locked_request(request)
    if request.state not in WITH_HOSPITAL:
        raise Refused(_("This hospital does not have the request at the moment."))
    if not documents_waiting(request):
        raise Refused(_("There is no new document to pass on."))
    request.documents_until_at = timezone.now()
    request.version += 1
    request.save()
    workflow.record(request.enquiry, Occurrence.DOCUMENTS_PASSED_ON, by=by, request=request)
    workflow.settle(request.enquiry)
    return request


@transaction.atomic
def release_quote(*, quote: Quote, by: Actor) -> Quote:
    locked_for(quote.request.enquiry, by)
    request = workflow.locked_request(quote.request)
    quote = request.quotes.get(pk=quote.pk)
    if quote.released_at is not None:
        raise Refused(_("This quote has been released already."))
    if quote.superseded_at is not None or request.state != RequestState.QUOTED:
        raise Refused(_("This quote is not the hospital's newest word any more."))
    publish(quote, request=request, by=by, at=timezone.now())
    return quote


@transaction.atomic
def reopen_request(*, request: QuoteRequest, reason: str, by: Actor) -> QuoteRequest:
    """A declined request goes on as opened, an expired one is sent again; the reason is kept as a note."""
    locked_for(request.enquiry, by)
    request = workflow.locked_request(request)
    target = {RequestState.DECLINED: RequestState.ACKNOWLEDGED, RequestState.EXPIRED: RequestState.SENT}.get(
        RequestState(request.state)
    )
    if target is None:
        raise Refused(_("Only a declined or expired request can be reopened."))
    if not reason.strip():
        raise Refused(_("Please give a reason."))
    check_releasable(request)
    request.decline_reason, request.decline_text = "", ""
    if target == RequestState.SENT:
        request.handed_over_at = None  # sent again: where it is typed or phoned, it must be so again
    start_clock(request)
    request.enquiry.notes.create(text=reason, created_at=timezone.now(), created_by=by.user)
    workflow.move(request, target, by=by)
    return request
