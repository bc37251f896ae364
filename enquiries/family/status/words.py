"""What the family reads about its enquiry: where things stand, what comes next and how far it has come."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules import clocks
from enquiries.words.states import (
    CLOCK_RUNS,
    UNDECIDED,
    WITH_HOSPITAL,
    ClosedReason,
    EnquiryState,
    RequestState,
)
from ground.berlin import day_in_berlin, in_berlin, today_in_berlin
from languages.dates import when

CLOSED_WORDS = {
    ClosedReason.HANDED_OVER: gettext_lazy("We handed it over to the hospital you chose; it goes on there."),
    ClosedReason.NO_QUOTE: gettext_lazy("No hospital could make a quote. We wrote to you about it below."),
    ClosedReason.NONE_CHOSEN: gettext_lazy("You decided to go on with none of these hospitals."),
    ClosedReason.WITHDRAWN: gettext_lazy(
        "You withdrew it. The hospitals were asked to delete what they had received."
    ),
    ClosedReason.NO_REPLY: gettext_lazy(
        "We did not hear from you for a long time. We can open it again at any time."
    ),
    ClosedReason.NOT_SUITABLE: gettext_lazy("We could not pass it on. We wrote to you about it below."),
    ClosedReason.DUPLICATE: gettext_lazy("It reached us twice; we go on with the other one."),
    ClosedReason.SPAM: gettext_lazy("We could not pass it on."),
}


def day_words(moment: datetime | date) -> str:
    """`Tuesday, 1 December`, in Berlin; the year only where it is not this one."""
    day = day_in_berlin(moment) if isinstance(moment, datetime) else moment
    return when(day, "weekday" if day.year == today_in_berlin().year else "weekday_year")


def moment_words(moment: datetime) -> str:
    """`Tuesday, 1 December, 14:30, German time`: for a promise that is kept by the hour."""
    local = in_berlin(moment)
    return _("%(day)s, %(time)s, German time") % {
        "day": day_words(local),
        "time": when(local, "clock"),
    }


def visit_words() -> str:
    """How long the code that was typed keeps the page open."""
    idle, most = (int(length.total_seconds()) for length in settings.FAMILY_SESSION)
    minutes = ngettext("%(count)d minute", "%(count)d minutes", idle // 60) % {"count": idle // 60}
    hours = ngettext("%(count)d hour", "%(count)d hours", most // 3600) % {"count": most // 3600}
    return _("You stay signed in for %(minutes)s after your last step, %(hours)s at most.") % {
        "minutes": minutes,
        "hours": hours,
    }


def now_sentences(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    """What is going on, and what comes next by when."""
    words = _STATE_WORDS[EnquiryState(enquiry.state)](enquiry, requests)
    if enquiry.is_open and enquiry.asked_family_at and enquiry.state != EnquiryState.NEEDS_INFO:
        words.insert(0, _("We have a question for you; please answer it below."))
    return words


def _received(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    if enquiry.first_answered_at:
        return [_("We have read your enquiry and prepare it for the hospitals.")]
    due = clocks.FIRST_ANSWER.due(enquiry.created_at, urgent=enquiry.urgent)
    return [
        _("We have your enquiry and are reading it."),
        _("A person answers you by %(moment)s, before it goes to the hospitals.")
        % {"moment": moment_words(due)},
    ]


def _needs_info(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    until = clocks.NO_REPLY.due(enquiry.asked_family_at or enquiry.state_changed_at)
    return [
        _("We need an answer from you before the hospitals can begin."),
        _("Please write to us by %(day)s; after that we close the enquiry, and can open it again.")
        % {"day": day_words(until)},
    ]


def _next_answer(requests: list[QuoteRequest]) -> list[str]:
    waiting = [
        (quote_request.due_at, quote_request.hospital.short_name)
        for quote_request in requests
        if quote_request.state in CLOCK_RUNS and quote_request.due_at
    ]
    if not waiting:
        return []
    due_at, hospital = min(waiting)
    facts = {"hospital": hospital, "day": day_words(due_at)}
    if day_in_berlin(due_at) < today_in_berlin():
        return [_("We expected %(hospital)s's answer by %(day)s and are asking there.") % facts]
    return [_("We expect %(hospital)s's answer by %(day)s.") % facts]


def _with_hospitals(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    having = sum(quote_request.state in WITH_HOSPITAL for quote_request in requests)
    words = ngettext(
        "%(count)d hospital has your request.", "%(count)d hospitals have your request.", having
    ) % {"count": having}
    return [words, *_next_answer(requests)]


def _quotes_available(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    here = sum(
        quote_request.state == RequestState.QUOTED and quote_request.released_quote is not None
        for quote_request in requests
    )
    words = ngettext("%(count)d quote is here to read.", "%(count)d quotes are here to compare.", here)
    following = _next_answer(requests) or [
        _("Choosing has no deadline of ours. Treatment where the patient is must not wait for it.")
    ]
    return [words % {"count": here}, *following]


def _no_quote(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    due = clocks.CLOSING_LETTER.due(enquiry.state_changed_at)
    return [
        _("No hospital could make a quote."),
        _("A person writes to you by %(day)s about what else is possible.") % {"day": day_words(due)},
    ]


def _decided(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    chosen = [
        quote_request.hospital.short_name
        for quote_request in requests
        if quote_request.state == RequestState.ACCEPTED
    ]
    if not chosen:
        return [_("You decided to go on with none of these hospitals. If you change your mind, write to us.")]
    due = clocks.FOLLOW_UP.due(enquiry.state_changed_at)
    return [
        _("You want to go on with %(hospital)s.") % {"hospital": chosen[0]},
        _("We arrange the next step with the hospital by %(day)s and write to you.")
        % {"day": day_words(due)},
    ]


def _closed(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[str]:
    reason = CLOSED_WORDS.get(ClosedReason(enquiry.closed_reason)) if enquiry.closed_reason else None
    return [_("This enquiry is closed."), *([str(reason)] if reason else [])]


_STATE_WORDS = {
    EnquiryState.RECEIVED: _received,
    EnquiryState.NEEDS_INFO: _needs_info,
    EnquiryState.WITH_HOSPITALS: _with_hospitals,
    EnquiryState.QUOTES_AVAILABLE: _quotes_available,
    EnquiryState.ALL_ANSWERED_NO_QUOTE: _no_quote,
    EnquiryState.DECIDED: _decided,
    EnquiryState.CLOSED: _closed,
    EnquiryState.ANONYMIZED: _closed,
}

STAGES = (
    gettext_lazy("Received"),
    gettext_lazy("Read by a person"),
    gettext_lazy("With the hospitals"),
    gettext_lazy("Quotes here"),
    gettext_lazy("Your decision"),
)


@dataclass(frozen=True)
class Stage:
    label: str
    mark: str  # "done", "now" or ""


def progress(enquiry: Enquiry, requests: list[QuoteRequest]) -> list[Stage]:
    """How far the enquiry has come. Only what has happened is marked as done."""
    sent = any(quote_request.sent_at for quote_request in requests)
    quoted = any(quote_request.released_quote for quote_request in requests)
    decided = any(
        quote_request.state in {RequestState.ACCEPTED, RequestState.NOT_SELECTED}
        for quote_request in requests
    )
    at = 4 if decided else 3 if quoted else 2 if sent else 1
    reached = {0: True, 1: sent or bool(enquiry.first_answered_at), 2: sent, 3: quoted, 4: decided}
    return [
        Stage(str(label), "now" if place == at else "done" if place < at and reached[place] else "")
        for place, label in enumerate(STAGES)
    ]


TRACK = (gettext_lazy("sent"), gettext_lazy("opened"), gettext_lazy("answered"), gettext_lazy("quote here"))


def track(quote_request: QuoteRequest) -> list[Stage]:
    """The way of one hospital's request: sent, opened, answered, quote here."""
    quotes = list(quote_request.quotes.all())
    answered = bool(quotes) or quote_request.state == RequestState.DECLINED
    reached = (
        quote_request.sent_at is not None,
        quote_request.acknowledged_at is not None or answered,
        answered,
        any(quote.released_at for quote in quotes),
    )
    last = max((place for place, done in enumerate(reached) if done), default=-1)
    going_on = quote_request.state in UNDECIDED
    return [
        Stage(str(label), "done" if reached[place] else "now" if going_on and place == last + 1 else "")
        for place, label in enumerate(TRACK)
    ]


@dataclass(frozen=True)
class Stand:
    """Where one hospital stands, and since when."""

    quote_request: QuoteRequest
    track: list[Stage]
    since: datetime
    due_at: datetime | None

    @property
    def is_late(self) -> bool:
        """Not before its day is over: the page names no hour."""
        return self.due_at is not None and day_in_berlin(self.due_at) < today_in_berlin()


def stand(quote_request: QuoteRequest) -> Stand:
    quote = quote_request.released_quote if quote_request.state == RequestState.QUOTED else None
    since = (quote.released_at if quote else None) or quote_request.state_changed_at
    due_at = quote_request.due_at if quote_request.state in CLOCK_RUNS else None
    return Stand(quote_request, track(quote_request), since, due_at)
