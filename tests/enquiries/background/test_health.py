"""Check 21: a dead worker is noticed from outside, and nothing personal is told."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from enquiries.background import outbox


def test_a_worker_that_has_not_sent_for_ten_minutes_is_told(client, haddad):
    assert client.get("/healthz").json() == {"status": "ok", "outbox": "ok"}
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert client.get("/healthz").json() == {"status": "ok", "outbox": "late"}
        outbox.send_due()
        assert client.get("/healthz").json() == {"status": "ok", "outbox": "ok"}
