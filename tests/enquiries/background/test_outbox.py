"""The outbox against a real SMTP server on this machine."""

import smtplib
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connections, transaction
from django.utils import timezone

from enquiries.background import mails, outbox
from enquiries.models import Notice
from enquiries.rules import notices
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.entry.zone_doors import text_of
from tests.mail_sink import free_port


def subjects(sink) -> list[str]:
    return [message["Subject"] for _to, message in sink.accepted]


def test_every_notice_of_an_enquiry_reaches_its_reader(sink, haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    assert outbox.send_due()["sent"] == 4
    assert [to for to, _message in sink.accepted] == [
        ["amira.canary@example.org"],
        ["coordinators@example.org"],
        ["requests@ulm.example.org"],
        ["amira.canary@example.org"],
    ]
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}
    assert outbox.send_due()["sent"] == 0


def test_no_mail_holds_anything_personal_and_its_code_is_in_the_fragment_only(sink, haddad, ulm, carla):
    """Checks 25, 51 and 67."""
    factories.release(haddad, ulm, carla)
    outbox.send_due()
    personal = [v for v in factories.ANSWERS.values() if isinstance(v, str) and len(v) > 5 and "@" not in v]
    for to, message in sink.accepted:
        for part in message.walk():
            if part.get_content_maintype() == "text":
                text = part.get_content()
                assert [word for word in [*personal, "leuk", "Leuk"] if word in text] == []
                for line in text.splitlines():
                    if "http" in line and "#" in line:
                        assert line.partition("#")[0].endswith(("/status/", "/clinic/")) or "href" in line
        assert len(to) == 1
        assert set(message.keys()) == {
            "Content-Type", "MIME-Version", "Subject", "From", "To", "Message-ID", "Date", "Auto-Submitted",
            "X-Auto-Response-Suppress",
        }  # fmt: skip


@pytest.mark.parametrize(("treatment_started", "is_urgent"), [("no", True), ("yes", False)])
def test_the_first_mail_promises_the_moment_that_the_receipt_promised(
    family, sink, treatment_started, is_urgent
):
    """A Monday at nine in Berlin: four working hours, or one working day. The mail does not say which."""
    with time_machine.travel(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), tick=False):
        family.send(treatment_started=treatment_started)
        receipt = text_of(family.client.get("/enquiry/sent/"))
        outbox.send_due()
    day = "Monday, 23 November, 13:00" if is_urgent else "Tuesday, 24 November, 09:00"
    mail = " ".join(sink.accepted[0][1].get_body(("plain",)).get_content().split())
    assert f"answers you by {day} , German time" in receipt
    assert f"answers you by {day}, German time" in mail
    assert "rgent" not in mail


def test_one_refused_address_blocks_nobody_and_is_marked_at_once(sink, haddad):
    """Check 5."""
    sink.refusals["amira.canary@example.org"] = "550 no such user"
    assert outbox.send_due() == {"sent": 1, "retry": 0, "failed": 1, "dead": 0, "cancelled": 0}
    assert Notice.objects.get(state="failed").error == "smtp 550"


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_a_passing_fault_at_any_verb_is_tried_again_later_under_the_same_message_id(sink, haddad, verb):
    """Checks 3 and 6."""
    sink.refusals[verb] = "451 try later"
    assert outbox.send_due()["retry"] == 2
    assert outbox.send_due() == {"sent": 0, "retry": 0, "failed": 0, "dead": 0, "cancelled": 0}
    sink.refusals.clear()
    with time_machine.travel(timezone.now() + timedelta(seconds=90)):
        assert outbox.send_due()["sent"] == 2
    ids = {message["Message-ID"] for _to, message in sink.accepted}
    assert ids == {outbox.message_id(notice) for notice in Notice.objects.all()}


def test_a_mail_server_down_for_71_hours_loses_nothing_and_the_oldest_goes_first(settings, sink, haddad):
    """Check 4."""
    up = settings.MAILERS
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": free_port(), "timeout": 1},
        }
    }
    start = timezone.now()
    for hour in range(0, 72, 2):
        with time_machine.travel(start + timedelta(hours=hour)):
            outbox.send_due()
    assert set(Notice.objects.values_list("state", flat=True)) == {"queued"}
    settings.MAILERS = up
    with time_machine.travel(start + timedelta(hours=74)):
        assert outbox.send_due()["sent"] == 2
    assert subjects(sink)[0].startswith("We have your enquiry")


def test_after_72_hours_a_mail_is_given_up_loudly_and_can_be_sent_again(settings, sink, haddad):
    sink.refusals["MAIL"] = "451 try later"
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        assert outbox.send_due()["dead"] == 2
    sink.refusals.clear()
    for notice in Notice.objects.filter(state="dead"):
        outbox.resend(notice=notice)
    assert outbox.send_due()["sent"] == 2


@pytest.mark.parametrize("act", [outbox.resend, outbox.set_aside])
@pytest.mark.parametrize("state", ["queued", "sent", "cancelled"])
def test_only_a_mail_that_did_not_reach_its_reader_is_sent_again_or_set_aside(haddad, act, state):
    """The mail may have gone out, or somebody else may have dealt with it, after the page was opened."""
    Notice.objects.update(state=state, sent_at=timezone.now() if state == "sent" else None)
    notice = Notice.objects.first()
    with pytest.raises(Refused, match="not among the undelivered ones any more"):
        act(notice=notice)
    notice.refresh_from_db()
    assert notice.state == state


def test_a_worker_killed_between_the_server_s_yes_and_our_mark_sends_again_within_two_minutes(sink, haddad):
    """Check 3: at least once, the same Message-ID."""
    first = outbox.claim_next()
    outbox._send(mails.compose(first.notice), first.notice)  # … and the worker is gone here
    outbox.send_due()
    assert len(sink.accepted) == 2
    with time_machine.travel(timezone.now() + outbox.LEASE + timedelta(seconds=1)):
        assert outbox.send_due()["sent"] == 1
    ids = [message["Message-ID"] for _to, message in sink.accepted]
    assert (len(ids), len(set(ids))) == (3, 2)


def test_a_worker_that_lost_its_lease_can_not_overwrite_the_other_s_outcome(sink, haddad):
    slow = outbox.claim_next()
    with time_machine.travel(timezone.now() + outbox.LEASE + timedelta(seconds=1)):
        outbox.send_due()
    outbox._finish(slow, "failed", state=Notice.State.FAILED, error="late")
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.django_db(transaction=True)
def test_three_workers_send_each_mail_once(sink):
    hospital = factories.make_hospital("ulm")
    for number in range(20):
        factories.make_enquiry(hospital, email=f"family{number}@example.org")
    assert Notice.objects.count() == 40

    def work():
        while outbox.send_due(limit=1) != {"sent": 0, "retry": 0, "failed": 0, "dead": 0, "cancelled": 0}:
            pass
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(3)]
    [thread.start() for thread in threads]
    [thread.join(60) for thread in threads]
    assert Notice.objects.filter(state="sent").count() == 40
    assert len({message["Message-ID"] for _to, message in sink.accepted}) == len(sink.accepted) == 40


@pytest.mark.django_db(transaction=True)
def test_a_notice_can_only_be_queued_inside_the_transaction_that_causes_it():
    """Check 8."""
    enquiry = factories.make_enquiry(factories.make_hospital("ulm"))
    event = enquiry.events.first()
    with pytest.raises(RuntimeError, match="inside the transaction"):
        notices.queue(event, enquiry=enquiry, quote_request=None)
    with transaction.atomic():
        Notice.objects.all().delete()
        assert len(notices.queue(event, enquiry=enquiry, quote_request=None)) == 2


def test_every_notice_the_table_can_cause_has_its_texts():
    from django.template.loader import get_template

    kinds = [f"{kind}/{audience}" for kind, audiences in notices.TOLD.items() for audience in audiences]
    for kind in kinds:
        get_template(f"emails/{kind}_subject.txt")
        get_template(f"emails/{kind}_body.txt")
    assert len(kinds) == len(set(kinds)) >= 29


def test_a_mail_whose_code_was_replaced_meanwhile_is_not_sent_with_it(sink, haddad, ulm, carla):
    quote_request = factories.release(haddad, ulm, carla)
    from enquiries import codes

    codes.revoke(quote_request=quote_request)
    assert outbox.send_due()["cancelled"] == 1


def test_a_password_that_the_mail_server_refuses_is_ours_to_mend_and_no_reader_s_fault(haddad, monkeypatch):
    """535 is a lasting answer elsewhere; here the mail waits until the setting is right."""

    def refused(mail, notice):
        raise smtplib.SMTPAuthenticationError(535, b"no")

    monkeypatch.setattr(outbox, "_send", refused)
    assert outbox.send_due()["retry"] == 2
    assert set(Notice.objects.values_list("state", "error")) == {("queued", "authentication")}
