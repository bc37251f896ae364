"""Search by reference, by whole e-mail address, by words of the name, by phone number; by nothing else.

By POST, though it changes nothing: an address or a name must not stand in a URL, where logs and histories keep it.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View

from enquiries.desk.addresses import enquiry_url
from enquiries.desk.lists import rows
from enquiries.models import Enquiry
from enquiries.words.permissions import check_user_can_read_enquiries

MOST = 25
LONGEST = 320


class SearchPage(View):
    admin_site: Any = None
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_user_can_read_enquiries(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page("", None)

    def post(self, request: HttpRequest) -> HttpResponse:
        words = " ".join(request.POST.get("words", "").replace("\x00", "").split())[:LONGEST]
        if not words:
            return self.page("", None)
        found = list(
            rows.with_rows(Enquiry.objects.matching(words)).order_by("-created_at", "-id")[: MOST + 1]
        )
        if len(found) == 1:
            return HttpResponseRedirect(enquiry_url(found[0]))
        return self.page(words, found)

    def page(self, words: str, found: list | None) -> HttpResponse:
        context = self.admin_site.each_context(self.request) | {
            "title": _("Find an enquiry"),
            "words": words,
            "searched": found is not None,
            "more": len(found or []) > MOST,
            "rows": rows.rows((found or [])[:MOST], now=timezone.now()),
        }
        return TemplateResponse(self.request, "admin/enquiries/search.html", context)
