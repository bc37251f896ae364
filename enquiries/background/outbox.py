"""The outbox: claims due notices, sends each as one mail, and retries until it is through or 72 hours have passed.

At least once: a worker killed between the mail server's yes and our own mark sends the mail again under the same
Message-ID. A claim is a conditional UPDATE that moves `due_at` past the lease, fenced by the attempt number, so it
works alike on SQLite and PostgreSQL and no other worker can finish somebody else's claim.

Not guaranteed: that a mail is sent once, nor in what order two of them arrive. Held by
tests/enquiries/background/test_outbox.py and test_claims.py.
"""

import logging
import random
import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import formatdate
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries.background.mails import Mail, compose
from enquiries.models import Notice
from enquiries.models.notice import UNDELIVERED
from enquiries.words.refusal import Refused

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=120)
GIVE_UP_AFTER = timedelta(hours=72)
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
JITTER = 0.2
PERMANENT_FROM, PERMANENT_TO = 500, 600


@dataclass(frozen=True)
class Claim:
    notice: Notice
    attempt: int


def send_due(*, limit: int = 100, now: datetime | None = None) -> dict[str, int]:
    """Sends what is due, oldest first; counts by outcome. Never raises for a single notice."""
    done = {"sent": 0, "retry": 0, "failed": 0, "dead": 0, "cancelled": 0}
    for _turn in range(limit):
        claim = claim_next(now=now)
        if claim is None:
            break
        done[deliver(claim, now=now)] += 1
    return done


def claim_next(*, now: datetime | None = None) -> Claim | None:
    """The oldest due notice, leased to this caller; None when nothing is due."""
    now = now or timezone.now()
    due = Notice.objects.filter(state=Notice.State.QUEUED, due_at__lte=now).order_by("created_at", "pk")
    for pk, attempts in list(due.values_list("pk", "attempts")[:20]):
        won = Notice.objects.filter(
            pk=pk, state=Notice.State.QUEUED, due_at__lte=now, attempts=attempts
        ).update(due_at=now + LEASE, attempts=F("attempts") + 1)
        if won:
            notice = Notice.objects.select_related("enquiry", "quote_request__hospital", "code").get(pk=pk)
            return Claim(notice, attempts + 1)
    return None


def deliver(claim: Claim, *, now: datetime | None = None) -> str:
    """Sends one claimed notice and records the outcome; returns its word for the count."""
    notice = claim.notice
    try:
        mail = compose(notice)
        if mail is None:
            return _finish(claim, "cancelled", state=Notice.State.CANCELLED)
        _send(mail, notice)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        return _smtp_failure(claim, error, now)
    except Exception as error:
        log.warning("notice %s: %s", notice.pk, type(error).__name__)
        return _retry(claim, type(error).__name__, now)
    return _finish(claim, "sent", state=Notice.State.SENT, sent_at=now or timezone.now(), error="")


def message_id(notice: Notice) -> str:
    return f"<{notice.uid}@{settings.SITE_HOST or 'localhost'}>"


def _send(mail: Mail, notice: Notice) -> None:
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        headers={
            "Message-ID": message_id(notice),
            "Date": formatdate(notice.created_at.timestamp()),
            "Auto-Submitted": "auto-generated",
            # Exchange goes by this one. Not "All": that a mail could not be delivered we want to hear.
            "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
        },
    )
    message.attach_alternative(mail.html, "text/html")
    message.send()


def _smtp_failure(
    claim: Claim,
    error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
    now: datetime | None,
) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = {code for code, _text in error.recipients.values()}
    else:
        codes = {error.smtp_code}
    if isinstance(error, smtplib.SMTPAuthenticationError) or not codes:
        return _retry(claim, "authentication", now)
    if all(PERMANENT_FROM <= code < PERMANENT_TO for code in codes):
        return _finish(claim, "failed", state=Notice.State.FAILED, error=f"smtp {min(codes)}")
    return _retry(claim, f"smtp {min(codes)}", now)


def _retry(claim: Claim, error: str, now: datetime | None) -> str:
    now = now or timezone.now()
    if now - claim.notice.created_at > GIVE_UP_AFTER:
        return _finish(claim, "dead", state=Notice.State.DEAD, error=error[:64])
    wait = WAITS[min(claim.attempt, len(WAITS)) - 1]
    wait *= 1 + random.uniform(-JITTER, JITTER)  # noqa: S311  (spreads retries, protects nothing)
    return _finish(claim, "retry", due_at=now + wait, error=error[:64])


def _finish(claim: Claim, outcome: str, **fields: Any) -> str:
    """Only the worker that holds the lease may write the outcome: the attempt number is its fence."""
    Notice.objects.filter(pk=claim.notice.pk, state=Notice.State.QUEUED, attempts=claim.attempt).update(
        **fields
    )
    return outcome


def resend(*, notice: Notice) -> None:
    """Queues a notice that was refused or given up once more, under its old Message-ID, for another 72 hours.
    Raises Refused for one that was not."""
    now = timezone.now()
    _settle_undelivered(notice, state=Notice.State.QUEUED, due_at=now, created_at=now, error="", attempts=0)


def set_aside(*, notice: Notice) -> None:
    """Its reader was told by another way. Raises Refused for a notice that is not among the undelivered ones."""
    _settle_undelivered(notice, state=Notice.State.CANCELLED)


def _settle_undelivered(notice: Notice, **fields: Any) -> None:
    if not Notice.objects.filter(pk=notice.pk, state__in=UNDELIVERED).update(**fields):
        raise Refused(_("This mail is not among the undelivered ones any more."))


def oldest_waiting_at() -> datetime | None:
    """When the longest waiting unsent notice was written; None when the outbox is empty."""
    return (
        Notice.objects.filter(state=Notice.State.QUEUED)
        .order_by("created_at")
        .values_list("created_at", flat=True)
        .first()
    )
