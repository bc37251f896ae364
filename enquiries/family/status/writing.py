"""The family's message to the coordinators. What was typed survives the end of the visit, in the page at the door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from enquiries.actions import deciding
from enquiries.family.door import FAMILY
from enquiries.family.status.forms import MessageForm
from enquiries.family.status.overview import own_requests, question_of_ours
from enquiries.models import Enquiry
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused


@FAMILY.zone(keeps="write")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """A message on the whole enquiry or about one hospital; `?about=ulm` begins with that one."""
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
    return redirect(FAMILY.inside)


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
        "question": question_of_ours(enquiry, messages),
        "form": form,
        "kept": kept,
        "refused": refused,
    }
    return render(request, "status/write.html", context, status=409 if refused else 200)
