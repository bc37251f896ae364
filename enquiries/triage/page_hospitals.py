"""One card per hospital asked: where it stands, its clock, what it answered."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.models import Enquiry, Quote, QuoteRequest
from enquiries.quote_points import Point, quote_points, stated_words
from enquiries.states import CLOCK_RUNS, RequestState
from enquiries.triage.decision import step_url
from enquiries.triage.forms import SOURCES
from enquiries.triage.offers import Offer, on_request
from enquiries.triage.times import Due, due, span


@dataclass(frozen=True)
class QuoteShown:
    quote: Quote
    points: list[Point]
    stated: str
    source: str
    state: str | Promise
    letter_url: str


@dataclass(frozen=True)
class Card:
    request: QuoteRequest
    hospital: str
    state_label: str | Promise
    since: str
    channel: str
    stays: str
    clock: Due | None
    paused: bool
    consent: bool
    quotes: list[QuoteShown]
    facts: list[tuple[str, datetime | None]]
    offers: list[Offer]


def cards(
    enquiry: Enquiry,
    requests: list[QuoteRequest],
    *,
    consented: set[int],
    with_new_documents: set[int],
    now: datetime,
) -> list[Card]:
    """`consented` holds hospitals' keys, `with_new_documents` requests' keys."""
    return [
        _card(enquiry, request, request.hospital_id in consented, request.pk in with_new_documents, now)
        for request in requests
    ]


def _card(enquiry: Enquiry, request: QuoteRequest, consent: bool, new_documents: bool, now: datetime) -> Card:
    return Card(
        request=request,
        hospital=request.hospital.name,
        state_label=RequestState(request.state).label,
        since=span(now - request.state_changed_at),
        channel=request.get_channel_display(),
        stays=stays_asked(request),
        clock=due(request.due_at, now=now) if request.state in CLOCK_RUNS else None,
        paused=request.clock_paused_at is not None and request.state == RequestState.INFO_REQUESTED,
        consent=consent,
        quotes=[quote_shown(quote, enquiry) for quote in request.quotes.all()],
        facts=_facts(request),
        offers=on_request(request, enquiry, new_documents=new_documents),
    )


def stays_asked(request: QuoteRequest) -> str:
    days = sorted(program.stay_days for program in request.programs.all())
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in days)
    return "; ".join(
        part for part in (stays, _("the hospital is to advise") if request.advise else "") if part
    )


def quote_shown(quote: Quote, enquiry: Enquiry) -> QuoteShown:
    points = quote_points(quote)
    return QuoteShown(
        quote=quote,
        points=points,
        stated=stated_words(points),
        source=str(dict(SOURCES).get(quote.source, "")),
        state=_stands(quote),
        letter_url=step_url("document", enquiry, quote.letter.uid) if quote.letter else "",
    )


def _stands(quote: Quote) -> str:
    if quote.superseded_at:
        return _("replaced by a newer revision")
    return _("released to the family") if quote.released_at else _("not shown to the family yet")


def _facts(request: QuoteRequest) -> list[tuple[str, datetime | None]]:
    pairs = [
        (_("Sent"), request.sent_at),
        (_("Entered in its form, or phoned"), request.handed_over_at),
        (_("First opened"), request.acknowledged_at),
        (_("Answer due"), request.due_at),
        (_("Last reminder"), request.reminded_at),
    ]
    return [(label, at) for label, at in pairs if at]
