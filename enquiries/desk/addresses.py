"""Where an enquiry's page and its steps stand in the admin."""

from django.urls import reverse

from enquiries.models import Enquiry


def enquiry_url(enquiry: Enquiry) -> str:
    return reverse("admin:enquiries_enquiry_change", args=[enquiry.reference])


def step_url(step: str, enquiry: Enquiry, key: object = "") -> str:
    args = [enquiry.reference, key] if key else [enquiry.reference]
    return reverse(f"admin:triage_{step}", args=args)
