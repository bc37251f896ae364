"""Enquiries in the admin: a worklist and one page per enquiry. Nothing is added, changed or deleted here but by a
decision; nothing is done to many at once."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enquiries.desk.decisions.decision_page import DecisionPage
from enquiries.desk.decisions.release_list import ReleaseList
from enquiries.desk.decisions.rows.sending import RELEASE
from enquiries.desk.decisions.table import DECISIONS
from enquiries.desk.lists import rows, worklists
from enquiries.desk.lists.paginator import EstimatingPaginator
from enquiries.desk.lists.search import SearchPage
from enquiries.desk.lists.worklist_filter import WorklistFilter
from enquiries.desk.page.document_file import DocumentFile
from enquiries.desk.page.view import EnquiryPage
from enquiries.desk.read_only import ReadOnly
from enquiries.models import Enquiry
from enquiries.words.permissions import check_user_can_read_enquiries, user_can_read_enquiries


@admin.register(Enquiry)
class EnquiryAdmin(ReadOnly):
    list_display = ["reference"]
    list_display_links = None
    list_filter = [WorklistFilter]
    list_per_page = 25
    paginator = EstimatingPaginator
    change_list_template = "admin/enquiries/worklist.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return user_can_read_enquiries(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Enquiry | None = None) -> bool:
        return user_can_read_enquiries(request.user)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """The worklist, and no other question to the database: neither of encrypted fields nor of their digests."""
        return lookup == WorklistFilter.parameter_name

    def get_queryset(self, request: HttpRequest) -> QuerySet[Enquiry]:
        return rows.with_rows(super().get_queryset(request))

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return worklists.in_order(worklists.named(request.GET.get(WorklistFilter.parameter_name)))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        check_user_can_read_enquiries(request.user)
        if request.method == "POST":
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", {})
        if (changelist := context.get("cl")) is not None:
            context.update(self.list_context(request, changelist))
        return response

    def list_context(self, request: HttpRequest, changelist: Any) -> dict[str, Any]:
        chosen = changelist.filter_specs[0]
        return {
            "title": _("Enquiries"),
            "rows": rows.rows(changelist.result_list, now=timezone.now()),
            "worklists": chosen.links(changelist),
            "worklist": chosen.chosen,
            "is_estimate": changelist.paginator.is_estimate,
        }

    def get_urls(self) -> list:
        """Only these: none of Django's own pages for adding, deleting, changing or an object's history."""
        wrap = self.admin_site.admin_view
        page = EnquiryPage.as_view(admin_site=self.admin_site)
        return [
            path("", wrap(self.changelist_view), name="enquiries_enquiry_changelist"),
            path("search/", wrap(SearchPage.as_view(admin_site=self.admin_site)), name="desk_search"),
            path("<str:reference>/", wrap(page), name="enquiries_enquiry_change"),
            path("<str:reference>/document/<uuid:key>/", wrap(DocumentFile.as_view()), name="desk_document"),
            *self.decision_urls(),
        ]

    def decision_urls(self) -> Iterator[URLPattern]:
        wrap = self.admin_site.admin_view
        waiting = ReleaseList.as_view(admin_site=self.admin_site)
        yield path(f"<str:reference>/{RELEASE.key}/", wrap(waiting), name=RELEASE.url_name)
        for row in DECISIONS:
            view = DecisionPage.as_view(
                admin_site=self.admin_site, decision=row, http_method_names=row.methods
            )
            yield path(f"<str:reference>/{row.route}", wrap(view), name=row.url_name)
