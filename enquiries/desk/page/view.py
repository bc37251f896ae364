"""Everything about one enquiry on one page. Each opening is recorded."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views import View

from enquiries.desk.decisions.row import Standing
from enquiries.desk.page import answers as page_answers
from enquiries.desk.page import history as page_history
from enquiries.desk.page import hospitals as page_hospitals
from enquiries.desk.page import steps as page_steps
from enquiries.desk.page.offers import offers
from enquiries.entry.access_log import record_access
from enquiries.models import Enquiry, QuoteRequest
from enquiries.words.actors import Actor
from enquiries.words.permissions import check_user_can_read_enquiries


class EnquiryPage(View):
    admin_site: Any = None
    http_method_names = ["get", "head"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_user_can_read_enquiries(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        enquiry = get_object_or_404(Enquiry.objects.select_related("assigned_to"), reference=reference)
        record_access(enquiry=enquiry, by=Actor.coordinator(request.user), what="enquiry")
        context = self.admin_site.each_context(request) | page_context(enquiry, request.user)
        return TemplateResponse(request, "admin/enquiries/enquiry.html", context)


def page_context(enquiry: Enquiry, user: Any) -> dict[str, Any]:
    now = timezone.now()
    requests = _requests(enquiry)
    messages = page_history.messages(enquiry)
    steps = page_steps.shown(enquiry, requests, messages, now=now)
    consents = list(enquiry.consents.select_related("hospital", "text__source"))
    return _head(enquiry) | {
        "steps": steps,
        "sections": page_answers.sections(enquiry),
        "contact": page_answers.contact(enquiry),
        "consents": consents,
        "documents": page_history.documents(enquiry),
        "cards": page_hospitals.cards(requests, consents=consents, steps=steps, user=user, now=now),
        "messages_shown": page_history.messages_shown(enquiry, messages),
        "notes": list(enquiry.notes.select_related("created_by").order_by("-created_at", "-pk")),
        "events": page_history.events(enquiry),
        "notices": page_history.notices_shown(enquiry),
        "readings": page_history.readings(enquiry),
        "offers": offers(enquiry, Standing(user=user)),
    }


def _requests(enquiry: Enquiry) -> list[QuoteRequest]:
    found = list(enquiry.requests.select_related("hospital").prefetch_related("programs", "quotes__letter"))
    for quote_request in found:
        quote_request.enquiry = enquiry
    return found


def _head(enquiry: Enquiry) -> dict[str, Any]:
    return {
        "title": enquiry.reference,
        "enquiry": enquiry,
        "state_label": enquiry.get_state_display(),
        "closed_reason": enquiry.get_closed_reason_display(),
        "assigned_to": enquiry.assigned_to.get_username() if enquiry.assigned_to else "",
    }
