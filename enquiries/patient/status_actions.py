"""What the family decides. Each is a page: GET shows what it means, POST does it."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enquiries import workflow
from enquiries.actions import deciding
from enquiries.actors import Actor
from enquiries.models import QuoteRequest
from enquiries.patient.status_comparison import Column, compare
from enquiries.patient.status_forms import ChooseForm
from enquiries.patient.status_overview import own_requests
from enquiries.patient.status_words import now_in_berlin
from enquiries.states import OPEN, WITHDRAWABLE
from enquiries.workflow import Refused
from enquiries.zones import family_zone


def own_column(http_request: HttpRequest, hospital: str) -> tuple[Column, list[QuoteRequest]]:
    """The family's request to this hospital; 404 for a hospital it never asked, as for one that does not exist."""
    requests = own_requests(http_request.enquiry)  # type: ignore[attr-defined]
    columns = compare(requests, today=now_in_berlin().date()).columns
    for column in columns:
        if column.request.hospital.slug == hospital:
            return column, requests
    raise Http404


def act(
    http_request: HttpRequest, template: str, context: dict, step: Callable[[], object], done: str
) -> HttpResponse:
    """Takes the step and goes back to the enquiry, or shows on this very page why it was refused."""
    try:
        step()
    except Refused as refusal:
        return render(http_request, template, context | {"refused": str(refusal)}, status=409)
    http_request.session["done"] = done
    return redirect("status:enquiry")


@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def choose(http_request: HttpRequest, hospital: str) -> HttpResponse:
    column, requests = own_column(http_request, hospital)
    others = [request for request in requests if request is not column.request and request.state in OPEN]
    posted = http_request.POST if http_request.method == "POST" else None
    seen = {"revision": column.quote.revision if column.quote else None}
    form = ChooseForm(posted, has_others=bool(others), initial=seen)
    context = {"column": column, "others": others, "form": form}
    if posted is None or not form.is_valid():
        return render(http_request, "status/choose.html", context)
    return act(
        http_request,
        "status/choose.html",
        context,
        lambda: accept_as_seen(column.request, by=family(http_request), **form.cleaned_data),
        "chosen",
    )


@transaction.atomic
def accept_as_seen(request: QuoteRequest, *, by: Actor, revision: int, others: str = "keep") -> None:
    """Chooses the revision that was on the page, not one that was released between looking and clicking."""
    released = workflow.locked_request(request).released_quote
    if released is not None and released.revision != revision:
        raise Refused(
            _("The hospital has revised its quote since you looked. Please read the new one first.")
        )
    deciding.accept(request=request, by=by, others=others)


@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def turn_down(http_request: HttpRequest, hospital: str) -> HttpResponse:
    column, _others = own_column(http_request, hospital)
    context = {"column": column}
    if http_request.method != "POST":
        return render(http_request, "status/turn_down.html", context)
    return act(
        http_request,
        "status/turn_down.html",
        context,
        lambda: deciding.turn_down(request=column.request, by=family(http_request)),
        "turned_down",
    )


@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(http_request: HttpRequest, hospital: str) -> HttpResponse:
    column, _others = own_column(http_request, hospital)
    if http_request.method != "POST":
        return render(http_request, "status/withdraw.html", {"column": column})
    return act(
        http_request,
        "status/withdraw.html",
        {"column": column},
        lambda: deciding.withdraw(request=column.request, by=family(http_request)),
        "withdrawn",
    )


@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_all(http_request: HttpRequest) -> HttpResponse:
    enquiry = http_request.enquiry  # type: ignore[attr-defined]
    context = {
        "enquiry": enquiry,
        "open": [request for request in own_requests(enquiry) if request.state in WITHDRAWABLE],
    }
    if http_request.method != "POST":
        return render(http_request, "status/withdraw_all.html", context)
    return act(
        http_request,
        "status/withdraw_all.html",
        context,
        lambda: deciding.withdraw_all(enquiry=enquiry, by=family(http_request)),
        "all_withdrawn",
    )


def family(http_request: HttpRequest) -> Actor:
    return Actor.family(http_request.enquiry)  # type: ignore[attr-defined]
