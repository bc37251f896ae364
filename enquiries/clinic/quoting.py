"""A quote in two steps: check, then send. Between them nothing is stored; the form travels in hidden fields."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries.actions import answering
from enquiries.clinic.entry import keeps_what_was_typed
from enquiries.clinic.forms import LetterForm, QuoteForm, facts_of
from enquiries.clinic.pages import can, check_page, quote_page, refused_page
from enquiries.clinic.request_views import own, state_words
from enquiries.clinic.withdrawal import tells_withdrawal
from enquiries.documents.keeping import DocumentRefused, add_document, delete_document
from enquiries.entry.zones import hospital_zone
from enquiries.models import Document, Quote, QuoteRequest
from enquiries.rules import workflow
from enquiries.rules.workflow import Refused
from enquiries.words.actors import Actor
from enquiries.words.states import RequestState


@keeps_what_was_typed("quote")
@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest) -> HttpResponse:
    quote_request = own(request)
    if request.method == "POST":
        return _posted(request, quote_request)
    if not can(quote_request, RequestState.QUOTED):
        return refused_page(request, quote_request, state_words(quote_request))
    return quote_page(request, quote_request, QuoteForm(initial=_first_values(quote_request)))


def _first_values(quote_request: QuoteRequest) -> dict[str, Any]:
    before = quote_request.current_quote
    start = facts_of(before) if before else {}
    return start | {"revision": before.revision if before else 0, "reference": quote_request.reference}


def _posted(request: HttpRequest, quote_request: QuoteRequest) -> HttpResponse:
    form = QuoteForm(request.POST)
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


def _send(request: HttpRequest, quote_request: QuoteRequest, form: QuoteForm) -> HttpResponse:
    letter_form = LetterForm(request.POST, request.FILES)
    if not letter_form.is_valid():
        return check_page(request, quote_request, form, letter_form)
    try:
        send(quote_request, form, upload=letter_form.cleaned_data["letter"], by=Actor.hospital(quote_request))
    except DocumentRefused as refusal:
        letter_form.add_error("letter", str(refusal))
        return check_page(request, quote_request, form, letter_form)
    except Refused as refusal:
        return check_page(request, quote_request, form, letter_form, refused=str(refusal))
    request.session["done"] = "quoted"
    return redirect("clinic:request")


def send(quote_request: QuoteRequest, form: QuoteForm, *, upload: Any, by: Actor) -> Quote:
    """One form makes one revision: sent twice, by a double click or a reload, it is still that one.

    The letter is checked and stored before the enquiry is locked, since checking a file takes seconds; if the
    quote is not made after all, the letter goes again.
    """
    if sent := already_sent(quote_request, form):
        return sent
    workflow.check_step(quote_request, RequestState.QUOTED, by=by)
    letter = _keep_letter(quote_request, upload, by) if upload else None
    try:
        with transaction.atomic():
            fresh = workflow.locked_request(quote_request)
            sent = already_sent(fresh, form)
            made = sent or answering.quote(quote_request=fresh, facts=form.facts(), by=by, letter=letter)
    except Refused:
        if letter:
            delete_document(letter)
        raise
    if sent and letter:
        delete_document(letter)
    return made


def already_sent(quote_request: QuoteRequest, form: QuoteForm) -> Quote | None:
    """The revision this very form has made. Refused if another form has made one since this one was begun: its
    author has not seen what it would replace."""
    begun_on = form.cleaned_data["revision"]
    newest = quote_request.quotes.order_by("-revision").first()
    if newest is None or newest.revision == begun_on:
        return None
    if newest.revision == begun_on + 1 and says_the_same(newest, form.facts()):
        return newest
    raise Refused(_("A newer quote for this request was sent in the meantime. Please look at it first."))


def _keep_letter(quote_request: QuoteRequest, upload: Any, by: Actor) -> Document:
    return add_document(
        enquiry=quote_request.enquiry,
        upload=upload,
        kind=Document.Kind.QUOTE_LETTER,
        by=by,
        quote_request=quote_request,
    )


def says_the_same(quote: Quote, facts: dict) -> bool:
    return all(getattr(quote, name) == value for name, value in facts.items())
