"""A quote in two steps: check, then send. Between them nothing is stored; the form travels in hidden fields."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries import workflow
from enquiries.actions import answering
from enquiries.actors import Actor
from enquiries.clinic.entry import keeps_what_was_typed
from enquiries.clinic.forms import LetterForm, QuoteForm, facts_of
from enquiries.clinic.pages import can, check_page, quote_page, refused_page
from enquiries.clinic.request_views import own, state_words
from enquiries.clinic.withdrawal import tells_withdrawal
from enquiries.documents import DocumentRefused, add_document, delete_document
from enquiries.models import Document, Quote, QuoteRequest
from enquiries.states import RequestState
from enquiries.workflow import Refused
from enquiries.zones import hospital_zone


@keeps_what_was_typed("quote")
@tells_withdrawal
@hospital_zone
@require_http_methods(["GET", "HEAD", "POST"])
def quote(http_request: HttpRequest) -> HttpResponse:
    request = own(http_request)
    if http_request.method == "POST":
        return _posted(http_request, request)
    if not can(request, RequestState.QUOTED):
        return refused_page(http_request, request, state_words(request))
    return quote_page(http_request, request, QuoteForm(initial=_first_values(request)))


def _first_values(request: QuoteRequest) -> dict[str, Any]:
    before = request.current_quote
    start = facts_of(before) if before else {}
    return start | {"revision": before.revision if before else 0, "reference": request.reference}


def _posted(http_request: HttpRequest, request: QuoteRequest) -> HttpResponse:
    form = QuoteForm(http_request.POST)
    if not form.is_valid():
        return quote_page(http_request, request, form)
    if form.cleaned_data["reference"] != request.reference:
        return refused_page(
            http_request, request, _("This quote was begun for another request. Please begin again.")
        )
    step = http_request.POST.get("step")
    if step == "edit":
        return quote_page(http_request, request, form)
    if step != "send":
        return check_page(http_request, request, form, LetterForm())
    return _send(http_request, request, form)


def _send(http_request: HttpRequest, request: QuoteRequest, form: QuoteForm) -> HttpResponse:
    letter_form = LetterForm(http_request.POST, http_request.FILES)
    if not letter_form.is_valid():
        return check_page(http_request, request, form, letter_form)
    try:
        send(request, form, upload=letter_form.cleaned_data["letter"], by=Actor.hospital(request))
    except DocumentRefused as refusal:
        letter_form.add_error("letter", str(refusal))
        return check_page(http_request, request, form, letter_form)
    except Refused as refusal:
        return check_page(http_request, request, form, letter_form, refused=str(refusal))
    http_request.session["done"] = "quoted"
    return redirect("clinic:request")


def send(request: QuoteRequest, form: QuoteForm, *, upload: Any, by: Actor) -> Quote:
    """One form makes one revision: sent twice, by a double click or a reload, it is still that one.

    The letter is checked and stored before the enquiry is locked, since checking a file takes seconds; if the
    quote is not made after all, the letter goes again.
    """
    if sent := already_sent(request, form):
        return sent
    workflow.check_step(request, RequestState.QUOTED, by=by)
    letter = _keep_letter(request, upload, by) if upload else None
    try:
        with transaction.atomic():
            fresh = workflow.locked_request(request)
            sent = already_sent(fresh, form)
            made = sent or answering.quote(request=fresh, facts=form.facts(), by=by, letter=letter)
    except Refused:
        if letter:
            delete_document(letter)
        raise
    if sent and letter:
        delete_document(letter)
    return made


def already_sent(request: QuoteRequest, form: QuoteForm) -> Quote | None:
    """The revision this very form has made. Refused if another form has made one since this one was begun: its
    author has not seen what it would replace."""
    begun_on = form.cleaned_data["revision"]
    newest = request.quotes.order_by("-revision").first()
    if newest is None or newest.revision == begun_on:
        return None
    if newest.revision == begun_on + 1 and says_the_same(newest, form.facts()):
        return newest
    raise Refused(_("A newer quote for this request was sent in the meantime. Please look at it first."))


def _keep_letter(request: QuoteRequest, upload: Any, by: Actor) -> Document:
    return add_document(
        enquiry=request.enquiry, upload=upload, kind=Document.Kind.QUOTE_LETTER, by=by, request=request
    )


def says_the_same(quote: Quote, facts: dict) -> bool:
    return all(getattr(quote, name) == value for name, value in facts.items())
