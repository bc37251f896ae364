"""The staff's site: its front page is the day's work. `has_permission` is the one place that lets staff in."""

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from languages.activation import activate_for

if TYPE_CHECKING:
    from all_portal.sign_in import SignInForm


class PortalAdminSite(AdminSite):
    site_header = gettext_lazy("ALL Portal")
    site_title = gettext_lazy("ALL Portal")
    index_title = gettext_lazy("Today")
    enable_nav_sidebar = False

    @property
    def login_form(self) -> "type[SignInForm]":  # type: ignore[override]
        from all_portal.sign_in import SignInForm  # noqa: PLC0415  (this module loads before the models)

        return SignInForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Before Django's own, whose last one takes every address."""
        return [
            path("language/", self.admin_view(self.own_language), name="own_language"),
            *super().get_urls(),
        ]

    def own_language(self, request: HttpRequest) -> HttpResponse:
        from accounts.language_page import language_page  # noqa: PLC0415  (this module loads before the models)

        return language_page(request, frame=self.each_context(request))

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django's, but in the language of the account, and who may not is told so in our words."""
        from accounts.language import desk_language  # noqa: PLC0415  (this module loads before the models)
        from enquiries.words.permissions import NotAllowed  # noqa: PLC0415  (this module loads before the models)

        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            activate_for(request, desk_language(request.user))
            try:
                return view(request, *args, **kwargs)
            except NotAllowed as refusal:
                return self.refused(request, str(refusal))

        return super().admin_view(answered, cacheable)

    def refused(self, request: HttpRequest, sentence: str) -> HttpResponse:
        context = self.each_context(request) | {"title": _("This is not yours to open"), "sentence": sentence}
        return TemplateResponse(request, "admin/not_allowed.html", context, status=403)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        from enquiries.words.permissions import user_can_read_enquiries  # noqa: PLC0415

        context = super().each_context(request)
        may_read_enquiries = context["has_permission"] and user_can_read_enquiries(request.user)
        context |= {
            "may_read_enquiries": may_read_enquiries,
            "portal_nav": self.navigation(request, context, may_read_enquiries),
        }
        context["has_language_choice"] = len(settings.LANGUAGES) > 1
        return context

    def navigation(self, request: HttpRequest, context: dict, may_read_enquiries: bool) -> list[dict]:
        if not context["has_permission"]:
            return []
        links = [(_("Today"), reverse("admin:index"))]
        if may_read_enquiries:
            links.append((_("Enquiries"), reverse("admin:enquiries_enquiry_changelist")))
        return [{"label": label, "url": url, "current": _current(request.path, url)} for label, url in links]

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> TemplateResponse:
        from enquiries.desk.lists.today import today  # noqa: PLC0415
        from enquiries.words.permissions import user_can_read_enquiries  # noqa: PLC0415

        shown = {"today": today(request.user)} if user_can_read_enquiries(request.user) else {}
        return super().index(request, shown | (extra_context or {}))


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) and url != reverse("admin:index") else ""


class PortalAdminConfig(AdminConfig):
    default_site = "all_portal.admin_site.PortalAdminSite"
