"""What happens when a hospital comes in: its request is opened, and a form that it had begun goes on."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from enquiries.actions import answering
from enquiries.clinic.door import HOSPITAL
from enquiries.clinic.forms import AskForm, DeclineForm, OwnQuoteForm
from enquiries.clinic.pages import ask_page, decline_page, quote_page
from enquiries.entry.kept import PAGE
from enquiries.models import AccessCode, QuoteRequest
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused


def opened(code: AccessCode) -> str:
    """A request that can't be opened any more shows that on its own page."""
    quote_request = code.quote_request
    if quote_request is not None:
        with suppress(Refused):
            answering.open_request(quote_request=quote_request, by=Actor.hospital(quote_request))
    return ""


def go_on(request: HttpRequest, quote_request: QuoteRequest, kept: dict[str, str]) -> HttpResponse:
    """The form with what was typed; a quote begun for another request is not carried over."""
    quote_request.refresh_from_db()
    page = kept.pop(PAGE)
    if page == "ask":
        return ask_page(request, quote_request, AskForm(initial=kept))
    if page == "decline":
        return decline_page(request, quote_request, DeclineForm(initial=kept))
    if kept.get("reference") != quote_request.reference:
        return redirect(HOSPITAL.inside)
    return quote_page(request, quote_request, OwnQuoteForm(initial=kept))


addresses, rewritten_links = HOSPITAL.addresses(entered=opened, go_on=go_on)
