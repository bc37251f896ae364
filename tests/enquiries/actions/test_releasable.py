"""What holds a release up, each by itself: whoever repairs one of them still finds the others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from enquiries.actions import answering, releasing
from enquiries.models import Document
from enquiries.rules.workflow import Refused
from enquiries.words.actors import Actor
from tests import factories


def no_consent_for_us(enquiry, ulm) -> None:
    enquiry.consents.filter(purpose="portal").update(withdrawn_at=timezone.now())


def no_consent_for_ulm(enquiry, ulm) -> None:
    enquiry.consents.filter(hospital=ulm).update(withdrawn_at=timezone.now())


def a_document_is_being_checked(enquiry, ulm) -> None:
    Document.objects.create(
        enquiry=enquiry, kind="lab", name="report.pdf", content_type="application/pdf", size=10, sha256="0" * 64,
        stored_as="x", scan="pending", created_at=timezone.now() - timedelta(days=1), added_by="family",
    )  # fmt: skip


def ulm_takes_none(enquiry, ulm) -> None:
    ulm.not_accepting_until_on = factories.in_days(10)
    ulm.save()


IN_THE_WAY = {
    no_consent_for_us: "There is no consent of the family.",
    no_consent_for_ulm: "There is no consent of the family for this hospital.",
    a_document_is_being_checked: "A document is still being checked.",
    ulm_takes_none: "This hospital is not taking requests at the moment.",
}


@pytest.mark.parametrize("happens", IN_THE_WAY, ids=lambda happens: happens.__name__)
def test_nothing_is_released_while(haddad, ulm, carla, happens):
    happens(haddad, ulm)
    with pytest.raises(Refused) as refusal:
        factories.release(haddad, ulm, carla)
    assert str(refusal.value) == IN_THE_WAY[happens]
    assert factories.request_to(haddad, ulm).state == "pending"


@pytest.mark.parametrize("happens", IN_THE_WAY, ids=lambda happens: happens.__name__)
def test_nothing_is_sent_again_while(haddad, ulm, carla, happens):
    quote_request = factories.release(haddad, ulm, carla)
    answering.decline(
        quote_request=quote_request, reason="other", text="Not now.", by=Actor.hospital(quote_request)
    )
    happens(haddad, ulm)
    with pytest.raises(Refused) as refusal:
        releasing.reopen_request(
            quote_request=quote_request, reason="They can now.", by=Actor.coordinator(carla)
        )
    assert str(refusal.value) == IN_THE_WAY[happens]
    assert factories.request_to(haddad, ulm).state == "declined"
