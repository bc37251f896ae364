"""The hospital's request, its documents, its question and its refusal."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries.actions import answering
from enquiries.actors import Actor
from enquiries.clinic.entry import keeps_what_was_typed
from enquiries.clinic.forms import AskForm, DeclineForm
from enquiries.clinic.pages import (
    ask_page,
    can,
    decline_page,
    readable,
    refused_page,
    request_page,
    shown_documents,
)
from enquiries.clinic.withdrawal import tells_withdrawal
from enquiries.documents import document_response
from enquiries.models import QuoteRequest
from enquiries.states import RequestState
from enquiries.views_log import record_view
from enquiries.workflow import Refused
from enquiries.zones import hospital_zone


def own(http_request: HttpRequest) -> QuoteRequest:
    return http_request.quote_request  # type: ignore[attr-defined]


def state_words(request: QuoteRequest) -> str:
    return _("This step is not possible now: the request is “%(state)s”.") % {
        "state": RequestState(request.state).label
    }


@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD"])
def request_view(http_request: HttpRequest) -> HttpResponse:
    request = own(http_request)
    if readable(request):
        record_view(enquiry=request.enquiry, by=Actor.hospital(request), what="request", request=request)
    return request_page(http_request, request)


@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD"])
def document(http_request: HttpRequest, uid: UUID) -> HttpResponse:
    """Only what is disclosed, and its own letters; anything else does not exist here."""
    request = own(http_request)
    letters = [quote.letter for quote in request.quotes.select_related("letter") if quote.letter]
    for candidate in [*shown_documents(request), *letters]:
        if candidate.uid == uid:
            record_view(enquiry=request.enquiry, by=Actor.hospital(request), what="document", request=request)
            return document_response(candidate)
    raise Http404


@keeps_what_was_typed("ask")
@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD", "POST"])
def ask(http_request: HttpRequest) -> HttpResponse:
    request = own(http_request)
    if http_request.method != "POST":
        possible = can(request, RequestState.INFO_REQUESTED)
        return ask_page(http_request, request, AskForm()) if possible else _not_now(http_request, request)
    form = AskForm(http_request.POST)
    if not form.is_valid():
        return ask_page(http_request, request, form)
    try:
        answering.ask(request=request, text=form.cleaned_data["text"], by=Actor.hospital(request))
    except Refused as refusal:
        return ask_page(http_request, request, form, refused=str(refusal))
    http_request.session["done"] = "asked"
    return redirect("clinic:request")


@keeps_what_was_typed("decline")
@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD", "POST"])
def decline(http_request: HttpRequest) -> HttpResponse:
    request = own(http_request)
    if http_request.method != "POST":
        possible = can(request, RequestState.DECLINED)
        return (
            decline_page(http_request, request, DeclineForm())
            if possible
            else _not_now(http_request, request)
        )
    form = DeclineForm(http_request.POST)
    if not form.is_valid():
        return decline_page(http_request, request, form)
    facts = form.cleaned_data
    try:
        answering.decline(
            request=request, reason=facts["reason"], text=facts["text"], by=Actor.hospital(request)
        )
    except Refused as refusal:
        return decline_page(http_request, request, form, refused=str(refusal))
    http_request.session["done"] = "declined"
    return redirect("clinic:request")


def _not_now(http_request: HttpRequest, request: QuoteRequest) -> HttpResponse:
    return refused_page(http_request, request, state_words(request))
