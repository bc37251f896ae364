"""The hospital's request, its documents, its question and its refusal."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from enquiries.actions import answering
from enquiries.clinic.door import HOSPITAL
from enquiries.clinic.forms import AskForm, DeclineForm
from enquiries.clinic.pages import (
    ask_page,
    can,
    decline_page,
    not_now_page,
    request_page,
)
from enquiries.documents.keeping import document_response
from enquiries.entry.access_log import record_access
from enquiries.models import QuoteRequest
from enquiries.rules.readable import documents_for_hospital, hospital_may_read
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState


@HOSPITAL.zone()
@require_http_methods(["GET", "HEAD"])
def request_view(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    if hospital_may_read(quote_request):
        record_access(
            enquiry=quote_request.enquiry,
            by=Actor.hospital(quote_request),
            what="request",
            quote_request=quote_request,
        )
    return request_page(request, quote_request)


@HOSPITAL.zone()
@require_http_methods(["GET", "HEAD"])
def document(request: HttpRequest, quote_request: QuoteRequest, uid: UUID) -> HttpResponse:
    """What it may read of files; anything else does not exist here."""
    for candidate in documents_for_hospital(quote_request):
        if candidate.uid == uid:
            record_access(
                enquiry=quote_request.enquiry,
                by=Actor.hospital(quote_request),
                what="document",
                quote_request=quote_request,
            )
            return document_response(candidate)
    raise Http404


@HOSPITAL.zone(keeps="ask")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    if request.method != "POST":
        possible = can(quote_request, RequestState.INFO_REQUESTED)
        return (
            ask_page(request, quote_request, AskForm()) if possible else not_now_page(request, quote_request)
        )
    form = AskForm(request.POST)
    if not form.is_valid():
        return ask_page(request, quote_request, form)
    try:
        answering.ask(
            quote_request=quote_request, text=form.cleaned_data["text"], by=Actor.hospital(quote_request)
        )
    except Refused as refusal:
        return ask_page(request, quote_request, form, refused=str(refusal))
    request.session["done"] = "asked"
    return redirect(HOSPITAL.inside)


@HOSPITAL.zone(keeps="decline")
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    if request.method != "POST":
        possible = can(quote_request, RequestState.DECLINED)
        return (
            decline_page(request, quote_request, DeclineForm())
            if possible
            else not_now_page(request, quote_request)
        )
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return decline_page(request, quote_request, form)
    facts = form.cleaned_data
    try:
        answering.decline(
            quote_request=quote_request,
            reason=facts["reason"],
            text=facts["text"],
            by=Actor.hospital(quote_request),
        )
    except Refused as refusal:
        return decline_page(request, quote_request, form, refused=str(refusal))
    request.session["done"] = "declined"
    return redirect(HOSPITAL.inside)
