"""Check 64: what is past its time goes, and nothing else; running it twice is running it once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding
from enquiries.background import privacy
from enquiries.models import AccessCode, Document, Enquiry, Message, Note, Notice
from enquiries.words.actors import Actor
from tests import factories

NOTHING = {"enquiries": 0, "mail_records": 0, "access_log": 0, "sessions": 0}


@pytest.fixture
def closed(haddad, ulm, carla):
    """Quoted, written about, noted, withdrawn by the family."""
    quote_request = factories.release(haddad, ulm, carla)
    answering.quote(
        quote_request=quote_request,
        facts=factories.quote_facts(assumptions="Canary assumption"),
        by=Actor.hospital(quote_request),
    )
    deciding.write(enquiry=haddad, text="Canary message", by=Actor.family(haddad))
    coordinating.add_note(enquiry=haddad, text="Canary note", by=Actor.coordinator(carla))
    deciding.withdraw_all(enquiry=haddad, by=Actor.family(haddad))
    return haddad


def later(days: int):
    return time_machine.travel(timezone.now() + timedelta(days=days))


def test_a_closed_enquiry_is_anonymized_after_ninety_days_and_not_before(closed):
    with later(89):
        assert privacy.retain()["enquiries"] == 0
    with later(91):
        assert privacy.retain(dry_run=True)["enquiries"] == 1
        assert privacy.retain()["enquiries"] == 1
        assert privacy.retain()["enquiries"] == 0
    fresh = Enquiry.objects.get()
    assert (fresh.state, fresh.email, fresh.story, fresh.treatments) == ("anonymized", "", "", None)
    assert [
        Message.objects.count(),
        Note.objects.count(),
        AccessCode.objects.count(),
        Document.objects.count(),
    ] == [0] * 4
    assert list(Enquiry.objects.matching("canary-haddad")) == []


def test_no_ciphertext_of_it_is_left_in_any_table(closed):
    with later(91):
        privacy.retain()
    left = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("enquiries_"):
                cursor.execute(f'SELECT * FROM "{table}"')
                left += [
                    table for row in cursor.fetchall() if any(str(value).startswith("v1:") for value in row)
                ]
    assert left == []


def test_its_states_times_and_sums_stay_for_the_figures(closed, ulm):
    with later(91):
        privacy.retain()
    quote_request = factories.request_to(Enquiry.objects.get(), ulm)
    assert (quote_request.state, quote_request.quotes.get().amount_low) == ("withdrawn", 48000)
    assert list(closed.events.values_list("kind", flat=True))[-1] == "anonymized"


def test_an_open_enquiry_is_kept_however_old_it_is(haddad):
    with later(2000):
        assert privacy.retain()["enquiries"] == 0
    assert Enquiry.objects.get().family_name == "Canary-Haddad"


def test_mail_records_go_after_thirty_days_but_never_one_that_still_waits(haddad):
    Notice.objects.filter(audience="family").update(state="sent", sent_at=timezone.now())
    with later(31):
        assert privacy.retain() == NOTHING | {"mail_records": 1}
    assert Notice.objects.get().audience == "coordinators"


def test_a_reopened_enquiry_is_not_anonymized_by_a_pass_that_had_already_listed_it(haddad, carla):
    coordinating.close(enquiry=haddad, reason="duplicate", letter="", by=Actor.coordinator(carla))
    coordinating.reopen(enquiry=haddad, by=Actor.coordinator(carla))
    assert privacy.anonymize(haddad.pk, now=timezone.now()) is False
