"""What the hospital's pages show. All of a request that a page may hold passes through here."""

from types import SimpleNamespace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from enquiries.clinic.forms import AskForm, DeclineForm, LetterForm, OwnQuoteForm
from enquiries.models import Message, QuoteRequest
from enquiries.rules.disclosure import disclose
from enquiries.rules.quote_points import Point, quote_points, quote_points_missing, stated_words
from enquiries.rules.readable import hospital_may_read
from enquiries.rules.workflow import can_move
from enquiries.words.actors import Actor
from enquiries.words.states import RequestState


def can(quote_request: QuoteRequest, target: RequestState) -> bool:
    return can_move(quote_request, target, by=Actor.hospital(quote_request))


def request_page(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    quotes, may_read = list(quote_request.quotes.select_related("letter")), hospital_may_read(quote_request)
    context = {
        "quote_request": quote_request,
        "disclosure": disclose(quote_request) if may_read else None,
        "thread": list(Message.objects.for_hospital(quote_request)) if may_read else [],
        "quotes": [(quote, quote_points(quote)) for quote in quotes],
        "can_ask": can(quote_request, RequestState.INFO_REQUESTED),
        "can_quote": can(quote_request, RequestState.QUOTED),
        "can_decline": can(quote_request, RequestState.DECLINED),
        "done": request.session.pop("done", ""),
    }
    return render(request, "clinic/request.html", context)


def refused_page(request: HttpRequest, quote_request: QuoteRequest, reason: str) -> HttpResponse:
    """A step that can't be taken now: the reason, and the way back."""
    return render(
        request, "clinic/refused.html", {"quote_request": quote_request, "refused": reason}, status=409
    )


def not_now_page(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    reason = _("This step is not possible now: the request is “%(state)s”.") % {
        "state": RequestState(quote_request.state).label
    }
    return refused_page(request, quote_request, reason)


def ask_page(
    request: HttpRequest, quote_request: QuoteRequest, form: AskForm, refused: str = ""
) -> HttpResponse:
    context = {"quote_request": quote_request, "form": form, "refused": refused}
    return render(request, "clinic/ask.html", context, status=409 if refused else 200)


def decline_page(
    request: HttpRequest, quote_request: QuoteRequest, form: DeclineForm, refused: str = ""
) -> HttpResponse:
    context = {"quote_request": quote_request, "form": form, "refused": refused}
    return render(request, "clinic/decline.html", context, status=409 if refused else 200)


def quote_page(
    request: HttpRequest, quote_request: QuoteRequest, form: OwnQuoteForm, refused: str = ""
) -> HttpResponse:
    context = {
        "quote_request": quote_request,
        "form": form,
        "refused": refused,
        "asked": asked(quote_request),
        "before": quote_request.current_quote,
    }
    return render(request, "clinic/quote.html", context, status=409 if refused else 200)


def asked(quote_request: QuoteRequest) -> list[tuple[str, str]]:
    """The first section of what is disclosed: what the quote is asked for."""
    return disclose(quote_request).sections[0].rows


def check_page(
    request: HttpRequest,
    quote_request: QuoteRequest,
    form: OwnQuoteForm,
    letter_form: LetterForm,
    refused: str = "",
) -> HttpResponse:
    facts = form.facts()
    points = points_of(facts)
    context = {
        "quote_request": quote_request,
        "form": form,
        "letter_form": letter_form,
        "points": points,
        "missing": quote_points_missing(facts),
        "stated": stated_words(points),
        "before": quote_request.current_quote,
        "refused": refused,
    }
    return render(request, "clinic/check.html", context, status=409 if refused else 200)


def points_of(facts: dict) -> list[Point]:
    return quote_points(SimpleNamespace(**facts))
