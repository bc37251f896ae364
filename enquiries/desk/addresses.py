"""Where an enquiry's page and its files stand in the admin. A decision's row knows its own address."""

from django.urls import reverse

from enquiries.models import Document, Enquiry


def enquiry_url(enquiry: Enquiry) -> str:
    return reverse("admin:enquiries_enquiry_change", args=[enquiry.reference])


def document_url(document: Document, enquiry: Enquiry) -> str:
    return reverse("admin:desk_document", args=[enquiry.reference, document.uid])
