"""Report an error on a page: a small form of its own, so that the page reported stays without a cookie."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from all_portal.pages.reportable import is_reportable
from content.publishing import reports
from enquiries.entry.limits import HOUR, allow, client_ip, minutes_to_wait
from enquiries.forms.plain_text import PlainText

BAIT = "website"  # a field no person sees; machines fill it in
UNPROCESSABLE, TOO_MANY = 422, 429


class ReportForm(forms.Form):
    text = PlainText(
        label=gettext_lazy("What is wrong, and where on the page?"),
        most=reports.MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off", "dir": "auto"}),
        help_text=gettext_lazy("Any language. If you know a source for what is right, name it."),
        error_messages={"required": gettext_lazy("Please write what is wrong.")},
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    sent_in = request.POST if request.method == "POST" else request.GET
    page = sent_in.get("page", "")
    page = page if is_reportable(page) else ""
    if request.method != "POST":
        return form_page(request, ReportForm(), page)
    form = ReportForm(request.POST)
    if form.is_valid() and request.POST.get(BAIT, "").strip():
        form.add_error(
            None, _("The hidden field was filled in, by your browser perhaps. Please send it once more.")
        )
    if not form.is_valid():
        return form_page(request, form, page, status=UNPROCESSABLE)
    if minutes := minutes_until_allowed(request, claim=f"{page} {form.cleaned_data['text']}"):
        form.add_error(None, too_many(minutes))
        return form_page(request, form, page, status=TOO_MANY)
    reports.report(path=page, text=form.cleaned_data["text"])
    return HttpResponseRedirect(reverse("pages:report_thanks"))


def form_page(request: HttpRequest, form: ReportForm, page: str, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "page": page, "bait": BAIT}
    return render(request, "pages/report.html", context, status=status)


def minutes_until_allowed(request: HttpRequest, *, claim: str) -> int:
    """Per connection, and in all: a flood costs an editor's day. The same words on the same page, sent
    twice, count once."""
    for scope, key, limit in (
        ("report-ip", client_ip(request), settings.REPORTS_PER_IP_PER_HOUR),
        ("report-all", "everyone", settings.REPORTS_PER_HOUR),
    ):
        if not allow(scope=scope, key=key, limit=limit, window_seconds=HOUR, claim=claim):
            return minutes_to_wait(scope=scope, key=key, limit=limit)
    return 0


def too_many(minutes: int) -> str:
    return ngettext(
        "Many reports came in just now. Please send it again in %d minute; what you wrote stays here.",
        "Many reports came in just now. Please send it again in %d minutes; what you wrote stays here.",
        minutes,
    ) % minutes  # fmt: skip


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/report_thanks.html")
