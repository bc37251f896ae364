"""Check 3: a mail is claimed by one worker, counts as sent only once it is, and outlives the worker that had it."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone

from enquiries.background import outbox
from enquiries.models import Notice
from tests.enquiries.background.killed_worker import killed


def after_the_lease():
    return time_machine.travel(timezone.now() + outbox.LEASE + timedelta(seconds=1))


def test_a_worker_that_lost_its_lease_leaves_the_mail_to_the_one_that_has_it_now(haddad):
    slow = outbox.claim_next()
    with after_the_lease():
        now_sending = outbox.claim_next()
    assert now_sending.notice == slow.notice
    outbox._finish(slow, "failed", state=Notice.State.FAILED, error="late")
    assert Notice.objects.get(pk=slow.notice.pk).state == "queued"
    outbox._finish(now_sending, "sent", state=Notice.State.SENT, sent_at=timezone.now())
    assert Notice.objects.get(pk=slow.notice.pk).state == "sent"


def test_who_is_overtaken_between_looking_and_claiming_takes_the_next_mail(haddad):
    faster = []

    def overtake(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and not faster:
            faster.append(None)  # it claims by an UPDATE too
            faster[0] = outbox.claim_next()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtake):
        slower = outbox.claim_next()
    assert {slower.notice.kind, faster[0].notice.kind} == {"family_received", "coordinators_received"}
    assert outbox.claim_next() is None


def test_while_a_mail_is_being_sent_it_does_not_count_as_sent(haddad, monkeypatch):
    """Else it would be lost with its worker."""
    states = []

    def look(message):
        states.append(set(Notice.objects.values_list("state", flat=True)))
        raise OSError("the line is gone")

    monkeypatch.setattr(outbox.EmailMultiAlternatives, "send", look)
    assert outbox.send_due()["retry"] == 2
    assert states == [{"queued"}, {"queued"}]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("moment", "arrives"), [("before", 1), ("after", 2)])
def test_a_mail_whose_worker_was_killed_is_sent_again(sink, haddad, moment, arrives):
    """Once the mail server has it, nobody knows that it has: so it comes twice, under one Message-ID."""
    first = Notice.objects.order_by("created_at", "pk").first()
    assert killed(moment, port=settings.MAILERS["default"]["OPTIONS"]["port"]) == -9
    assert Notice.objects.get(pk=first.pk).state == "queued"
    with after_the_lease():
        assert outbox.send_due()["sent"] == 2
    ids = [message["Message-ID"] for _to, message in sink.accepted]
    assert ids.count(outbox.message_id(first)) == arrives
