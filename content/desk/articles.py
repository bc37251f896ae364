from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.desk import reading
from content.models import Article, ArticleRevision, RevisionState
from content.models.articles import ArticleQuerySet
from content.pages.review_line import is_overdue
from content.publishing.permissions import user_can_write
from content.publishing.revisions import OPEN
from ground.berlin import today_in_berlin
from ground.signed_in import signed_in
from ground.translated import SOURCE
from languages.dates import when
from languages.names import own_name, own_names
from languages.templatetags.languages import in_language


def state_of(revision: ArticleRevision) -> str:
    state = revision.get_state_display()
    return state if revision.language == SOURCE else f"{own_name(revision.language)}, {state}"


class NextCheckFilter(admin.SimpleListFilter):
    title = _("next check")
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("overdue", str(_("overdue")))]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet:
        return queryset.overdue(on=today_in_berlin()) if self.value() == "overdue" else queryset


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["name", "order", "audience", "is_emergency", "open_work", "next_check", "reading_age"]
    list_filter = [NextCheckFilter, "is_emergency", "audience"]
    list_select_related = ["published"]
    search_fields = ["slug", "published__title"]
    ordering = ["order", "slug"]
    list_per_page = 50
    fields = [
        "slug",
        "order",
        "audience",
        "is_emergency",
        "next_check",
        "public_text",
        "reading_age_whole",
        "all_texts",
    ]
    about = ["next_check", "public_text", "reading_age_whole", "all_texts"]
    change_form_template = "content/admin/article_change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        work = ArticleRevision.objects.filter(article=OuterRef("pk"), state__in=OPEN, language=SOURCE).values(
            "state"
        )
        return super().get_queryset(request).annotate(open_state=Subquery(work[:1]))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug", *self.about] if obj else self.about

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        can_write = user_can_write(by=signed_in(request))
        others = [(code, name) for code, name in own_names() if code != SOURCE]
        ours = {"can_write": can_write, "other_languages": others}
        return super().change_view(request, object_id, form_url, {**ours, **(extra_context or {})})

    @admin.display(description=_("article"), ordering="published__title")
    def name(self, article: Article) -> str:
        return article.published.title if article.published else article.slug

    @admin.display(description=_("being worked on"))
    def open_work(self, article: Any) -> str:
        return str(RevisionState(article.open_state).label) if article.open_state else "-"

    @admin.display(description=_("next check due"), ordering="next_review_on")
    def next_check(self, article: Article) -> str:
        if article.next_review_on is None:
            return "-"
        day = when(article.next_review_on, "day_year")
        if is_overdue(article, today=today_in_berlin()):
            return format_html("<strong>{} ({})</strong>", day, _("overdue"))
        return day

    @admin.display(description=_("reading age"))
    def reading_age(self, article: Article) -> str:
        return reading.short(article.published)

    @admin.display(description=_("reading age"))
    def reading_age_whole(self, article: Article) -> str:
        return reading.whole(article.published)

    @admin.display(description=_("public text"))
    def public_text(self, article: Article) -> str:
        if not article.published:
            return gettext("none yet")
        return format_html('<a href="{}">{}</a>', article.get_absolute_url(), article.published.title)

    @admin.display(description=_("all texts"))
    def all_texts(self, article: Article) -> str:
        rows = article.revisions.defer("body", "rendered") if article.pk else []
        return format_html_join(
            mark_safe("<br>"),
            '<a href="{}"{}>{}. {}</a> ({})',
            (
                (
                    reverse("admin:content_articlerevision_change", args=[row.pk]),
                    in_language(row.language),
                    row.number,
                    row.title,
                    state_of(row),
                )
                for row in rows
            ),
        )
