"""The outbox for operators: what waits, what failed and why. Reads no enquiry and no address."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enquiries.desk.lists.paginator import EstimatingPaginator
from enquiries.desk.read_only import ReadOnly
from enquiries.models import Notice
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import user_can_see_notices


@admin.register(Notice)
class NoticeAdmin(ReadOnly):
    list_display = ["what", "audience", "state", "attempts", "due_at", "created_at", "sent_at", "error"]
    list_display_links = None
    list_filter = ["state", "audience"]
    list_per_page = 50
    ordering = ["-id"]
    paginator = EstimatingPaginator

    @admin.display(description=_("what about"), ordering="kind")
    def what(self, notice: Notice) -> str:
        """A mail's kind is made of its reader and of what happened."""
        happened = notice.kind.removeprefix(f"{notice.audience}_")
        return str(dict(Occurrence.choices).get(happened, happened))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return user_can_see_notices(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Notice | None = None) -> bool:
        return obj is None and user_can_see_notices(request.user)

    def get_urls(self) -> list:
        return [url for url in super().get_urls() if url.name == "enquiries_notice_changelist"]
