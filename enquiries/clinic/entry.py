"""Into the hospital's zone and out of it. Opening the request happens on the POST of the code, never on a GET:
link scanners open every link of a mail."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from enquiries.actions import answering
from enquiries.clinic.forms import AskForm, DeclineForm, QuoteForm
from enquiries.clinic.pages import ask_page, decline_page, quote_page
from enquiries.clinic.withdrawal import opens_withdrawn, withdrawn_page
from enquiries.entry import zones
from enquiries.entry.code_entry import CodeForm, Entry, read_code
from enquiries.models import AccessCode, QuoteRequest
from enquiries.rules.workflow import Refused
from enquiries.words.actors import Actor

KEPT_FIELDS = {
    "quote": tuple(QuoteForm.base_fields),
    "ask": tuple(AskForm.base_fields),
    "decline": tuple(DeclineForm.base_fields),
}
LONGEST_KEPT = 5000


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return start_page(request, Entry(CodeForm()))
    kept = kept_fields(request)
    entry = read_code(request, purpose=AccessCode.Purpose.HOSPITAL)
    if entry.access is None or entry.access.quote_request is None:
        if opens_withdrawn(request.POST.get("code", "")):
            return withdrawn_page(request)
        return start_page(request, entry, kept=kept)
    zones.enter(request, entry.access)
    opened(entry.access.quote_request)
    if kept:
        return go_on(request, entry.access.quote_request, kept)
    return redirect("clinic:request")


def opened(quote_request: QuoteRequest) -> None:
    """A request that can't be opened any more shows that on its own page."""
    try:
        answering.open_request(quote_request=quote_request, by=Actor.hospital(quote_request))
    except Refused:
        return


def start_page(
    request: HttpRequest, entry: Entry, *, kept: dict[str, str] | None = None, status: int = 0
) -> HttpResponse:
    context = {"form": entry.form, "kept": kept, "ended": "ended" in request.GET}
    return render(request, "clinic/start.html", context, status=status or entry.status)


def kept_fields(request: HttpRequest) -> dict[str, str]:
    """What was typed into a form of the zone when its session had ended; it lives in the page only."""
    page = request.POST.get("kept_page", "")
    found = {name: request.POST.get(name, "")[:LONGEST_KEPT] for name in KEPT_FIELDS.get(page, ())}
    return {"kept_page": page} | found if any(found.values()) else {}


def go_on(request: HttpRequest, quote_request: QuoteRequest, kept: dict[str, str]) -> HttpResponse:
    """The form with what was typed; a quote begun for another request is not carried over."""
    quote_request.refresh_from_db()
    page = kept.pop("kept_page")
    if page == "ask":
        return ask_page(request, quote_request, AskForm(initial=kept))
    if page == "decline":
        return decline_page(request, quote_request, DeclineForm(initial=kept))
    if kept.get("reference") != quote_request.reference:
        return redirect("clinic:request")
    return quote_page(request, quote_request, QuoteForm(initial=kept))


def keeps_what_was_typed(page: str) -> Callable:
    """Goes around a view of the zone: when the session has ended, the start page holds on to the form's fields."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def around(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            response = view(request, *args, **kwargs)
            turned_away = getattr(response, "url", "").partition("?")[0] == reverse("clinic:start")
            if request.method != "POST" or not turned_away:
                return response
            kept = {name: request.POST.get(name, "")[:LONGEST_KEPT] for name in KEPT_FIELDS[page]}
            return start_page(request, Entry(CodeForm()), kept={"kept_page": page} | kept, status=403)

        return around

    return decorate


@login_not_required
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    zones.leave(request, "hospital")
    response = redirect("clinic:left")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD"])
def left(request: HttpRequest) -> HttpResponse:
    return render(request, "clinic/left.html")
