"""Checks 1 and 7: what was acknowledged is there whole, and the same form is one enquiry however often it comes."""

import hashlib
import threading

import pytest
from django.db import IntegrityError, connection, connections

from enquiries.actions import intake
from enquiries.models import Consent, ConsentText, Enquiry, Event, Notice
from enquiries.rules.consents import ConsentGiven
from programs.picks import Wish
from tests import factories


def send(hospital, key="one-key", consents=None, wishes=None) -> intake.Receipt:
    return intake.receive(
        answers=factories.ANSWERS,
        wishes=wishes or [Wish(hospital, [hospital.programs.get(stay_days=21)], False)],
        consents=consents
        or [
            ConsentGiven("portal", "The portal may read this."),
            ConsentGiven("hospital", f"{hospital.name} may read this.", hospital),
        ],
        submission_key=key,
        language="en",
    )


def test_an_enquiry_arrives_with_its_requests_consents_code_event_and_notices(ulm, freiburg):
    enquiry = factories.make_enquiry(ulm, freiburg, confirmed=False)
    assert [quote_request.hospital for quote_request in enquiry.requests.all()] == [ulm, freiburg]
    assert {quote_request.state for quote_request in enquiry.requests.all()} == {"pending"}
    assert sorted(str(c.hospital or "portal") for c in enquiry.consents.all()) == [
        "Freiburg University Hospital",
        "Ulm University Hospital",
        "portal",
    ]
    assert [event.kind for event in enquiry.events.all()] == ["received"]
    assert sorted(notice.kind for notice in enquiry.notices.all()) == [
        "coordinators_received",
        "family_received",
    ]
    assert sorted(enquiry.codes.values_list("by_mail", flat=True)) == [False, True]
    assert (enquiry.state, enquiry.next_step) == ("received", "first_answer")


def test_the_same_form_sent_again_gives_the_same_receipt(ulm):
    first, second = send(ulm), send(ulm)
    assert (first.enquiry.pk, first.code) == (second.enquiry.pk, second.code)
    assert (first.is_new, second.is_new) == (True, False)
    assert Enquiry.objects.count() == 1
    assert Notice.objects.count() == 2


def test_a_hospital_without_its_own_consent_is_not_asked(ulm, freiburg):
    wishes = [Wish(ulm, [], True), Wish(freiburg, [], True)]
    consents = [ConsentGiven("portal", "p"), ConsentGiven("hospital", "u", ulm)]
    enquiry = send(ulm, wishes=wishes, consents=consents).enquiry
    assert [quote_request.hospital for quote_request in enquiry.requests.all()] == [ulm]
    with pytest.raises(ValueError, match="at least one hospital"):
        send(ulm, key="two", consents=[ConsentGiven("portal", "p")])


def test_a_consent_keeps_the_exact_words_under_their_digest(ulm):
    enquiry = send(ulm).enquiry
    kept = enquiry.consents.get(purpose=Consent.Purpose.HOSPITAL)
    words = "Ulm University Hospital may read this."
    assert (kept.text.text, kept.text.sha256) == (words, hashlib.sha256(words.encode()).hexdigest())
    send(ulm, key="another")
    assert ConsentText.objects.count() == 2


@pytest.mark.parametrize(
    ("answers", "urgent"),
    [
        ({"emergency_signs": "yes"}, True),
        ({"treatment_started": "no", "diagnosis": "confirmed"}, True),
        ({"treatment_started": "no", "diagnosis": "suspected"}, True),
        ({"treatment_started": "no", "diagnosis": "remission"}, False),
        ({"treatment_started": "unknown", "diagnosis": "confirmed"}, False),
        ({}, False),
    ],
)
def test_an_untreated_leukemia_or_emergency_signs_make_an_enquiry_urgent(ulm, answers, urgent):
    assert factories.make_enquiry(ulm, **answers).urgent is urgent


def test_a_failure_half_way_leaves_nothing_behind(ulm, monkeypatch):
    monkeypatch.setattr(intake.workflow, "settle", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send(ulm)
    assert [model.objects.count() for model in (Enquiry, Consent, Event, Notice)] == [0, 0, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_twenty_parallel_sends_of_one_form_are_one_enquiry_and_twenty_same_receipts():
    """Check 7, with threads on real connections."""
    hospital = factories.make_hospital("ulm")
    receipts, errors, start = [], [], threading.Barrier(20)

    def one():
        try:
            start.wait(10)
            receipt = send(hospital, key="the-same")
            receipts.append((receipt.enquiry.reference, receipt.code))
        except Exception as error:
            errors.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one) for _ in range(20)]
    [thread.start() for thread in threads]
    [thread.join(60) for thread in threads]
    assert errors == []
    assert len(receipts) == 20
    assert len(set(receipts)) == 1
    assert Enquiry.objects.count() == 1
    assert Notice.objects.count() == 2


def test_a_fault_that_is_no_second_form_is_not_answered_with_a_receipt(ulm, monkeypatch):
    def broken(*_):
        raise IntegrityError("another constraint")

    monkeypatch.setattr(intake, "_write", broken)
    with pytest.raises(IntegrityError, match="another constraint"):
        send(ulm)
    assert Enquiry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_without_the_unique_key_the_same_race_makes_several_enquiries():
    """The negative control: with keys that differ, twenty sends are twenty enquiries."""
    hospital = factories.make_hospital("ulm")
    start = threading.Barrier(5)

    def one(number):
        start.wait(10)
        send(hospital, key=f"key-{number}")
        connections.close_all()

    threads = [threading.Thread(target=one, args=[number]) for number in range(5)]
    [thread.start() for thread in threads]
    [thread.join(60) for thread in threads]
    assert Enquiry.objects.count() == 5
    connection.close()
