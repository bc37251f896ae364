"""The family's message to the coordinators. What was typed survives the end of a session, in the page itself and
nowhere else: a message may tell of an illness, and sessions are not encrypted."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from enquiries.actions import deciding
from enquiries.entry.code_entry import CodeForm, Entry
from enquiries.entry.zones import family_zone
from enquiries.family.status.forms import LONGEST_MESSAGE, MessageForm
from enquiries.family.status.overview import open_question, own_requests
from enquiries.models import Enquiry
from enquiries.rules.workflow import Refused
from enquiries.words.actors import Actor


def kept_text(request: HttpRequest) -> str:
    return request.POST.get("text", "")[:LONGEST_MESSAGE].replace("\x00", "")


def start_page(request: HttpRequest, entry: Entry, *, kept: str = "", status: int = 0) -> HttpResponse:
    context = {"form": entry.form, "kept": kept, "ended": "ended" in request.GET}
    return render(request, "status/start.html", context, status=status or entry.status)


def keeps_what_was_typed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Goes around a view of the zone: when the session has ended, the start page holds on to the message."""

    @wraps(view)
    def around(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        turned_away = getattr(response, "url", "").partition("?")[0] == reverse("status:start")
        if request.method == "POST" and turned_away and (kept := kept_text(request)):
            return start_page(request, Entry(CodeForm()), kept=kept, status=403)
        return response

    return around


@keeps_what_was_typed
@family_zone
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A message on the whole enquiry or about one hospital; `?about=ulm` begins with that one."""
    enquiry = request.enquiry  # type: ignore[attr-defined]
    if request.method != "POST":
        return write_page(request, enquiry, about=request.GET.get("about", ""))
    form = MessageForm(request.POST, requests=own_requests(enquiry))
    if not form.is_valid():
        return write_page(request, enquiry, form=form)
    try:
        deciding.write(
            enquiry=enquiry,
            text=form.cleaned_data["text"],
            by=Actor.family(enquiry),
            quote_request=form.request_meant,
        )
    except Refused as refusal:
        return write_page(request, enquiry, form=form, refused=str(refusal))
    request.session["done"] = "written"
    return redirect("status:enquiry")


def write_page(
    request: HttpRequest,
    enquiry: Enquiry,
    *,
    form: MessageForm | None = None,
    about: str = "",
    kept: str = "",
    refused: str = "",
) -> HttpResponse:
    messages = list(enquiry.messages.for_family().select_related("quote_request__hospital"))
    if form is None:
        form = MessageForm(requests=own_requests(enquiry), initial={"about": about, "text": kept})
    context = {
        "enquiry": enquiry,
        "question": open_question(enquiry, messages),
        "form": form,
        "kept": kept,
        "refused": refused,
    }
    return render(request, "status/write.html", context, status=409 if refused else 200)
