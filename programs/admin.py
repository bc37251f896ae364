from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from programs.models import Program


@admin.register(Program)
class ProgramAdmin(admin.ModelAdmin):
    list_display = ["hospital", "stay_days", "setting", "price", "is_active"]
    list_filter = ["is_active", "stay_days", "hospital"]
    list_select_related = ["hospital"]
    search_fields = ["hospital__name", "hospital__city"]
    fields = ["hospital", "stay_days", "setting", "price", "is_active"]
    autocomplete_fields = ["hospital"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Hospital and stay are the program's address and what past enquiries picked: add another one instead."""
        return ["hospital", "stay_days"] if obj else []
