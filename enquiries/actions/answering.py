"""What a hospital does with its request, or a coordinator in its name (then with the source and the real day)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries import quote_rules, workflow
from enquiries.actors import Actor, ActorKind
from enquiries.clocks import BERLIN
from enquiries.models import Document, Message, Quote, QuoteRequest
from enquiries.occurrences import Occurrence
from enquiries.states import RequestState
from enquiries.workflow import Refused

SOURCES = ("phone", "email", "fax", "form", "letter")


@transaction.atomic
def open_request(*, request: QuoteRequest, by: Actor) -> QuoteRequest:
    """The first opening acknowledges; later ones change nothing."""
    request = workflow.locked_request(request)
    if request.state == RequestState.SENT and by.kind == ActorKind.HOSPITAL and request.enquiry.is_open:
        request.acknowledged_at = request.acknowledged_at or timezone.now()
        workflow.move(request, RequestState.ACKNOWLEDGED, by=by)
    return request


@transaction.atomic
def ask(*, request: QuoteRequest, text: str, by: Actor) -> QuoteRequest:
    """A question; the hospital's clock stands still until a coordinator passes the answer on."""
    request = workflow.locked_request(request)
    workflow.check_step(request, RequestState.INFO_REQUESTED, by=by)
    now = timezone.now()
    Message.objects.create(
        enquiry=request.enquiry,
        request=request,
        author=by.kind,
        author_user=by.user,
        text=text,
        created_at=now,
    )
    request.clock_paused_at = now
    workflow.move(request, RequestState.INFO_REQUESTED, by=by, at=now)
    return request


@transaction.atomic
def quote(
    *,
    request: QuoteRequest,
    facts: dict,
    by: Actor,
    letter: Document | None = None,
    source: str = "",
    answered_on: date | None = None,
) -> Quote:
    """A quote, or its next revision; the one before is kept as superseded.

    `facts` are Quote's own fields. Where the hospital's quotes need no release, the family can read it at once.
    """
    request = workflow.locked_request(request)
    workflow.check_step(request, RequestState.QUOTED, by=by)
    now = timezone.now()
    day = _answer_day(by, source, answered_on, request, now)
    quote_rules.check(facts, today=now.astimezone(BERLIN).date(), answered_on=day)
    before = request.quotes.order_by("-revision").first()
    request.quotes.filter(superseded_at__isnull=True).update(superseded_at=now)
    made = Quote.objects.create(
        request=request,
        revision=before.revision + 1 if before else 1,
        created_at=now,
        entered_by=by.user,
        source=source,
        answered_on=day,
        letter=letter,
        **facts,
    )
    workflow.move(request, RequestState.QUOTED, by=by, at=now)
    if not request.hospital.quotes_need_release:
        publish(made, request=request, by=by, at=now)
    return made


def publish(made: Quote, *, request: QuoteRequest, by: Actor, at: datetime) -> None:
    """Makes a quote readable by the family; the request is locked."""
    made.released_at, made.released_by = at, by.user
    made.save(update_fields=["released_at", "released_by"])
    workflow.record(request.enquiry, Occurrence.QUOTE_RELEASED, by=by, at=at, request=request)
    workflow.settle(request.enquiry, at=at)


@transaction.atomic
def decline(
    *,
    request: QuoteRequest,
    reason: str,
    text: str,
    by: Actor,
    source: str = "",
    answered_on: date | None = None,
) -> QuoteRequest:
    request = workflow.locked_request(request)
    workflow.check_step(request, RequestState.DECLINED, by=by)
    if not text.strip():
        raise Refused(_("Please add a sentence that the family can understand."))
    now = timezone.now()
    _answer_day(by, source, answered_on, request, now)
    request.decline_reason, request.decline_text = reason, text
    workflow.move(request, RequestState.DECLINED, by=by, at=now, detail=source or reason)
    return request


def _answer_day(
    by: Actor, source: str, answered_on: date | None, request: QuoteRequest, now: datetime
) -> date:
    """The Berlin day on which the hospital answered; a coordinator must say how the answer came."""
    today = now.astimezone(BERLIN).date()
    if by.kind != ActorKind.COORDINATOR:
        return today
    if source not in SOURCES:
        raise Refused(_("Please say how the hospital's answer came."))
    day = answered_on or today
    sent_on = request.sent_at.astimezone(BERLIN).date() if request.sent_at else today
    if not sent_on <= day <= today:
        raise Refused(
            _("The day of the answer must lie between the day it was sent to the hospital and today.")
        )
    return day
