"""The family's message to the coordinators. What was typed survives the end of a session, in the page itself and
nowhere else: a message may tell of an illness, and sessions are not encrypted."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from enquiries.actions import deciding
from enquiries.actors import Actor
from enquiries.code_entry import CodeForm, Entry
from enquiries.models import Enquiry
from enquiries.patient.status_forms import LONGEST_MESSAGE, MessageForm
from enquiries.patient.status_overview import open_question, own_requests
from enquiries.workflow import Refused
from enquiries.zones import family_zone


def kept_text(http_request: HttpRequest) -> str:
    return http_request.POST.get("text", "")[:LONGEST_MESSAGE].replace("\x00", "")


def start_page(http_request: HttpRequest, entry: Entry, *, kept: str = "", status: int = 0) -> HttpResponse:
    context = {"form": entry.form, "kept": kept, "ended": "ended" in http_request.GET}
    return render(http_request, "status/start.html", context, status=status or entry.status)


def keeps_what_was_typed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Goes around a view of the zone: when the session has ended, the start page holds on to the message."""

    @wraps(view)
    def around(http_request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(http_request, *args, **kwargs)
        turned_away = getattr(response, "url", "").partition("?")[0] == reverse("status:start")
        if http_request.method == "POST" and turned_away and (kept := kept_text(http_request)):
            return start_page(http_request, Entry(CodeForm()), kept=kept, status=403)
        return response

    return around


@keeps_what_was_typed
@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def write(http_request: HttpRequest) -> HttpResponse:
    """A message on the whole enquiry or about one hospital; `?about=ulm` begins with that one."""
    enquiry = http_request.enquiry  # type: ignore[attr-defined]
    if http_request.method != "POST":
        return write_page(http_request, enquiry, about=http_request.GET.get("about", ""))
    form = MessageForm(http_request.POST, requests=own_requests(enquiry))
    if not form.is_valid():
        return write_page(http_request, enquiry, form=form)
    try:
        deciding.write(
            enquiry=enquiry,
            text=form.cleaned_data["text"],
            by=Actor.family(enquiry),
            request=form.request_meant,
        )
    except Refused as refusal:
        return write_page(http_request, enquiry, form=form, refused=str(refusal))
    http_request.session["done"] = "written"
    return redirect("status:enquiry")


def write_page(
    http_request: HttpRequest,
    enquiry: Enquiry,
    *,
    form: MessageForm | None = None,
    about: str = "",
    kept: str = "",
    refused: str = "",
) -> HttpResponse:
    messages = list(enquiry.messages.for_family().select_related("request__hospital"))
    if form is None:
        form = MessageForm(requests=own_requests(enquiry), initial={"about": about, "text": kept})
    context = {
        "enquiry": enquiry,
        "question": open_question(enquiry, messages),
        "form": form,
        "kept": kept,
        "refused": refused,
    }
    return render(http_request, "status/write.html", context, status=409 if refused else 200)
