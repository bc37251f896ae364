"""The page of a decision about a text: it shows on GET and acts on POST, whatever the row."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from content.models import ArticleRevision
from content.publishing.permissions import Refused
from ground.decisions import Decision

Row = Decision[ArticleRevision]
TEMPLATE = "content/admin/decide.html"


def decide(admin: ModelAdmin, request: HttpRequest, *, revision: ArticleRevision, row: Row) -> HttpResponse:
    """Whoever gets here may look at the text; whether they may decide is the row's to say."""
    form = row.form(request.POST or None) if row.form else None
    refusal = row.needs(revision, request.user)
    if request.method == "POST" and not refusal and (form is None or form.is_valid()):
        refusal = act(request, revision=revision, row=row, form=form)
        if not refusal:
            admin.log_change(request, revision, str(row.label))
            messages.success(request, str(row.done))
            return redirect(back(revision))
    shown = page(request, revision=revision, row=row, form=form) | {"refusal": refusal, "opts": admin.opts}
    return render(request, row.template or TEMPLATE, admin.admin_site.each_context(request) | shown)


def act(request: HttpRequest, *, revision: ArticleRevision, row: Row, form: BaseForm | None) -> str:
    """Why it was refused after all, for example because someone else was quicker; "" when it is done."""
    try:
        row.action(revision, form.cleaned_data if form else {}, request.user)
    except Refused as refused:
        return str(refused)
    return ""


def page(
    request: HttpRequest, *, revision: ArticleRevision, row: Row, form: BaseForm | None
) -> dict[str, Any]:
    return {
        "title": row.label,
        "revision": revision,
        "button": row.button,
        "will_happen": row.will_happen(revision, request.user),
        "told": row.told(revision),
        "form": form,
        "back": back(revision),
        **row.shows(revision),
    }


def back(revision: ArticleRevision) -> str:
    return reverse("admin:content_articlerevision_change", args=[revision.pk])
