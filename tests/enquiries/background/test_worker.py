"""The loop goes on: one part's fault is logged and tried again, and stops nothing else."""

import signal

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
    assert Enquiry.objects.get(pk=other.pk).state == "anonymized"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_is_told_to_stop_takes_up_nothing_more(number):
    before = {one: signal.signal(one, signal.SIG_IGN) for one in (signal.SIGTERM, signal.SIGINT)}
    at_work = worker.Worker()
    try:
        at_work.stop_on_signals()
        signal.raise_signal(number)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert at_work.stopping.is_set()
    at_work.run()  # ends at once


@pytest.mark.django_db
def test_what_was_done_is_told_by_its_count_and_nothing_is_told_of_nothing(monkeypatch, caplog):
    caplog.set_level("INFO", logger=worker.__name__)
    for done, orphans in (({}, 0), ({"expired": 2, "no_reply": 0}, 3)):
        monkeypatch.setattr(worker.ticking, "tick", lambda done=done: done)
        monkeypatch.setattr(worker.privacy, "retain", lambda done=done: done)
        monkeypatch.setattr(worker, "sweep_orphans", lambda orphans=orphans: orphans)
        worker.run_clock()
        worker.run_sweep()
    assert caplog.messages == ["clock: {'expired': 2}", "sweep: {'expired': 2, 'orphaned_files': 3}"]


@pytest.mark.django_db
def test_one_pass_does_all_of_it_and_tells_what(haddad, sink, private):
    done = worker.run_once()
    assert (done["sent"], done["expired"], done["enquiries"], done["files"]) == (2, 0, 0, 0)
    assert len(sink.accepted) == 2
