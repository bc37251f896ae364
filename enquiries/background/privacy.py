"""How long things are kept: closed enquiries are anonymized, old mail records and access logs deleted.

Idempotent and kill-safe: one transaction an enquiry, and what is done is not found again. What stays of an
anonymized enquiry is what no one can be recognized by: its states and times, which hospitals were asked, the sums
quoted, and which consent was given when.

Not here: what lies in backups. Held by tests/enquiries/background/test_privacy.py and
test_erasure.py.
"""

import logging
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Field, Model
from django.utils import timezone

from enquiries.documents.keeping import delete_documents
from enquiries.models import AccessLogEntry, Enquiry, Notice
from enquiries.rules import workflow
from enquiries.rules.declared import DECLARED
from enquiries.words.states import EnquiryState

log = logging.getLogger(__name__)
DAYS_IN_A_MONTH = 31


def retain(*, now: datetime | None = None, dry_run: bool = False) -> dict[str, int]:
    """What is past its time, by count; `dry_run` only counts."""
    now = now or timezone.now()
    # How long things are kept: nobody has to do anything by then, so no clock says it.
    enquiries = Enquiry.objects.filter(
        state=EnquiryState.CLOSED,
        # vow days: how long it is kept
        closed_at__lt=now - timedelta(days=settings.KEEP_CLOSED_ENQUIRY_DAYS),
    )
    notices = Notice.objects.exclude(state=Notice.State.QUEUED).filter(
        # vow days: how long it is kept
        created_at__lt=now - timedelta(days=settings.KEEP_SENT_MAIL_DAYS)
    )
    readings = AccessLogEntry.objects.filter(
        # vow days: how long it is kept
        at__lt=now - timedelta(days=settings.KEEP_ACCESS_LOG_MONTHS * DAYS_IN_A_MONTH)
    )
    sessions = Session.objects.filter(expire_date__lt=now)
    if dry_run:
        counts = enquiries.count(), notices.count(), readings.count(), sessions.count()
    else:
        pks = list(enquiries.order_by("pk").values_list("pk", flat=True))
        counts = (
            sum(_anonymized(pk, now) for pk in pks),
            notices.delete()[0],
            readings.delete()[0],
            sessions.delete()[0],
        )
    return dict(zip(("enquiries", "mail_records", "access_log", "sessions"), counts, strict=True))


def _anonymized(pk: int, now: datetime) -> bool:
    try:
        return anonymize(pk, now=now)
    except Exception:
        # One broken row must not keep everybody else's data; the log names it by number only.
        log.exception("enquiry row %s could not be anonymized", pk)
        return False


@transaction.atomic
def anonymize(pk: int, *, now: datetime) -> bool:
    """False when the enquiry was reopened or anonymized meanwhile."""
    enquiry = workflow.locked(pk)
    if enquiry.state != EnquiryState.CLOSED:
        return False
    delete_documents(enquiry)
    for rows in (enquiry.messages, enquiry.notes, enquiry.codes, enquiry.notices, enquiry.access_log):
        rows.all().delete()
    enquiry.finding_words.all().delete()
    for quote_request in enquiry.requests.prefetch_related("quotes"):
        for row in (quote_request, *quote_request.quotes.all()):
            _blank(row)
            row.save()
    _blank(enquiry)
    enquiry.submission_key = f"anonymized-{enquiry.uid.hex}"
    workflow.set_anonymized(enquiry, at=now)
    return True


def _blank(row: Model) -> None:
    """By what is declared of each field, so that a new one is never forgotten."""
    for name, declared in DECLARED[row._meta.label].items():
        if declared.blanked:
            field = cast("Field[Any, Any]", row._meta.get_field(name))
            # vow state: declared as not personal, so never blanked
            setattr(row, field.attname, field.get_default())
