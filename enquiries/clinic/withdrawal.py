"""A family has withdrawn: its hospital reads that, and nothing else any more.

The answer to a code is uniform for wrong, expired and superseded ones. The code of a withdrawn request is the one
exception: only the hospital that was sent it can type it, and it must learn that it should delete what it has.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from enquiries.entry import codes
from enquiries.entry.zones import KEY
from enquiries.models import AccessCode
from enquiries.words.states import RequestState

PURPOSE = AccessCode.Purpose.HOSPITAL


def withdrawn_page(request: HttpRequest) -> HttpResponse:
    return render(request, "clinic/withdrawn.html", status=410)


def opens_withdrawn(typed: str) -> bool:
    return _withdrawn().filter(digest=codes.digest(codes.read_letters(typed))).exists()


def tells_withdrawal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Goes around a view of the zone: withdrawing ends the session too, and its hospital reads why."""

    @wraps(view)
    def around(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        entry = request.session.get(KEY.format(purpose=PURPOSE))
        response = view(request, *args, **kwargs)
        turned_away = not hasattr(request, "quote_request")
        if turned_away and isinstance(entry, dict) and _withdrawn().filter(pk=entry["code"]).exists():
            return withdrawn_page(request)
        return response

    return around


def _withdrawn():
    return AccessCode.objects.filter(purpose=PURPOSE, quote_request__state=RequestState.WITHDRAWN)
