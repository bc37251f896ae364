"""The family's documents: adding them, and reading them and the hospitals' letters again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from enquiries.documents.keeping import DocumentRefused, add_document, document_response
from enquiries.family.door import FAMILY
from enquiries.family.status.forms import DocumentForm
from enquiries.models import Enquiry
from enquiries.rules.readable import documents_for_family
from enquiries.words.actors import Actor


@FAMILY.zone()
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    form = DocumentForm()
    if request.method == "POST" and enquiry.is_open:
        form = DocumentForm(request.POST, request.FILES)
        if form.is_valid() and add(form, enquiry):
            request.session["done"] = "document_added"
            return redirect("status:documents")
    context = {
        "enquiry": enquiry,
        "form": form,
        "documents": list(enquiry.documents.from_family()),
        "done": request.session.pop("done", ""),
    }
    return render(request, "status/documents.html", context)


def add(form: DocumentForm, enquiry: Enquiry) -> bool:
    """Whether the file was taken; if not, the form says why beside its field."""
    facts = form.cleaned_data
    try:
        add_document(
            enquiry=enquiry,
            upload=facts["upload"],
            kind=facts["kind"],
            language=facts["language"],
            dated_on=facts["dated_on"],
            by=Actor.family(enquiry),
        )
    except DocumentRefused as refusal:
        form.add_error("upload", str(refusal))
        return False
    return True


@FAMILY.zone()
@require_http_methods(["GET", "HEAD"])
def document(request: HttpRequest, enquiry: Enquiry, uid: UUID) -> HttpResponse:
    """What it may read of files; anything else does not exist here."""
    return document_response(get_object_or_404(documents_for_family(enquiry), uid=uid))
