from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.desk import reading
from content.desk.decision_page import decide
from content.desk.decisions import DECISIONS, open_decisions
from content.desk.forms import DraftForm
from content.models import Article, ArticleRevision, RevisionState
from content.pages.views import article_page
from content.publishing import revisions
from content.publishing.permissions import Refused, user_can_write
from content.rendering.problems import find_problems
from ground.berlin import today_in_berlin
from ground.decisions import Decision

MOST_WARNINGS = 10

# Here and not in the template, where a text that holds {{ can only stand on one line.
HOW_TO_WRITE = gettext_lazy(
    "Markdown: ## heading, **strong**, lists, tables. [^KEY,KEY] cites references. ::: call-now Title … ::: makes "
    "a callout (call-now, ask-team, good-to-know), ::: children Title or ::: adults Title a part for them. "
    "{{picture: name}} on a line of its own shows a drawing: phases, lines, mrd-dots, crowded-out, path."
)


@admin.register(ArticleRevision)
class RevisionAdmin(admin.ModelAdmin):
    form = DraftForm
    list_display = ["title", "article", "number", "state", "author", "submitted_at", "reviewed_by"]
    list_filter = ["state"]
    list_select_related = ["article", "author", "reviewed_by"]
    search_fields = ["title", "article__slug"]
    ordering = ["-pk"]
    list_per_page = 25
    show_full_result_count = False
    actions = None
    change_form_template = "content/admin/revision_change_form.html"
    fields = ["article", "title", "summary", "body", "written_on"]
    about = ["state", "number", "author", "note", "submitted_at", "submitted_by", "reviewed_at", "reviewed_by",
             "reviewed_as_physician", "published_at", "reading_minutes", "reading_age"]  # fmt: skip

    class Media:
        css = {"all": ["css/admin-guide.css"]}

    # --- who may ---

    def has_change_permission(self, request, obj=None) -> bool:
        if obj is not None and obj.state != RevisionState.DRAFT:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        """One's own draft only: it would otherwise keep others from starting one."""
        if obj is None or obj.state != RevisionState.DRAFT:
            return False
        return obj.author_id == request.user.pk and user_can_write(by=request.user)

    @admin.display(description=gettext_lazy("reading age"))
    def reading_age(self, revision: ArticleRevision):
        return reading.whole(revision)

    # --- the form ---

    def get_fields(self, request, obj=None):
        return [*self.fields, *self.about] if obj else self.fields

    def get_readonly_fields(self, request, obj=None):
        return ["article", *self.about] if obj else []

    def get_changeform_initial_data(self, request):
        """A new draft begins as the public text of the article named in the address."""
        initial: dict[str, Any] = {"written_on": today_in_berlin()}
        key = request.GET.get("article", "")
        if key.isascii() and key.isdigit() and len(key) < 10:
            article = Article.objects.select_related("published").filter(pk=int(key)).first()
            initial["article"] = article
            if article and article.published:
                public = article.published
                initial |= {"title": public.title, "summary": public.summary, "body": public.body}
        return initial

    def save_model(self, request, obj, form, change) -> None:
        text = {name: form.cleaned_data[name] for name in ["title", "summary", "body", "written_on"]}
        if change:
            revisions.change_draft(revision=obj, by=request.user, **text)
        else:
            saved = revisions.start_draft(article=form.cleaned_data["article"], by=request.user, **text)
            obj.pk = saved.pk
        obj.refresh_from_db()
        for problem in find_problems(obj.body)[:MOST_WARNINGS]:
            messages.warning(request, _("Line %(line)d: %(sentence)s") % vars(problem))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        decisions = self.open_decisions(request, object_id)
        context = {"decisions": decisions, "how_to_write": HOW_TO_WRITE, **(extra_context or {})}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("admin:content_articlerevision_changelist")

    def open_decisions(self, request: HttpRequest, object_id: str | None) -> list:
        revision = self.get_object(request, object_id) if object_id else None
        return open_decisions(revision, request.user) if revision else []

    # --- the pages beside it ---

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [path("<int:pk>/preview/", wrap(self.preview), name="content_articlerevision_preview")]
        own += [
            path(
                f"<int:pk>/{row.key}/",
                wrap(partial(self.decide, row=row)),
                name=f"content_articlerevision_{row.key}",
            )
            for row in DECISIONS
        ]
        return own + super().get_urls()

    def found(self, request: HttpRequest, pk: int) -> ArticleRevision:
        revision = self.get_object(request, str(pk)) if pk < 2**63 else None
        if revision is None:
            raise Http404
        if not self.has_view_permission(request, revision):
            raise PermissionDenied
        return revision

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        revision = self.found(request, pk)
        return render(request, "content/admin/preview.html", article_page(revision.article, revision))

    def decide(self, request: HttpRequest, pk: int, *, row: Decision[ArticleRevision]) -> HttpResponse:
        return decide(self, request, revision=self.found(request, pk), row=row)
