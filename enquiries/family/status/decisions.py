"""What the family decides. Each is a page: GET shows what it means, POST does it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from enquiries.actions import deciding
from enquiries.family.door import FAMILY
from enquiries.family.status.comparison import Column, compare
from enquiries.family.status.forms import ChooseForm
from enquiries.family.status.overview import own_requests
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.choosing import is_withdrawal_offered
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import UNDECIDED
from ground.berlin import today_in_berlin


def own_column(enquiry: Enquiry, hospital: str) -> tuple[Column, list[QuoteRequest]]:
    """The family's request to this hospital; 404 for a hospital it never asked, as for one that does not exist."""
    requests = own_requests(enquiry)
    columns = compare(requests, today=today_in_berlin()).columns
    for column in columns:
        if column.quote_request.hospital.slug == hospital:
            return column, requests
    raise Http404


def act(
    request: HttpRequest, template: str, context: dict, action: Callable[[], object], done: str
) -> HttpResponse:
    """Does it and goes back to the enquiry, or shows on this very page why it was refused."""
    try:
        action()
    except Refused as refusal:
        return render(request, template, context | {"refused": str(refusal)}, status=409)
    request.session["done"] = done
    return redirect(FAMILY.inside)


@FAMILY.zone()
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, enquiry: Enquiry, hospital: str) -> HttpResponse:
    column, requests = own_column(enquiry, hospital)
    others = [
        quote_request
        for quote_request in requests
        if quote_request is not column.quote_request and quote_request.state in UNDECIDED
    ]
    posted = request.POST if request.method == "POST" else None
    seen = {"revision": column.quote.revision if column.quote else None}
    form = ChooseForm(posted, has_others=bool(others), initial=seen)
    context = {"column": column, "others": others, "form": form}
    if posted is None or not form.is_valid():
        return render(request, "status/choose.html", context)
    return act(
        request,
        "status/choose.html",
        context,
        lambda: deciding.accept_as_seen(
            quote_request=column.quote_request, by=Actor.family(enquiry), **form.cleaned_data
        ),
        "chosen",
    )


@FAMILY.zone()
@require_http_methods(["GET", "HEAD", "POST"])
def turn_down(request: HttpRequest, enquiry: Enquiry, hospital: str) -> HttpResponse:
    column, _others = own_column(enquiry, hospital)
    context = {"column": column}
    if request.method != "POST":
        return render(request, "status/turn_down.html", context)
    return act(
        request,
        "status/turn_down.html",
        context,
        lambda: deciding.turn_down(quote_request=column.quote_request, by=Actor.family(enquiry)),
        "turned_down",
    )


@FAMILY.zone()
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, enquiry: Enquiry, hospital: str) -> HttpResponse:
    column, _others = own_column(enquiry, hospital)
    if request.method != "POST":
        return render(request, "status/withdraw.html", {"column": column})
    return act(
        request,
        "status/withdraw.html",
        {"column": column},
        lambda: deciding.withdraw(quote_request=column.quote_request, by=Actor.family(enquiry)),
        "withdrawn",
    )


@FAMILY.zone()
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_all(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    context = {
        "enquiry": enquiry,
        "withdrawable": [
            quote_request for quote_request in own_requests(enquiry) if is_withdrawal_offered(quote_request)
        ],
    }
    if request.method != "POST":
        return render(request, "status/withdraw_all.html", context)
    return act(
        request,
        "status/withdraw_all.html",
        context,
        lambda: deciding.withdraw_all(enquiry=enquiry, by=Actor.family(enquiry)),
        "all_withdrawn",
    )
