"""What happens when a family comes in: its address is confirmed, a message that it had begun goes on. And a new code
by e-mail for who has none."""

import time

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from enquiries.actions import deciding
from enquiries.entry.limits import allow, client_ip
from enquiries.family.door import FAMILY
from enquiries.family.status.forms import RenewForm
from enquiries.family.status.writing import write_page
from enquiries.models import AccessCode, Enquiry
from enquiries.sealing.blind_index import normalized
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused

MAILS_PER_DAY = 3
ASKINGS_PER_HOUR = 10
# Writing a new code takes some 30 ms; an answer leaves at the next multiple of this, so that the time tells nothing.
ANSWER_EVERY_SECONDS = 0.4


def confirm_address(code: AccessCode) -> str:
    """Using the mail's code shows that it arrived; the receipt's code shows nothing. Said only the first time."""
    if not code.by_mail or code.enquiry.address_confirmed_at is not None:
        return ""
    try:
        deciding.confirm_address(enquiry=code.enquiry, by=Actor.family(code.enquiry))
    except Refused:
        return ""
    return "address_confirmed"


def go_on(request: HttpRequest, enquiry: Enquiry, kept: dict[str, str]) -> HttpResponse:
    return write_page(request, enquiry, about=kept["about"], kept=kept["text"])


addresses, rewritten_links = FAMILY.addresses(entered=confirm_address, go_on=go_on)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: HttpRequest) -> HttpResponse:
    """The same answer after the same time for any address: nobody learns here who wrote to us."""
    started = time.monotonic()
    form = RenewForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "status/new_link.html", {"form": form})
    if not allow(scope="new-code", key=client_ip(request), limit=ASKINGS_PER_HOUR, window_seconds=3600):
        return render(request, "status/new_link.html", {"form": form, "too_many": True}, status=429)
    email = form.cleaned_data["email"]
    if allow(scope="new-code-to", key=normalized(email), limit=MAILS_PER_DAY, window_seconds=86400):
        deciding.renew_code(email=email)
    time.sleep(ANSWER_EVERY_SECONDS - (time.monotonic() - started) % ANSWER_EVERY_SECONDS)
    return render(request, "status/new_link.html", {"form": form, "asked": True})
