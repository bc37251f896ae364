from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from content.models import GlossaryTerm, Reference
from content.rendering import render_again


@admin.register(Reference)
class ReferenceAdmin(admin.ModelAdmin):
    list_display = ["key", "title", "publisher", "year", "checked"]
    list_filter = ["checked"]
    search_fields = ["key", "title", "publisher"]
    ordering = ["key"]
    list_per_page = 50
    fields = ["key", "title", "publisher", "year", "url", "checked"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["key"] if obj else []  # texts cite it by its key

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LinesField(forms.CharField):
    """A list, one entry a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class TermForm(forms.ModelForm):
    also = LinesField(
        label=_("also written"),
        required=False,
        help_text=_("One a line: other spellings, short forms, brand names, the German word."),
    )

    class Meta:
        model = GlossaryTerm
        fields = ["term", "slug", "also", "definition", "references"]


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(admin.ModelAdmin):
    """Every text that is or may become public shows the glossary's words, so each change renders them again."""

    form = TermForm
    list_display = ["term", "definition"]
    search_fields = ["term", "definition", "also"]
    ordering = ["term"]
    list_per_page = 50
    fields = ["term", "slug", "also", "definition", "references"]
    autocomplete_fields = ["references"]
    actions = None

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["term"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []  # links in the world lead to it

    def save_model(self, request: HttpRequest, obj: GlossaryTerm, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        render_again()

    def delete_model(self, request: HttpRequest, obj: GlossaryTerm) -> None:
        super().delete_model(request, obj)
        render_again()
