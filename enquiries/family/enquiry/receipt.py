"""The receipt: reference, access code, and what happens by when."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from enquiries.actions import intake
from enquiries.entry import zones
from enquiries.family.door import FAMILY
from enquiries.family.enquiry.consent_form import ConsentForm
from enquiries.family.enquiry.posted import Posted
from enquiries.family.enquiry.summary import wishes_rows
from enquiries.models import AccessCode, Enquiry, QuoteRequest
from enquiries.rules import clocks
from programs.picks import Wish

CHANGED = "enquiry_changed_after_sending"
# A form left open on a shared computer is no key for ever; the code is.
RECEIPT_OPENS_FOR = timedelta(hours=24)


def to_receipt(request: HttpRequest, enquiry: Enquiry, *, sent_again: Posted | None) -> HttpResponse:
    """303, so that a reload of the receipt sends nothing. Whoever has had a new code since enters with that one.
    `sent_again` is the form when the enquiry was there before it came."""
    code = enquiry.codes.usable().filter(purpose=AccessCode.Purpose.FAMILY, by_mail=False).first()
    if code is None or timezone.now() - enquiry.created_at > RECEIPT_OPENS_FOR:
        return redirect("status:start")
    zones.enter(request, code)
    request.session[CHANGED] = sent_again is not None and _differs(enquiry, sent_again)
    response = HttpResponseRedirect(reverse("enquiry:sent"))
    response.status_code = 303
    return response


def _differs(enquiry: Enquiry, posted: Posted) -> bool:
    """Someone went back, changed an answer or a pick and sent the same form again: that change was not received."""
    if not posted.answers:
        return True
    if any(getattr(enquiry, name) != value for name, value in posted.answers.items()):
        return True
    asked = {_compared(_wish(quote_request)) for quote_request in _requests(enquiry)}
    wished = {
        _compared(wish) for wish in posted.picked.wanted if ConsentForm.name_of(wish.hospital) in posted.data
    }
    return asked != wished


def _wish(quote_request: QuoteRequest) -> Wish:
    """As it was kept."""
    return Wish(quote_request.hospital, list(quote_request.programs.all()), quote_request.advise)


def _compared(wish: Wish) -> tuple[str, bool, tuple[int, ...]]:
    days = tuple(sorted(program.stay_days for program in wish.programs))
    return wish.hospital.slug, wish.advise or not days, days


def _requests(enquiry: Enquiry) -> list[QuoteRequest]:
    return list(enquiry.requests.select_related("hospital").prefetch_related("programs").order_by("pk"))


@FAMILY.zone()
@require_safe
def sent(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    due = clocks.FIRST_ANSWER.due(enquiry.created_at, urgent=enquiry.urgent)
    context = {
        "enquiry": enquiry,
        "code": intake.receipt_for(enquiry).code,
        "hospitals": wishes_rows([_wish(quote_request) for quote_request in _requests(enquiry)]),
        "due": due,
        "answered": enquiry.first_answered_at,
        "changed": request.session.get(CHANGED, False),
        "status_address": f"{settings.SITE_URL}{reverse('status:start')}",
        "urgent_hours": clocks.FIRST_ANSWER.amount(urgent=True),
    }
    return render(request, "enquiry/sent.html", context)
