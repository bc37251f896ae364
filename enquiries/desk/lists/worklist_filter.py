"""The worklists as the admin's only filter, each with its count."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from enquiries.desk.lists import worklists


class WorklistFilter(SimpleListFilter):
    title = _("worklist")
    parameter_name = "list"

    def __init__(self, request, params, model, model_admin) -> None:
        super().__init__(request, params, model, model_admin)
        self.user = request.user
        self.chosen = worklists.named(self.value())

    def lookups(self, request, model_admin) -> list:
        return [(worklist.slug, worklist.label) for worklist in worklists.WORKLISTS]

    def queryset(self, request, queryset):
        return worklists.narrowed(queryset, self.chosen, user=self.user)

    def links(self, changelist) -> list[dict]:
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
