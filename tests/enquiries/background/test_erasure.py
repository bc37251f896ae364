"""Checks 63 and 64: of an enquiry past its time nothing is left that could tell who it was, and logs end in time."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.utils import timezone

from enquiries.actions import coordinating, deciding
from enquiries.background import privacy
from enquiries.entry.access_log import record_access
from enquiries.models import AccessCode, AccessLogEntry, Document, Enquiry, FindingWord, Message, Note, Notice
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.sealing.test_nothing_in_clear import write_everywhere


def later(days: int):
    return time_machine.travel(timezone.now() + timedelta(days=days))


@pytest.fixture
def ended(haddad, ulm, freiburg, carla, private):
    """A text of each kind, read by a coordinator; then the family withdrew all of it."""
    write_everywhere(haddad, ulm, freiburg, carla)
    record_access(enquiry=haddad, by=Actor.coordinator(carla), what="enquiry")
    deciding.withdraw_all(enquiry=haddad, by=Actor.family(haddad))
    return haddad


@pytest.mark.parametrize("rows", [Message, Note, AccessCode, AccessLogEntry, Document, Notice, FindingWord])
def test_no_row_that_tells_of_people_outlives_an_enquiry(ended, rows):
    assert rows.objects.exists()
    assert privacy.anonymize(ended.pk, now=timezone.now())
    assert rows.objects.count() == 0


def test_no_digest_by_which_it_was_found_outlives_it(ended):
    assert Enquiry.objects.get().email_index
    privacy.anonymize(ended.pk, now=timezone.now())
    left = Enquiry.objects.get()
    assert (left.email_index, left.family_name_index) == ("", "")
    assert left.submission_key == f"anonymized-{left.uid.hex}"


def test_the_log_of_who_read_ends_after_twelve_months(haddad, carla):
    record_access(enquiry=haddad, by=Actor.coordinator(carla), what="enquiry")
    with later(371):
        assert privacy.retain()["access_log"] == 0
    with later(373):
        assert privacy.retain()["access_log"] == 1
    assert AccessLogEntry.objects.count() == 0


def test_a_visit_that_is_over_is_forgotten(client, haddad, carla):
    client.force_login(carla)
    lasts = Session.objects.get().expire_date - timezone.now()
    assert privacy.retain()["sessions"] == 0
    with later(lasts.days + 1):
        assert privacy.retain()["sessions"] == 1
    assert Session.objects.count() == 0


def test_what_is_open_again_keeps_all_of_it(ended, ulm, carla):
    enquiry = factories.make_enquiry(ulm)
    coordinating.close(enquiry=enquiry, reason="duplicate", letter="", by=Actor.coordinator(carla))
    coordinating.reopen(enquiry=enquiry, by=Actor.coordinator(carla))
    with later(91):
        assert privacy.retain()["enquiries"] == 1
    assert Enquiry.objects.get(pk=enquiry.pk).family_name == "Canary-Haddad"
