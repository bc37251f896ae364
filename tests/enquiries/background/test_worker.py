"""The loop goes on: one part's fault is logged and tried again, and stops nothing else."""

import pytest
from django.db import InterfaceError, OperationalError

from enquiries.background import outbox, privacy, worker
from enquiries.models import Enquiry, Notice
from tests import factories


def failing(error):
    def act():
        raise error

    return act


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """A test's own transaction lives in the connection that the loop would renew."""
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)


@pytest.mark.parametrize(
    "error", [OperationalError("gone"), InterfaceError("closed"), OSError("no space"), KeyError("x")]
)
def test_what_fails_is_tried_again_at_the_next_turn(error):
    assert worker.guarded(failing(error)) is False


@pytest.mark.django_db
def test_mail_leaves_while_the_sweep_and_the_clock_fail(haddad, monkeypatch):
    monkeypatch.setattr(worker, "run_clock", failing(ValueError("a row of another time")))
    monkeypatch.setattr(worker, "run_sweep", failing(OSError("disk away")))
    monkeypatch.setattr(worker, "MAIL_EVERY", 0)
    monkeypatch.setattr(outbox, "_send", lambda mail, notice: None)
    at_work = worker.Worker()
    turns = iter(range(10))
    send = at_work.send_some

    def send_for_ten_turns() -> bool:
        if next(turns, None) is None:
            at_work.stopping.set()
        return send()

    monkeypatch.setattr(at_work, "send_some", send_for_ten_turns)
    at_work.run()
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.django_db
def test_one_enquiry_that_can_not_be_anonymized_does_not_keep_the_others(haddad, ulm, monkeypatch):
    other = factories.make_enquiry(ulm)
    for enquiry in (haddad, other):
        Enquiry.objects.filter(pk=enquiry.pk).update(
            state="closed", closed_reason="spam", closed_at="2020-01-01T00:00:00Z"
        )
    real = privacy.anonymize
    monkeypatch.setattr(privacy, "anonymize", lambda pk, now: 1 / 0 if pk == haddad.pk else real(pk, now=now))
    assert privacy.retain()["enquiries"] == 1
    assert Enquiry.objects.get(pk=other.pk).state == "anonymised"
