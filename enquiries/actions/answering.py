"""What a hospital does with its request, or a coordinator in its name (then with the source and the real day)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries.models import Document, Message, Quote, QuoteRequest
from enquiries.rules import quote_rules, workflow
from enquiries.words.actors import Actor, ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import AnswerSource, DeclineReason, RequestState
from ground.berlin import day_in_berlin


@transaction.atomic
def open_request(*, quote_request: QuoteRequest, by: Actor) -> QuoteRequest:
    """The first opening acknowledges; later ones change nothing. Raises nothing: who may not, changes nothing."""
    quote_request = workflow.locked_request(quote_request)
    if (
        quote_request.state == RequestState.SENT
        and by.kind == ActorKind.HOSPITAL
        and quote_request.enquiry.is_open
    ):
        quote_request.acknowledged_at = quote_request.acknowledged_at or timezone.now()
        workflow.move(quote_request, RequestState.ACKNOWLEDGED, by=by)
    return quote_request


@transaction.atomic
def ask(*, quote_request: QuoteRequest, text: str, by: Actor) -> QuoteRequest:
    """A question; the hospital's clock stands still until a coordinator passes the answer on.

    Raises Refused when the request is in no state for a question, or is not the asker's.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.INFO_REQUESTED, by=by)
    now = timezone.now()
    Message.objects.said(enquiry=quote_request.enquiry, quote_request=quote_request, text=text, by=by, at=now)
    quote_request.clock_paused_at = now
    workflow.move(quote_request, RequestState.INFO_REQUESTED, by=by, at=now)
    return quote_request


@transaction.atomic
def quote(
    *,
    quote_request: QuoteRequest,
    facts: dict[str, Any],
    by: Actor,
    letter: Document | None = None,
    source: str = "",
    answered_on: date | None = None,
) -> Quote:
    """A quote, or its next revision; the one before is kept as superseded.

    `facts` are Quote's own fields. Where the hospital's quotes need no release, the family can read it at once.
    Raises Refused when this step is not possible now, when a coordinator does not say how and when the answer came,
    and with the first sentence of the quote's rules.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.QUOTED, by=by)
    now = timezone.now()
    day = _answer_day(by, source, answered_on, quote_request, now)
    for _field, sentence in quote_rules.misfits(facts, today=day_in_berlin(now), answered_on=day):
        raise Refused(sentence)
    before = quote_request.current_quote
    quote_request.quotes.filter(superseded_at__isnull=True).update(superseded_at=now)
    # vow state: a quote has no such column
    made = Quote.objects.create(
        quote_request=quote_request,
        revision=before.revision + 1 if before else 1,
        created_at=now,
        entered_by=by.user,
        source=source,
        answered_on=day,
        letter=letter,
        **facts,
    )
    workflow.move(quote_request, RequestState.QUOTED, by=by, at=now)
    if not quote_request.hospital.quotes_need_release:
        publish(made, quote_request=quote_request, by=by, at=now)
    return made


def publish(made: Quote, *, quote_request: QuoteRequest, by: Actor, at: datetime) -> None:
    """Makes a quote readable by the family; the request is locked. Raises nothing: its callers have checked."""
    made.released_at, made.released_by = at, by.user
    made.save(update_fields=["released_at", "released_by"])
    workflow.record(
        quote_request.enquiry, Occurrence.QUOTE_RELEASED, by=by, at=at, quote_request=quote_request
    )
    workflow.settle(quote_request.enquiry, at=at)


@transaction.atomic
def decline(
    *,
    quote_request: QuoteRequest,
    reason: str,
    text: str,
    by: Actor,
    source: str = "",
    answered_on: date | None = None,
) -> QuoteRequest:
    """The hospital can make no quote; `text` is for the family to read.

    Raises Refused when the request is in no state for it, for an unknown reason, for an empty sentence, and when a
    coordinator does not say how and when the answer came.
    """
    quote_request = workflow.locked_request(quote_request)
    workflow.check_move(quote_request, RequestState.DECLINED, by=by)
    if reason not in DeclineReason:
        raise Refused(_("Please choose the reason that fits best."))
    if not text.strip():
        raise Refused(_("Please add a sentence that the family can understand."))
    now = timezone.now()
    quote_request.declined_on = _answer_day(by, source, answered_on, quote_request, now)
    quote_request.decline_source = source
    quote_request.decline_reason, quote_request.decline_text = reason, text
    workflow.move(quote_request, RequestState.DECLINED, by=by, at=now, detail=source or reason)
    return quote_request


def _answer_day(
    by: Actor, source: str, answered_on: date | None, quote_request: QuoteRequest, now: datetime
) -> date:
    """The Berlin day on which the hospital answered; a coordinator must say how the answer came."""
    today = day_in_berlin(now)
    if by.kind != ActorKind.COORDINATOR:
        return today
    if source not in AnswerSource:
        raise Refused(_("Please say how the hospital's answer came."))
    day = answered_on or today
    sent_on = day_in_berlin(quote_request.sent_at) if quote_request.sent_at else today
    if not sent_on <= day <= today:
        raise Refused(
            _("The day of the answer must lie between the day it was sent to the hospital and today.")
        )
    return day
