"""Decisions: what each does, that a stale one does nothing, and that a refusal keeps what was typed."""

import pytest
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding
from enquiries.models import Document, Enquiry, Event, Message, Notice
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk

pytestmark = pytest.mark.django_db
LETTER = (
    "Dear family, no hospital could make a quote. Please speak to your treating doctors about the next step."
)


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


@pytest.fixture
def jonas(db):
    return factories.make_staff("jonas", "coordinator")


@pytest.fixture
def declined(haddad, ulm, freiburg, carla):
    for hospital in (ulm, freiburg):
        factories.release(haddad, hospital, carla)
        quote_request = factories.request_to(haddad, hospital)
        answering.decline(
            quote_request=quote_request,
            reason="no_capacity",
            text="No bed.",
            by=Actor.hospital(quote_request),
        )
    return Enquiry.objects.get(pk=haddad.pk)


def test_the_second_of_two_coordinators_is_told_what_changed_and_keeps_what_was_typed(desk, haddad, jonas):
    """Check 13."""
    seen = desk.open(haddad, "close").context["seen"]
    coordinating.take(enquiry=haddad, by=Actor.coordinator(jonas))
    coordinating.mark_urgent(enquiry=haddad, urgent=True, by=Actor.coordinator(jonas))
    response = desk.decide(haddad, "close", seen=seen, reason="duplicate", letter="See your other enquiry.")
    haddad.refresh_from_db()
    assert (response.status_code, haddad.state) == (409, "received")
    page = response.content.decode()
    assert [event.kind for event in response.context["changed"]["events"]] == ["taken", "urgent_marked"]
    assert response.context["changed"]["assigned_to"] == "jonas"
    assert "Changed meanwhile" in page and "See your other enquiry." in page
    again = desk.client.post(
        desk.url(haddad, "close"),
        {"seen": response.context["seen"], "reason": "duplicate", "letter": "See your other enquiry."},
    )
    haddad.refresh_from_db()
    assert (again.status_code, haddad.state, haddad.closed_reason) == (302, "closed", "duplicate")


@pytest.mark.parametrize("seen", ["", "0", "0.0", "-1.0", "x.y", "9" * 400, "1.1.1", "\uff11.1", "\x00"])
def test_a_form_that_does_not_say_what_it_saw_decides_nothing(desk, haddad, seen):
    response = desk.decide(haddad, "take", seen=seen)
    haddad.refresh_from_db()
    assert (response.status_code, haddad.assigned_to) == (409, None)


def test_with_the_version_of_now_it_goes_through(desk, haddad, carla):
    """The control for the two tests above."""
    response = desk.decide(haddad, "take")
    haddad.refresh_from_db()
    assert (response.status_code, response["Location"], haddad.assigned_to) == (302, desk.url(haddad), carla)


def test_a_message_to_the_family_is_readable_there_and_the_clock_stops_if_an_answer_is_wanted(desk, haddad):
    desk.decide(haddad, "write", text="When was the last blood count?", wants_answer="on")
    message = Message.objects.get()
    haddad.refresh_from_db()
    assert (message.text, haddad.state) == ("When was the last blood count?", "needs_info")
    assert message in Message.objects.for_family()
    assert Notice.objects.filter(kind="family_family_asked").count() == 1


def test_an_empty_message_is_refused_at_its_field_with_a_summary(desk, haddad):
    response = desk.decide(haddad, "write", text="   ")
    assert response.status_code == 422
    assert 'href="#id_text"' in response.content.decode()
    assert not Message.objects.exists()


def test_a_note_is_for_coordinators_only(desk, haddad, carla):
    desk.decide(haddad, "note", text="Mother prefers calls after 16:00.")
    note = haddad.notes.get()
    assert (note.text, note.created_by) == ("Mother prefers calls after 16:00.", carla)
    assert not Message.objects.exists() and not Notice.objects.filter(kind__contains="note").exists()


def test_urgency_can_be_set_and_taken_back(desk, haddad):
    for typed, expected in (("yes", True), ("no", False)):
        desk.decide(haddad, "urgent", urgent=typed)
        haddad.refresh_from_db()
        assert haddad.urgent is expected
    assert desk.decide(haddad, "urgent", urgent="perhaps").status_code == 422


def test_closing_without_a_letter_is_refused_when_no_hospital_made_a_quote(desk, declined):
    assert declined.state == "all_answered_no_quote"
    response = desk.decide(declined, "close", reason="no_quote", letter="")
    declined.refresh_from_db()
    assert (response.status_code, declined.state) == (409, "all_answered_no_quote")
    assert "write them a letter before you close" in response.content.decode()
    response = desk.decide(declined, "close", reason="no_quote", letter=LETTER)
    declined.refresh_from_db()
    assert (response.status_code, declined.state) == (302, "closed")
    assert Message.objects.for_family().get().text == LETTER


def test_a_closed_enquiry_can_be_reopened_and_offers_little_else(desk, haddad):
    desk.decide(haddad, "close", reason="spam", letter="")
    steps = {offer.decision.key for offer in desk.open(haddad).context["offers"]}
    assert steps == {"note", "reopen"}
    assert desk.decide(haddad, "take").status_code == 409
    desk.decide(haddad, "reopen")
    haddad.refresh_from_db()
    assert haddad.state == "received"


def test_a_question_goes_to_the_family_in_the_coordinators_words_and_the_answer_back(
    desk, haddad, ulm, carla
):
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    answering.ask(quote_request=quote_request, text="MRD d33?", by=Actor.hospital(quote_request))
    question = Message.objects.get()
    page = desk.open(haddad, "pass-question", question.uid)
    assert page.context["form"].initial["text"] == "MRD d33?"
    desk.decide(haddad, "pass-question", question.uid, text="Do you have the day 33 result?")
    asked = Message.objects.for_family().get()
    assert (asked.text, asked.quote_request_id) == ("Do you have the day 33 result?", quote_request.pk)
    deciding.write(enquiry=haddad, text="It is 0.01 %.", by=Actor.family(haddad), quote_request=quote_request)
    answer = desk.open(haddad, "pass-answer", quote_request.reference)
    assert answer.context["form"].initial["text"] == "It is 0.01 %."
    desk.decide(haddad, "pass-answer", quote_request.reference, text="MRD day 33: 0.01 %.")
    quote_request = factories.request_to(haddad, ulm)
    assert quote_request.state == "acknowledged"
    read_there = [message.text for message in Message.objects.for_hospital(quote_request)]
    assert read_there == ["MRD d33?", "MRD day 33: 0.01 %."]


def test_a_question_is_passed_on_once(desk, haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    answering.ask(quote_request=quote_request, text="MRD?", by=Actor.hospital(quote_request))
    uid = Message.objects.get().uid
    assert desk.decide(haddad, "pass-question", uid, text="MRD?").status_code == 302
    second = desk.decide(haddad, "pass-question", uid, text="MRD?")
    assert second.status_code == 409
    assert "This question has been dealt with already." in second.content.decode()


def test_a_familys_message_is_no_question_of_a_hospital(desk, haddad):
    message = deciding.write(enquiry=haddad, text="Hello?", by=Actor.family(haddad))
    assert desk.open(haddad, "pass-question", message.uid).status_code == 404
    desk.decide(haddad, "handled", message.uid)
    message.refresh_from_db()
    assert message.handled_at is not None


def test_a_document_added_later_waits_for_a_coordinator_and_then_goes_to_the_hospital(
    desk, haddad, ulm, carla
):
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    later = Document.objects.create(
        enquiry=haddad, kind="lab", name="mrd.pdf", content_type="application/pdf", size=10, sha256="0" * 64,
        stored_as="x", scan="clean", created_at=timezone.now(), added_by="family",
    )  # fmt: skip
    assert disclose(quote_request).documents == []
    offered = {
        card.hospital: [offer.decision.key for offer in card.offers]
        for card in desk.open(haddad).context["cards"]
    }
    assert "pass-documents" in offered["Ulm University Hospital"]
    assert "pass-documents" not in offered["Freiburg University Hospital"]
    assert desk.open(haddad, "pass-documents", quote_request.reference).context["new_documents"] == [later]
    desk.decide(haddad, "pass-documents", quote_request.reference)
    assert disclose(factories.request_to(haddad, ulm)).documents == [later]
    assert desk.decide(haddad, "pass-documents", quote_request.reference).status_code == 409


def test_a_declined_request_is_reopened_with_a_reason_that_stays_a_note(desk, declined, ulm):
    quote_request = factories.request_to(declined, ulm)
    assert desk.decide(declined, "reopen-request", quote_request.reference, reason="").status_code == 422
    desk.decide(declined, "reopen-request", quote_request.reference, reason="A bed is free again.")
    assert factories.request_to(declined, ulm).state == "acknowledged"
    assert declined.notes.get().text == "A bed is free again."


def test_withdrawing_ends_the_consent_and_tells_hospital_and_family(desk, haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    desk.decide(haddad, "withdraw", quote_request.reference)
    assert factories.request_to(haddad, ulm).state == "withdrawn"
    assert haddad.consents.get(hospital=ulm).withdrawn_at is not None
    assert sorted(Notice.objects.filter(kind__endswith="withdrawn").values_list("audience", flat=True)) == [
        "family",
        "hospital",
    ]


def test_an_illegal_step_is_refused_in_the_page_with_its_reason(desk, haddad, ulm):
    quote_request = factories.request_to(haddad, ulm)
    response = desk.decide(haddad, "enter-decline", quote_request.reference, reason="other", text="No.", source="phone",
                           answered_on=factories.in_days(0))  # fmt: skip
    assert response.status_code == 409
    assert "the request is now “Not sent yet”" in response.content.decode()
    assert not Event.objects.filter(kind="declined").exists()


def test_mail_that_failed_can_be_sent_again_or_set_aside(desk, haddad):
    first, second = haddad.notices.order_by("pk")
    Notice.objects.update(state="dead", error="timeout")
    desk.decide(haddad, "resend", first.uid)
    desk.decide(haddad, "set-aside", second.uid)
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.state, second.state) == ("queued", "cancelled")
    assert desk.decide(haddad, "resend", first.uid).status_code == 409
