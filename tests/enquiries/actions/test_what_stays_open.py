"""What a hospital can still reach once a family has ended its consent, or once its own request has ended."""

import pytest

from enquiries.actions import answering, coordinating, deciding, releasing
from enquiries.documents.keeping import add_document
from enquiries.models import AccessCode, Notice
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, as_hospital, hospital_code, text_of
from tests.enquiries.files import making

pytestmark = pytest.mark.django_db

STORY = "the first block ended last week"
PASSED_ON = "Canary: her last blood count was on Monday."


@pytest.fixture
def chosen(haddad, ulm, freiburg, carla):
    """Ulm is chosen and reads how to reach the family; Freiburg was not asked to end."""
    factories.release(haddad, freiburg, carla)
    quote_request = factories.release(haddad, ulm, carla)
    factories.release_quote(factories.quote(quote_request), carla)
    deciding.accept(quote_request=factories.request_to(haddad, ulm), by=Actor.family(haddad))
    return factories.request_to(haddad, ulm)


def test_withdrawing_everything_ends_the_chosen_hospital_s_access_too(haddad, chosen):
    """Check 61: consent is as easily withdrawn after choosing as before."""
    code = hospital_code(chosen)
    hospital = as_hospital(chosen)
    assert haddad.email in text_of(hospital.get("/clinic/request/"))
    as_family(haddad).post("/status/enquiry/withdraw/")
    response = hospital.get("/clinic/request/")
    assert response.status_code == 410
    assert STORY not in text_of(response)
    assert haddad.email not in text_of(response)
    assert hospital.post("/clinic/", {"code": code}).status_code == 410
    told = Notice.objects.filter(quote_request=chosen, audience="hospital").order_by("-pk").first()
    assert told.kind == "hospital_withdrawn"


def test_withdrawing_everything_leaves_no_hospital_a_code(haddad, ulm, freiburg, carla):
    """One that has declined holds a code as well."""
    quote_request = factories.release(haddad, ulm, carla)
    factories.release(haddad, freiburg, carla)
    answering.decline(
        quote_request=quote_request, reason="no_capacity", text="No bed.", by=Actor.hospital(quote_request)
    )
    deciding.withdraw_all(enquiry=haddad, by=Actor.family(haddad))
    usable = AccessCode.objects.usable().filter(enquiry=haddad)
    assert set(usable.values_list("purpose", flat=True)) == {"family"}


def test_the_chosen_hospital_can_be_withdrawn_alone(haddad, chosen, freiburg):
    assert "Withdraw" in text_of(as_family(haddad).get("/status/enquiry/"))
    as_family(haddad).post("/status/enquiry/ulm/withdraw/")
    chosen.refresh_from_db()
    assert chosen.state == "withdrawn"
    assert factories.request_to(haddad, freiburg).state == "sent"


def test_what_was_passed_on_is_not_shown_once_nothing_is_left_to_answer(haddad, ulm, carla):
    """Check 68: the family's answer tells of the illness like everything else it sent."""
    quote_request = factories.release(haddad, ulm, carla)
    answering.ask(
        quote_request=quote_request, text="When was the last count?", by=Actor.hospital(quote_request)
    )
    releasing.pass_answer_on(quote_request=quote_request, text=PASSED_ON, by=Actor.coordinator(carla))
    hospital = as_hospital(quote_request)
    assert PASSED_ON in text_of(hospital.get("/clinic/request/"))
    answering.decline(
        quote_request=quote_request, reason="no_capacity", text="No bed.", by=Actor.hospital(quote_request)
    )
    page = text_of(hospital.get("/clinic/request/"))
    assert PASSED_ON not in page
    assert STORY not in page


def test_reopening_a_request_passes_on_no_document_a_coordinator_has_not_seen(haddad, ulm, carla):
    quote_request = factories.release(haddad, ulm, carla)
    answering.decline(
        quote_request=quote_request,
        reason="documents_missing",
        text="Too little.",
        by=Actor.hospital(quote_request),
    )
    upload = making.upload("later.pdf", making.letter())
    later = add_document(enquiry=haddad, upload=upload, kind="lab", by=Actor.family(haddad))
    releasing.reopen_request(
        quote_request=quote_request, reason="They have a bed again.", by=Actor.coordinator(carla)
    )
    hospital = as_hospital(quote_request)
    assert hospital.get(f"/clinic/request/documents/{later.uid}/").status_code == 404
    releasing.pass_documents_on(quote_request=quote_request, by=Actor.coordinator(carla))
    assert hospital.get(f"/clinic/request/documents/{later.uid}/").status_code == 200


def test_many_messages_of_one_family_are_one_mail_to_the_coordinators_until_it_is_sent(haddad, carla):
    """Check 45: whoever floods the portal with messages must not hold up everyone's mail."""
    coordinating.take(enquiry=haddad, by=Actor.coordinator(carla))
    for number in range(5):
        deciding.write(enquiry=haddad, text=f"Message {number}", by=Actor.family(haddad))
    queued = Notice.objects.filter(enquiry=haddad, kind="coordinators_family_answered")
    assert queued.count() == 1
    queued.update(state="sent", sent_at=haddad.created_at)
    deciding.write(enquiry=haddad, text="A new one", by=Actor.family(haddad))
    assert Notice.objects.filter(enquiry=haddad, kind="coordinators_family_answered").count() == 2
