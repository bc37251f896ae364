"""The worklists as the admin's only filter, each with its count."""

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enquiries.desk.lists import worklists
from enquiries.models import Enquiry


class WorklistFilter(SimpleListFilter):
    title = _("worklist")
    parameter_name = "list"

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[Enquiry],
        model_admin: "ModelAdmin[Enquiry]",
    ) -> None:
        super().__init__(request, params, model, model_admin)
        self.user = request.user
        self.chosen = worklists.named(self.value())

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Enquiry]") -> list[tuple[str, Any]]:
        return [(worklist.slug, worklist.label) for worklist in worklists.WORKLISTS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
        return worklists.narrowed(queryset, self.chosen, user=self.user)

    def links(self, changelist: ChangeList) -> list[dict[str, Any]]:
        counted = worklists.counts(user=self.user)
        return [
            {
                "label": worklist.label,
                "hint": worklist.hint,
                "count": counted.get(worklist.slug),
                "chosen": worklist is self.chosen,
                "urgent": worklist.urgent and bool(counted.get(worklist.slug)),
                "url": changelist.get_query_string({self.parameter_name: worklist.slug}, ["p", "q", "o"]),
            }
            for worklist in worklists.WORKLISTS
        ]
