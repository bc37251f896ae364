"""A quote in two steps: check, then send. Between them nothing is stored; the form travels in hidden fields."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries.clinic.door import HOSPITAL
from enquiries.clinic.forms import LetterForm, OwnQuoteForm
from enquiries.clinic.pages import can, check_page, not_now_page, quote_page, refused_page
from enquiries.documents.keeping import DocumentRefused
from enquiries.documents.letters import quote_with_letter
from enquiries.forms.quote_form import facts_of
from enquiries.models import QuoteRequest
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState


@HOSPITAL.zone(keeps="quote")
@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    if request.method == "POST":
        return _posted(request, quote_request)
    if not can(quote_request, RequestState.QUOTED):
        return not_now_page(request, quote_request)
    return quote_page(request, quote_request, OwnQuoteForm(initial=_first_values(quote_request)))


def _first_values(quote_request: QuoteRequest) -> dict[str, Any]:
    before = quote_request.current_quote
    start = facts_of(before) if before else {}
    return start | {"revision": before.revision if before else 0, "reference": quote_request.reference}


def _posted(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    form = OwnQuoteForm(request.POST)
    if not form.is_valid():
        return quote_page(request, quote_request, form)
    if form.cleaned_data["reference"] != quote_request.reference:
        return refused_page(
            request, quote_request, _("This quote was begun for another request. Please begin again.")
        )
    step = request.POST.get("step")
    if step == "edit":
        return quote_page(request, quote_request, form)
    if step != "send":
        return check_page(request, quote_request, form, LetterForm())
    return _send(request, quote_request, form)


def _send(request: HttpRequest, quote_request: QuoteRequest, form: OwnQuoteForm) -> HttpResponse:
    letter_form = LetterForm(request.POST, request.FILES)
    if not letter_form.is_valid():
        return check_page(request, quote_request, form, letter_form)
    try:
        quote_with_letter(
            quote_request=quote_request,
            facts=form.facts(),
            begun_on=form.cleaned_data["revision"],
            upload=letter_form.cleaned_data["letter"],
            by=Actor.hospital(quote_request),
        )
    except DocumentRefused as refusal:
        letter_form.add_error("letter", str(refusal))
        return check_page(request, quote_request, form, letter_form)
    except Refused as refusal:
        return check_page(request, quote_request, form, letter_form, refused=str(refusal))
    request.session["done"] = "quoted"
    return redirect(HOSPITAL.inside)
