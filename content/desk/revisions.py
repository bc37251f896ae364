from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import linebreaksbr
from django.urls import URLPattern, path
from django.utils.html import format_html
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
from ground.signed_in import signed_in
from ground.translated import SOURCE
from languages.activation import known
from languages.names import own_name
from languages.templatetags.languages import in_language, words_in

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
    text = ["title", "summary", "body", "written_on"]
    text_read = ["title_read", "summary_read", "body_read"]
    fields = ["article", *text]
    about = ["state", "number", "author", "note", "submitted_at", "submitted_by", "reviewed_at", "reviewed_by",
             "reviewed_as_physician", "published_at", "reading_minutes", "reading_age"]  # fmt: skip
    of_a_translation = ["in_its_language", "source", "language_state", "language_state_on"]

    class Media:
        css = {"all": ["css/admin-guide.css"]}

    # --- who may ---

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and obj.state != RevisionState.DRAFT:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One's own draft only: it would otherwise keep others from starting one."""
        if obj is None or obj.state != RevisionState.DRAFT:
            return False
        return obj.author_id == request.user.pk and user_can_write(by=signed_in(request))

    @admin.display(description=gettext_lazy("reading age"))
    def reading_age(self, revision: ArticleRevision) -> str:
        return reading.whole(revision)

    # --- the form ---

    def get_fields(self, request: HttpRequest, obj: ArticleRevision | None = None) -> Any:
        if obj is None:
            return self.fields if len(settings.LANGUAGES) == 1 else ["article", "written_in", *self.text]
        text = self.text if self.has_change_permission(request, obj) else [*self.text_read, "written_on"]
        return ["article", *text, *self.about_this(obj)]

    def get_readonly_fields(self, request: HttpRequest, obj: ArticleRevision | None = None) -> list[str]:
        return ["article", *self.text_read, *self.about_this(obj)] if obj else []

    def about_this(self, revision: ArticleRevision) -> list[str]:
        return self.about if revision.language == SOURCE else [*self.of_a_translation, *self.about]

    def get_list_display(self, request: HttpRequest) -> Any:
        return self.list_display if len(settings.LANGUAGES) == 1 else [*self.list_display, "in_its_language"]

    @admin.display(description=gettext_lazy("language"), ordering="language")
    def in_its_language(self, revision: ArticleRevision) -> str:
        return own_name(revision.language)

    @admin.display(description=gettext_lazy("title"))
    def title_read(self, revision: ArticleRevision) -> str:
        return words_in(revision.language, revision.title)

    @admin.display(description=gettext_lazy("summary"))
    def summary_read(self, revision: ArticleRevision) -> str:
        return words_in(revision.language, revision.summary)

    @admin.display(description=gettext_lazy("text"))
    def body_read(self, revision: ArticleRevision) -> str:
        return format_html("<div{}>{}</div>", in_language(revision.language), linebreaksbr(revision.body))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new draft begins as the public text of the article named in the address; a translation as the one that its
        readers have, which is the English one where there is none."""
        language = known(request.GET.get("language", SOURCE))
        initial: dict[str, Any] = {"written_on": today_in_berlin(), "written_in": language}
        key = request.GET.get("article", "")
        if key.isascii() and key.isdigit() and len(key) < 10:
            found = Article.objects.select_related("published").with_translations(language)
            article = found.filter(pk=int(key)).first()
            initial["article"] = article
            if article and (public := article.text_in(language)):
                initial |= {"title": public.title, "summary": public.summary, "body": public.body}
        return initial

    def save_model(self, request: HttpRequest, obj: ArticleRevision, form: Any, change: bool) -> None:
        text = {name: form.cleaned_data[name] for name in ["title", "summary", "body", "written_on"]}
        if change:
            revisions.change_draft(revision=obj, by=signed_in(request), **text)
        else:
            language = form.cleaned_data.get("written_in", SOURCE)
            article = form.cleaned_data["article"]
            saved = revisions.start_draft(article=article, by=signed_in(request), language=language, **text)
            obj.pk = saved.pk
        obj.refresh_from_db()
        for problem in find_problems(obj.body)[:MOST_WARNINGS]:
            messages.warning(request, _("Line %(line)d: %(sentence)s") % vars(problem))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
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

    def get_urls(self) -> list[URLPattern]:
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
