from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from content.models import PageReport
from content.publishing import reports
from content.publishing.permissions import Refused
from ground.signed_in import signed_in


class OpenFilter(admin.SimpleListFilter):
    title = gettext_lazy("dealt with")
    parameter_name = "dealt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", _("no")), ("yes", _("yes"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[PageReport]) -> QuerySet[PageReport]:
        if self.value() in {"yes", "no"}:
            return queryset.filter(dealt_with_at__isnull=self.value() == "no")
        return queryset


@admin.register(PageReport)
class PageReportAdmin(admin.ModelAdmin):
    """Read and marked as dealt with; never written or changed here."""

    list_display = ["created_at", "page", "begins", "dealt_with_at", "dealt_with_by"]
    list_display_links = ["created_at"]
    list_filter = [OpenFilter]
    list_select_related = ["dealt_with_by"]
    ordering = [F("dealt_with_at").asc(nulls_first=True), "-created_at"]
    list_per_page = 50
    show_full_result_count = False
    fields = ["page", "text", "created_at", "dealt_with_at", "dealt_with_by"]
    actions = ["mark_dealt_with"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The step alone changes a report, and asks for itself."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_deal_permission(self, request: HttpRequest) -> bool:
        return reports.user_can_deal_with_reports(by=signed_in(request))

    @admin.display(description=gettext_lazy("page"), ordering="path")
    def page(self, report: PageReport) -> str:
        return format_html('<a href="{0}">{0}</a>', report.path) if report.path else _("the portal")

    @admin.display(description=gettext_lazy("what is wrong"))
    def begins(self, report: PageReport) -> str:
        return Truncator(report.text).chars(120) or "-"

    @admin.action(
        description=gettext_lazy("Dealt with (the reader's words are deleted)"),
        permissions=["deal"],
        location=[ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM],
    )
    def mark_dealt_with(self, request: HttpRequest, queryset: QuerySet[PageReport]) -> None:
        chosen = list(queryset.filter(dealt_with_at__isnull=True))
        for report in chosen:
            self.deal_with(request, report)
        done = ngettext("%d report is dealt with.", "%d reports are dealt with.", len(chosen)) % len(chosen)
        messages.success(request, done)

    def deal_with(self, request: HttpRequest, report: PageReport) -> None:
        try:
            reports.deal_with(report=report, by=signed_in(request))
        except Refused as refused:
            raise PermissionDenied(str(refused)) from None
        self.log_change(request, report, _("Dealt with"))
