"""What the hospital's pages show. All of a request that a page may hold passes through here."""

from types import SimpleNamespace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from enquiries.actors import ActorKind
from enquiries.clinic.forms import AskForm, DeclineForm, LetterForm, QuoteForm
from enquiries.disclosure import disclose
from enquiries.models import Document, Message, QuoteRequest
from enquiries.quote_points import Point, quote_points, quote_points_missing, stated_words
from enquiries.states import WITH_HOSPITAL, RequestState
from enquiries.workflow import allowed


def readable(request: QuoteRequest) -> bool:
    """Whether the hospital still needs what the family sent: while it can answer, and once it is chosen."""
    if request.state == RequestState.ACCEPTED:
        return True
    return request.enquiry.is_open and request.state in WITH_HOSPITAL


def can(request: QuoteRequest, target: RequestState) -> bool:
    return request.enquiry.is_open and allowed(request.state, target, ActorKind.HOSPITAL)


def shown_documents(request: QuoteRequest) -> list[Document]:
    return disclose(request).documents if readable(request) else []


def request_page(http_request: HttpRequest, request: QuoteRequest) -> HttpResponse:
    quotes = list(request.quotes.select_related("letter"))
    context = {
        "quote_request": request,
        "disclosure": disclose(request) if readable(request) else None,
        "thread": list(Message.objects.for_hospital(request)) if readable(request) else [],
        "quotes": [(quote, quote_points(quote)) for quote in quotes],
        "can_ask": can(request, RequestState.INFO_REQUESTED),
        "can_quote": can(request, RequestState.QUOTED),
        "can_decline": can(request, RequestState.DECLINED),
        "done": http_request.session.pop("done", ""),
    }
    return render(http_request, "clinic/request.html", context)


def refused_page(http_request: HttpRequest, request: QuoteRequest, reason: str) -> HttpResponse:
    """A step that can't be taken now: the reason, and the way back."""
    return render(
        http_request, "clinic/refused.html", {"quote_request": request, "refused": reason}, status=409
    )


def ask_page(
    http_request: HttpRequest, request: QuoteRequest, form: AskForm, refused: str = ""
) -> HttpResponse:
    context = {"quote_request": request, "form": form, "refused": refused}
    return render(http_request, "clinic/ask.html", context, status=409 if refused else 200)


def decline_page(
    http_request: HttpRequest, request: QuoteRequest, form: DeclineForm, refused: str = ""
) -> HttpResponse:
    context = {"quote_request": request, "form": form, "refused": refused}
    return render(http_request, "clinic/decline.html", context, status=409 if refused else 200)


def quote_page(
    http_request: HttpRequest, request: QuoteRequest, form: QuoteForm, refused: str = ""
) -> HttpResponse:
    context = {"quote_request": request, "form": form, "refused": refused, "asked": asked(request)}
    context["before"] = request.current_quote
    return render(http_request, "clinic/quote.html", context, status=409 if refused else 200)


def asked(request: QuoteRequest) -> list[tuple[str, str]]:
    """The first section of what is disclosed: what the quote is asked for."""
    return disclose(request).sections[0].rows


def check_page(
    http_request: HttpRequest,
    request: QuoteRequest,
    form: QuoteForm,
    letter_form: LetterForm,
    refused: str = "",
) -> HttpResponse:
    facts = form.facts()
    points = points_of(facts)
    context = {
        "quote_request": request,
        "form": form,
        "letter_form": letter_form,
        "points": points,
        "missing": quote_points_missing(facts),
        "stated": stated_words(points),
        "before": request.current_quote,
        "refused": refused,
    }
    return render(http_request, "clinic/check.html", context, status=409 if refused else 200)


def points_of(facts: dict) -> list[Point]:
    return quote_points(SimpleNamespace(**facts))
