"""All requests of an enquiry that wait to be sent, each with the page on which it is sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views import View

from enquiries.desk.decisions.decision_page import frame
from enquiries.desk.decisions.rows.sending import RELEASE, waiting_for_release, why_not_sent
from enquiries.entry.access_log import record_access
from enquiries.models import Enquiry
from enquiries.words.actors import Actor
from enquiries.words.permissions import check_user_can_decide


class ReleaseList(View):
    """Stands at the address of the release without a request's reference, and under its name."""

    admin_site: Any = None
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_user_can_decide(request.user, RELEASE.permission)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        enquiry = get_object_or_404(Enquiry, reference=reference)
        record_access(enquiry=enquiry, by=Actor.coordinator(request.user), what=RELEASE.key)
        rows = [
            {
                "quote_request": quote_request,
                "why_not": why_not_sent(quote_request, request.user),
                "url": RELEASE.url(quote_request),
            }
            for quote_request in waiting_for_release(enquiry)
        ]
        context = self.admin_site.each_context(request) | frame(RELEASE, enquiry) | {"rows": rows}
        return TemplateResponse(request, "admin/enquiries/release_list.html", context)

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        """Nothing is sent from a list; one looks first."""
        get_object_or_404(Enquiry, reference=reference)
        return HttpResponseRedirect(request.path)
