"""From the family's enquiry to the hospitals: what is seen is what is sent, by each hospital's own channel."""

import html

import pytest

from enquiries.actions import coordinating
from enquiries.models import Consent, Document, Enquiry, Event, Notice
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk, hidden_fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


def state(enquiry, hospital):
    return factories.request_to(enquiry, hospital).state


def test_the_preview_is_exactly_what_the_hospital_will_read_and_sending_sends_that(desk, haddad, ulm):
    quote_request = factories.request_to(haddad, ulm)
    will_read = disclose(quote_request)
    page = desk.open(haddad, "release", quote_request.reference)
    assert page.context["disclosure"] == will_read
    text = html.unescape(page.content.decode())
    for section in will_read.sections:
        for label, value in section.rows:
            assert label in text and value in text
    assert "amira.canary@example.org" not in text and "901820" not in text and "Freiburg" not in text
    response = desk.decide(haddad, "release", quote_request.reference)
    assert (response.status_code, state(haddad, ulm)) == (302, "sent")
    assert disclose(factories.request_to(haddad, ulm)).digest == will_read.digest


def test_what_changed_after_the_preview_is_not_sent(desk, haddad, ulm, carla):
    """Even with the right version: the digest alone must refuse it."""
    quote_request = factories.request_to(haddad, ulm)
    page = desk.open(haddad, "release", quote_request.reference)
    fresh = Enquiry.objects.get(pk=haddad.pk)
    fresh.story = "Another story."
    fresh.save()
    seen, digest = page.context["seen"], page.context["disclosure"].digest
    response = desk.client.post(
        desk.url(haddad, "release", quote_request.reference), {"seen": seen, "digest": digest}
    )
    assert (response.status_code, state(haddad, ulm)) == (409, "pending")
    assert "look again, then send" in response.content.decode()
    now = response.context["disclosure"].digest
    assert now != digest
    assert hidden_fields(response)["digest"] == now  # the next click agrees to what is shown now


@pytest.mark.parametrize("digest", ["", "0" * 64, "\x00", "😀"])
def test_a_form_that_does_not_say_what_it_shows_sends_nothing(desk, haddad, ulm, digest):
    response = desk.decide(haddad, "release", factories.request_to(haddad, ulm).reference, digest=digest)
    assert (response.status_code, state(haddad, ulm)) == (409, "pending")
    assert "look again, then send" in response.content.decode()


def test_three_releases_follow_one_another(desk, ulm, freiburg, frankfurt):
    enquiry = factories.make_enquiry(ulm, freiburg, frankfurt)
    todo = desk.open(enquiry, "release").context["rows"]
    assert [row["quote_request"].hospital for row in todo] == [ulm, freiburg, frankfurt]
    next_page = todo[0]["url"]
    for left in (3, 2, 1):
        page = desk.client.get(next_page)
        assert (page.context["place"], page.context["waiting"]) == (1, left)
        response = desk.client.post(
            next_page, {"seen": page.context["seen"], "digest": page.context["disclosure"].digest}
        )
        next_page = response["Location"]
    assert next_page == desk.url(enquiry)
    assert {quote_request.state for quote_request in enquiry.requests.all()} == {"sent"}
    assert "Nothing waits to be sent." in desk.open(enquiry, "release").content.decode()


def test_who_is_told_is_said_before_and_is_true_after(desk, haddad, ulm):
    quote_request = factories.request_to(haddad, ulm)
    told = desk.open(haddad, "release", quote_request.reference).context["told"]
    assert told == [
        "Ulm University Hospital gets a mail with the reference and a link.",
        "The family gets a mail: it says that something new is on its status page, and no more.",
    ]
    before = set(haddad.notices.values_list("pk", flat=True))
    desk.decide(haddad, "release", quote_request.reference)
    queued = haddad.notices.exclude(pk__in=before).values_list("audience", flat=True)
    assert sorted(queued) == ["family", "hospital"]


def test_an_unconfirmed_address_holds_the_release_until_the_family_was_reached(desk, ulm):
    enquiry = factories.make_enquiry(ulm, confirmed=False)
    quote_request = factories.request_to(enquiry, ulm)
    page = desk.open(enquiry, "release", quote_request.reference)
    assert "The family's address is not confirmed" in page.context["why_not"]
    assert "Send it to this hospital" not in page.content.decode()
    refused = desk.client.post(
        desk.url(enquiry, "release", quote_request.reference),
        {"seen": page.context["seen"], "digest": page.context["disclosure"].digest},
    )
    assert (refused.status_code, state(enquiry, ulm)) == (409, "pending")
    desk.decide(enquiry, "confirm-address")
    enquiry.refresh_from_db()
    assert enquiry.address_confirmed_by == "coordinator"
    assert desk.decide(enquiry, "release", quote_request.reference).status_code == 302
    assert state(enquiry, ulm) == "sent"


def test_without_a_live_consent_nothing_goes_out(desk, haddad, ulm):
    page = desk.open(haddad, "release", factories.request_to(haddad, ulm).reference)
    Consent.objects.filter(hospital=ulm).delete()
    response = desk.client.post(
        desk.url(haddad, "release", factories.request_to(haddad, ulm).reference),
        {"seen": page.context["seen"], "digest": page.context["disclosure"].digest},
    )
    assert (response.status_code, state(haddad, ulm)) == (409, "pending")
    assert "There is no consent of the family for this hospital." in response.content.decode()


def test_a_hospital_with_its_own_form_gets_no_mail_but_the_coordinator_a_task_and_a_copy_sheet(
    desk, heidelberg
):
    enquiry = factories.make_enquiry(heidelberg)
    quote_request = factories.request_to(enquiry, heidelberg)
    assert desk.open(enquiry, "release", quote_request.reference).context["told"][0] == (
        "Heidelberg University Hospital gets no mail from the portal: you tell it yourself."
    )
    response = desk.decide(enquiry, "release", quote_request.reference)
    assert response["Location"] == desk.url(enquiry, "hand-over", quote_request.reference)
    assert not Notice.objects.filter(audience="hospital").exists()
    step = desk.open(enquiry).context["steps"][0]
    assert (step.step.kind, step.url) == ("hand_over", response["Location"])
    sheet = desk.client.get(response["Location"])
    assert (
        sheet.context["disclosure"].sections == disclose(factories.request_to(enquiry, heidelberg)).sections
    )
    assert "https://form.example.org" in sheet.content.decode()
    desk.decide(enquiry, "hand-over", quote_request.reference)
    assert factories.request_to(enquiry, heidelberg).handed_over_at is not None
    assert "hand_over" not in {step.step.kind for step in desk.open(enquiry).context["steps"]}
    assert desk.open(enquiry, "copy-sheet", quote_request.reference).status_code == 200


def test_a_hospital_asked_by_telephone_has_the_sheet_without_a_form(desk, ulm):
    ulm.channel = "phone"
    ulm.save()
    enquiry = factories.make_enquiry(ulm)
    quote_request = factories.request_to(enquiry, ulm)
    response = desk.decide(enquiry, "release", quote_request.reference)
    page = desk.client.get(response["Location"]).content.decode()
    assert "Call the hospital and tell it what stands on the copy sheet below." in page
    assert "Open the hospital" not in page


def test_there_is_no_copy_sheet_of_what_was_not_sent(desk, haddad, ulm):
    assert desk.open(haddad, "copy-sheet", factories.request_to(haddad, ulm).reference).status_code == 404


def test_releasing_twice_sends_once(desk, haddad, ulm):
    quote_request = factories.request_to(haddad, ulm)
    page = desk.open(haddad, "release", quote_request.reference)
    body = {"seen": page.context["seen"], "digest": page.context["disclosure"].digest}
    first, second = (
        desk.client.post(desk.url(haddad, "release", quote_request.reference), body) for _turn in range(2)
    )
    assert (first.status_code, second.status_code) == (302, 409)
    assert Event.objects.filter(kind="released").count() == 1


def test_hidden_fields_of_our_own_making_are_all_that_a_form_reads(desk, haddad, ulm, carla):
    """Check 44: a state, an owner or a consent can't be smuggled in."""
    extra = {
        "state": "closed",
        "assigned_to": "99",
        "address_confirmed_at": "2020-01-01",
        "urgent": "yes",
        "by": "family",
    }
    desk.decide(haddad, "take", **extra)
    haddad.refresh_from_db()
    assert (haddad.state, haddad.assigned_to, haddad.urgent) == ("received", carla, False)


def test_a_file_is_named_in_the_preview(desk, haddad, ulm):
    Document.objects.create(
        enquiry=haddad, kind="lab", name="<b>Befund</b>.pdf", content_type="application/pdf", size=10, sha256="0" * 64,
        stored_as="x", scan="clean", created_at=haddad.created_at, added_by="family",
    )  # fmt: skip
    page = desk.open(haddad, "release", factories.request_to(haddad, ulm).reference).content.decode()
    assert "&lt;b&gt;Befund&lt;/b&gt;.pdf" in page


def test_each_look_at_a_preview_is_on_record(desk, haddad, ulm, carla):
    """Check 65."""
    quote_request = factories.request_to(haddad, ulm)
    desk.open(haddad, "release", quote_request.reference)
    assert [(view.what, view.actor_user, view.quote_request) for view in haddad.access_log.all()] == [
        ("release", carla, quote_request)
    ]


def test_writing_before_sending_does_not_hold_up_who_only_notes(desk, haddad, carla):
    seen = desk.open(haddad, "note").context["seen"]
    coordinating.take(enquiry=haddad, by=Actor.coordinator(carla))
    assert desk.decide(haddad, "note", seen=seen, text="Called at noon.").status_code == 302
    assert haddad.notes.get().text == "Called at noon."
