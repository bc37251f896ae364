"""The hospital's zone: a code of the hospital opens one request.

The answer to a code is uniform for wrong, expired and superseded ones. The code of a withdrawn request is the one
exception: only the hospital that was sent it can type it, and it must learn that it should delete what it has. So
does the hospital whose visit a withdrawal has ended.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from enquiries.clinic.forms import AskForm, DeclineForm, OwnQuoteForm
from enquiries.entry.door import Door
from enquiries.entry.kept import Kept
from enquiries.models import AccessCode, QuoteRequest
from enquiries.words.states import RequestState


def withdrawn_page(request: HttpRequest, code: AccessCode) -> HttpResponse | None:
    if code.quote_request is None or code.quote_request.state != RequestState.WITHDRAWN:
        return None
    return render(request, "clinic/withdrawn.html", status=410)


HOSPITAL = Door[QuoteRequest](
    purpose=AccessCode.Purpose.HOSPITAL,
    space="clinic",
    inside="clinic:request",
    opens=lambda code: code.quote_request,
    language=lambda quote_request: quote_request.hospital.language,
    keeps={
        "quote": Kept(tuple(OwnQuoteForm.base_fields)),
        "ask": Kept(tuple(AskForm.base_fields)),
        "decline": Kept(tuple(DeclineForm.base_fields)),
    },
    ended_page=withdrawn_page,
)
