"""What the passing of time does: reminders, expiry, closing without a reply. Run by the worker, safe to run twice.

Guaranteed: what is due is done once, however often and by however many it is run; one broken row stops no other.
Held by tests/enquiries/actions/test_ticking.py and tests/enquiries/actions/every/test_two_at_once.py.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from enquiries.actions import turns
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules import clocks, workflow
from enquiries.words.actors import CLOCK
from enquiries.words.occurrences import Occurrence
from enquiries.words.states import CLOCK_RUNS, ENDED, ClosedReason, EnquiryState, RequestState

log = logging.getLogger(__name__)
REMINDERS_BEFORE_EXPIRY = 2
BATCH = 200
SHORTEST = timedelta(hours=23)  # no clock here runs for less than a day, and one day a year has 23 hours


def tick(*, now: datetime | None = None) -> dict[str, int]:
    """One pass over everything whose time may have come; counts of what was done. One transaction an item, so that
    a kill between two loses nothing and a second pass goes on. A row that can't be treated is logged, never raised.
    """
    now = now or timezone.now()
    requests = QuoteRequest.objects.filter(
        state__in=CLOCK_RUNS, enquiry__closed_at__isnull=True, sent_at__lt=now - SHORTEST
    )
    families = Enquiry.objects.open().filter(asked_family_at__lt=now - SHORTEST)
    done = {"hospital_reminders": 0, "expired": 0, "family_reminders": 0, "no_reply": 0}
    _each(requests, lambda pk: _tick_request(pk, now), done)
    _each(families, lambda pk: _tick_family(pk, now), done)
    return done


def _each(rows: QuerySet[Any], act: Callable[[int], str], done: dict[str, int]) -> None:
    last = 0
    while pks := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        for pk in pks:
            try:
                if what := act(pk):
                    done[what] += 1
            except Exception:
                # One broken row must not stop everybody else's reminders; the log names it by number only.
                log.exception("the clock could not treat row %s", pk)
        last = pks[-1]


def _tick_request(pk: int, now: datetime) -> str:
    with transaction.atomic():
        quote_request = workflow.locked_request(QuoteRequest.objects.only("pk", "enquiry_id").get(pk=pk))
        if (
            quote_request.state not in CLOCK_RUNS
            or not quote_request.enquiry.is_open
            or quote_request.waits_for_hand_over
        ):
            return ""
        if quote_request.reminders < REMINDERS_BEFORE_EXPIRY:
            if now < next_reminder_at(quote_request):
                return ""
            quote_request.reminders += 1
            quote_request.reminded_at = now
            workflow.happened_to(quote_request, Occurrence.REMINDED, by=CLOCK, at=now)
            return "hospital_reminders"
        if now < expires_at(quote_request):
            return ""
        workflow.move(quote_request, RequestState.EXPIRED, by=CLOCK, at=now)
        return "expired"


def next_reminder_at(quote_request: QuoteRequest) -> datetime:
    """Unopened: by the clock of the first reminder, at the latest when the answer is due, then when it is due. Opened:
    when it is due, then by the clock of the second reminder, which always lies between the two.

    Raises nothing while a hospital's clock runs.
    """
    hospital = quote_request.hospital
    has_it_since = quote_request.handed_over_at or quote_request.sent_at
    assert has_it_since and quote_request.due_at  # noqa: S101  (CLOCK_RUNS states have both)
    if quote_request.reminders == 0:
        if quote_request.state == RequestState.ACKNOWLEDGED:
            return quote_request.due_at
        return min(quote_request.due_at, clocks.FIRST_REMINDER.due(has_it_since, hospital=hospital))
    reminded_at = quote_request.reminded_at or has_it_since
    return max(quote_request.due_at, clocks.SECOND_REMINDER.due(reminded_at, hospital=hospital))


def expires_at(quote_request: QuoteRequest) -> datetime:
    """Some time after the last reminder, never before the answer was due. Raises nothing once it was reminded."""
    assert quote_request.due_at and quote_request.reminded_at  # noqa: S101  (it was reminded)
    after = clocks.EXPIRY.due(quote_request.reminded_at, hospital=quote_request.hospital)
    return max(quote_request.due_at, after)


def _tick_family(pk: int, now: datetime) -> str:
    with transaction.atomic():
        enquiry = workflow.locked(pk)
        if not enquiry.is_open or enquiry.asked_family_at is None:
            return ""
        asked_at = enquiry.asked_family_at
        if now >= clocks.NO_REPLY.due(asked_at):
            return _close_without_reply(enquiry, now)
        due = sum(now >= reminder.due(asked_at) for reminder in clocks.FAMILY_REMINDERS)
        if enquiry.family_reminders >= due:
            return ""
        enquiry.family_reminders = due
        workflow.happened(enquiry, Occurrence.FAMILY_REMINDED, by=CLOCK, at=now)
        return "family_reminders"


def _close_without_reply(enquiry: Enquiry, now: datetime) -> str:
    """Only where no hospital is at work or has quoted: otherwise a person decides, and the wait just goes on. So it
    does where every hospital has ended since we asked: that family is owed a letter written by a person."""
    if enquiry.requests.exclude(state__in=[RequestState.PENDING, *ENDED]).exists():
        return ""
    asked_at = enquiry.asked_family_at or now
    if enquiry.state == EnquiryState.ALL_ANSWERED_NO_QUOTE and asked_at < enquiry.state_changed_at:
        return ""
    turns.end_wait(enquiry)
    workflow.set_closed(enquiry, reason=ClosedReason.NO_REPLY, by=CLOCK, at=now)
    return "no_reply"
