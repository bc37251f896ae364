"""Into the family's zone and out of it: the code, a new code by e-mail, leaving."""

import time

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from enquiries.actions import deciding
from enquiries.entry import zones
from enquiries.entry.code_entry import CodeForm, Entry, read_code
from enquiries.entry.limits import allow, client_ip
from enquiries.family.status.forms import RenewForm
from enquiries.family.status.writing import kept_text, start_page, write_page
from enquiries.models import AccessCode
from enquiries.rules.workflow import Refused
from enquiries.sealing.blind_index import normalized
from enquiries.words.actors import Actor

MAILS_PER_DAY = 3
ASKINGS_PER_HOUR = 10
# Writing a new code takes some 30 ms; an answer leaves at the next multiple of this, so that the time tells nothing.
ANSWER_EVERY_SECONDS = 0.4


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return start_page(request, Entry(CodeForm()))
    entry = read_code(request, purpose=AccessCode.Purpose.FAMILY)
    if entry.access is None:
        return start_page(request, entry, kept=kept_text(request))
    zones.enter(request, entry.access)
    confirmed = confirm_address(entry.access)
    if kept := kept_text(request):
        return write_page(request, entry.access.enquiry, about=request.POST.get("about", ""), kept=kept)
    if confirmed:
        request.session["done"] = "address_confirmed"
    return redirect("status:enquiry")


def confirm_address(access: AccessCode) -> bool:
    """Using the mail's code shows that it arrived; the receipt's code shows nothing. True only the first time."""
    if not access.by_mail or access.enquiry.address_confirmed_at is not None:
        return False
    try:
        deciding.confirm_address(enquiry=access.enquiry, by=Actor.family(access.enquiry))
    except Refused:
        return False
    return True


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


@login_not_required
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    zones.leave(request, "family")
    response = redirect("status:left")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD"])
def left(request: HttpRequest) -> HttpResponse:
    return render(request, "status/left.html")
