"""What readers report about a page, from the form to the editor's "dealt with"."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from content.models import PageReport
from content.publishing.permissions import Refused

MOST_LETTERS = 2000


def report(*, path: str, text: str) -> PageReport:
    """The same words about the same page, sent twice, are one report."""
    known = PageReport.objects.filter(path=path, text=text, dealt_with_at__isnull=True).first()
    return known or PageReport.objects.create(path=path, text=text)


def user_can_deal_with_reports(*, by: User) -> bool:
    return by.has_perm("content.change_pagereport")


@transaction.atomic
def deal_with(*, report: PageReport, by: User) -> PageReport:
    """The words go: they may hold what a reader should not have written, and nobody needs them any more."""
    if not user_can_deal_with_reports(by=by):
        raise Refused(_("Only editors can mark a report as dealt with."))
    report = PageReport.objects.select_for_update().get(pk=report.pk)
    if report.dealt_with_at is None:
        report.text, report.dealt_with_at, report.dealt_with_by = "", timezone.now(), by
        report.save(update_fields=["text", "dealt_with_at", "dealt_with_by"])
    return report
