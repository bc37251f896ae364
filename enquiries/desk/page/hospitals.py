"""One card per hospital asked: where it stands, its clock, what it answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from enquiries.desk.addresses import document_url
from enquiries.desk.decisions.row import Standing
from enquiries.desk.page.offers import Offer, offers
from enquiries.desk.page.steps import StepShown, kinds_about
from enquiries.desk.times import Due, due, span
from enquiries.models import Consent, Enquiry, Quote, QuoteRequest
from enquiries.rules.quote_points import Point, quote_points, stated_words
from enquiries.words.states import CLOCK_RUNS, RequestState
from enquiries.words.stays import stays_words


@dataclass(frozen=True)
class Answer:
    """`source` is "" where the hospital answered by itself."""

    day: date | None
    source: str


@dataclass(frozen=True)
class QuoteShown:
    quote: Quote
    points: list[Point]
    stated: str
    answer: Answer
    state: str | Promise
    letter_url: str


@dataclass(frozen=True)
class Card:
    quote_request: QuoteRequest
    hospital: str
    state_label: str | Promise
    since: str
    channel: str
    stays: str
    clock: Due | None
    paused: bool
    consent: bool
    refusal: Answer
    quotes: list[QuoteShown]
    facts: list[tuple[str, datetime | None]]
    offers: list[Offer]


def cards(
    requests: list[QuoteRequest],
    *,
    consents: list[Consent],
    steps: list[StepShown],
    user: Any,
    now: datetime,
) -> list[Card]:
    consented = {consent.hospital_id for consent in consents if not consent.withdrawn_at}
    return [
        _card(
            quote_request,
            consent=quote_request.hospital_id in consented,
            standing=Standing(user=user, to_do=kinds_about(quote_request, steps)),
            now=now,
        )
        for quote_request in requests
    ]


def _card(quote_request: QuoteRequest, *, consent: bool, standing: Standing, now: datetime) -> Card:
    return Card(
        quote_request=quote_request,
        hospital=quote_request.hospital.name,
        state_label=RequestState(quote_request.state).label,
        since=span(now - quote_request.state_changed_at),
        channel=quote_request.get_channel_display(),
        stays=stays_asked(quote_request),
        clock=due(quote_request.due_at, now=now) if quote_request.state in CLOCK_RUNS else None,
        paused=quote_request.clock_paused_at is not None
        and quote_request.state == RequestState.INFO_REQUESTED,
        consent=consent,
        refusal=Answer(quote_request.declined_on, quote_request.get_decline_source_display()),
        quotes=[quote_shown(quote, quote_request.enquiry) for quote in quote_request.quotes.all()],
        facts=_facts(quote_request),
        offers=offers(quote_request, standing),
    )


def stays_asked(quote_request: QuoteRequest) -> str:
    advise = _("the hospital is to advise") if quote_request.advise else ""
    return stays_words(quote_request.programs.all(), advise=advise)


def quote_shown(quote: Quote, enquiry: Enquiry) -> QuoteShown:
    points = quote_points(quote)
    return QuoteShown(
        quote=quote,
        points=points,
        stated=stated_words(points),
        answer=Answer(quote.answered_on, quote.get_source_display()),
        state=_stands(quote),
        letter_url=document_url(quote.letter, enquiry) if quote.letter else "",
    )


def _stands(quote: Quote) -> str:
    if quote.superseded_at:
        return _("replaced by a newer revision")
    return _("released to the family") if quote.released_at else _("not shown to the family yet")


def _facts(quote_request: QuoteRequest) -> list[tuple[str, datetime | None]]:
    pairs = [
        (_("Sent"), quote_request.sent_at),
        (_("Entered in its form, or phoned"), quote_request.handed_over_at),
        (_("First opened"), quote_request.acknowledged_at),
        (_("Answer due"), quote_request.due_at),
        (_("Last reminder"), quote_request.reminded_at),
    ]
    return [(label, at) for label, at in pairs if at]
