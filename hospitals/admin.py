from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hospitals import own_clocks
from hospitals.models import Hospital, HospitalFact, Source

DIRECTING = ["channel", "own_form_url", "request_email", "quotes_need_release"]


class HospitalFactInline(admin.StackedInline):
    model = HospitalFact
    fields = ["key", "value", "status", "checked_on", "sources"]
    autocomplete_fields = ["sources"]
    extra = 0


@admin.register(Hospital)
class HospitalAdmin(admin.ModelAdmin):
    list_display = ["name", "city", "land", "channel", "not_accepting_until_on", "is_published"]
    list_filter = ["channel", "is_published", "land"]
    search_fields = ["name", "short_name", "city", "slug"]
    fieldsets = [
        (
            None,
            {"fields": ["name", "short_name", "slug", "catalog_name", "website", "position", "is_published"]},
        ),
        (_("Where it is"), {"fields": ["city", "land", "land_code", "latitude", "longitude"]}),
        (
            _("How it is asked"),
            {
                "fields": [
                    "channel",
                    "own_form_url",
                    "request_email",
                    "language",
                    "quotes_need_release",
                    "not_accepting_until_on",
                ]
            },
        ),
        (_("Its own clocks"), {"classes": ["collapse"], "fields": list(own_clocks.NAMES)}),
    ]
    inlines = [HospitalFactInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The short address is in every link a family has kept. Where requests go is not part of describing a house:
        whoever could change the address would receive the codes that open families' enquiries."""
        kept = ["slug"] if obj else []
        return kept if request.user.has_perm("hospitals.direct_requests") else [*kept, *DIRECTING]


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["code", "title", "publisher", "year"]
    list_filter = ["publisher"]
    search_fields = ["code", "title", "publisher", "url"]
    fields = ["code", "title", "publisher", "year", "url"]
