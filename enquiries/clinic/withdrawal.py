"""A family has withdrawn: its hospital reads that, and nothing else any more.

The answer to a code is uniform for wrong, expired and superseded ones. The code of a withdrawn request is the one
exception: only the hospital that was sent it can type it, and it must learn that it should delete what it has.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from enquiries import codes
from enquiries.models import AccessCode
from enquiries.states import RequestState
from enquiries.zones import KEY

PURPOSE = AccessCode.Purpose.HOSPITAL


def withdrawn_page(http_request: HttpRequest) -> HttpResponse:
    return render(http_request, "clinic/withdrawn.html", status=410)


def opens_withdrawn(typed: str) -> bool:
    return _withdrawn().filter(digest=codes.digest(codes.read_letters(typed))).exists()


def tells_withdrawal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Goes around a view of the zone: withdrawing ends the session too, and its hospital reads why."""

    @wraps(view)
    def around(http_request: HttpRequest, *args, **kwargs) -> HttpResponse:
        entry = http_request.session.get(KEY.format(purpose=PURPOSE))
        response = view(http_request, *args, **kwargs)
        turned_away = not hasattr(http_request, "quote_request")
        if turned_away and isinstance(entry, dict) and _withdrawn().filter(pk=entry["code"]).exists():
            return withdrawn_page(http_request)
        return response

    return around


def _withdrawn():
    return AccessCode.objects.filter(purpose=PURPOSE, request__state=RequestState.WITHDRAWN)
