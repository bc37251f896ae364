"""The hospital's page: exactly what is disclosed, and its question or refusal."""

import pytest
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding, releasing
from enquiries.documents.keeping import add_document
from enquiries.models import AccessLogEntry, Message, QuoteRequest
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_hospital, text_of
from tests.enquiries.files import making

pytestmark = pytest.mark.django_db

PAGES = ("/clinic/request/", "/clinic/request/ask/", "/clinic/request/quote/", "/clinic/request/decline/")


@pytest.fixture
def sent(haddad, ulm, freiburg, carla):
    """Sent to Ulm and Freiburg; the tests look through Ulm's eyes."""
    factories.release(haddad, freiburg, carla)
    return factories.release(haddad, ulm, carla)


@pytest.fixture
def letter(haddad):
    data = making.letter()
    return add_document(
        enquiry=haddad, upload=making.upload("letter.pdf", data), kind="lab", by=Actor.family(haddad)
    )


def test_the_page_shows_exactly_what_is_disclosed(sent):
    response = as_hospital(sent).get("/clinic/request/")
    assert response.context["disclosure"] == disclose(sent)
    page = text_of(response)
    for section in disclose(sent).sections:
        assert section.title in page
        for label, value in section.rows:
            assert f"{label} {value}" in page


def test_a_hospital_never_sees_that_others_were_asked_or_what_they_said(sent, haddad, freiburg, carla):
    """Checks 37, 68: the other hospital, its quote and its question, notes of ours, the family's address and phone."""
    freiburg.name, freiburg.short_name = "Canary Otherhouse", "Canary Otherhouse"
    freiburg.save()
    other = factories.request_to(haddad, freiburg)
    factories.release_quote(factories.quote(other, assumptions="Canary assumption"), carla)
    coordinating.add_note(enquiry=haddad, text="Canary note", by=Actor.coordinator(carla))
    deciding.write(enquiry=haddad, text="Canary private words", by=Actor.family(haddad))
    deciding.write(enquiry=haddad, text="Canary words on Ulm", by=Actor.family(haddad), quote_request=sent)
    client = as_hospital(sent)
    for path in PAGES:
        body = client.get(path).content.decode()
        allowed = body.replace("Amira Canary-Haddad", "").replace(
            "Canary: the first block ended last week.", ""
        )
        assert "Canary" not in allowed, path
        assert "canary@" not in allowed, path
        assert "901820" not in allowed, path
        assert haddad.reference not in allowed, path


def test_the_chosen_hospital_reads_how_to_reach_the_family(sent, haddad, carla):
    factories.release_quote(factories.quote(sent), carla)
    assert "amira.canary@example.org" not in text_of(as_hospital(sent).get("/clinic/request/"))
    deciding.accept(quote_request=sent, by=Actor.family(haddad))
    assert "amira.canary@example.org" in text_of(as_hospital(sent).get("/clinic/request/"))


@pytest.mark.parametrize("ending", ["declined", "not_selected"])
def test_once_nothing_is_left_to_answer_the_patient_is_not_shown_any_more(sent, haddad, carla, ending):
    if ending == "declined":
        answering.decline(quote_request=sent, reason="no_capacity", text="No bed.", by=Actor.hospital(sent))
    else:
        factories.release_quote(factories.quote(sent), carla)
        deciding.turn_down(quote_request=sent, by=Actor.family(haddad))
    response = as_hospital(sent).get("/clinic/request/")
    assert response.status_code == 200
    assert response.context["disclosure"] is None
    assert "Canary" not in response.content.decode()


def test_each_reading_is_noted(sent):
    """Check 65."""
    client = as_hospital(sent)
    for _time in range(2):
        client.get("/clinic/request/")
    noted = AccessLogEntry.objects.values_list("actor", "what", "quote_request")
    assert list(noted) == [("hospital", "request", sent.pk)] * 2


def test_a_document_is_downloaded_and_noted_and_another_hospitals_letter_is_not_there(
    letter, sent, haddad, freiburg
):
    """Checks 34, 35, 65."""
    other = factories.request_to(haddad, freiburg)
    theirs = add_document(
        enquiry=haddad,
        upload=making.upload("quote.pdf", making.letter()),
        kind="quote_letter",
        by=Actor.hospital(other),
        quote_request=other,
    )
    client = as_hospital(sent)
    file = client.get(f"/clinic/request/documents/{letter.uid}/")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert AccessLogEntry.objects.get().what == "document"
    assert client.get(f"/clinic/request/documents/{theirs.uid}/").status_code == 404
    assert client.get("/clinic/request/documents/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_asking_stops_the_clock_and_tells_what_comes_next(sent):
    client = as_hospital(sent)
    response = client.post("/clinic/request/ask/", {"text": "Is there an MRD result?"})
    assert (response.status_code, response.url) == (302, "/clinic/request/")
    sent.refresh_from_db()
    assert (sent.state, sent.clock_paused_at is not None) == ("info_requested", True)
    page = text_of(client.get("/clinic/request/"))
    assert "Is there an MRD result?" in page
    assert "your clock stands still" in page


def test_the_answer_passed_on_is_read_by_this_hospital_only(sent, haddad, freiburg, carla):
    answering.ask(quote_request=sent, text="Is there an MRD result?", by=Actor.hospital(sent))
    releasing.pass_answer_on(quote_request=sent, text="Negative in October.", by=Actor.coordinator(carla))
    assert "Negative in October." in text_of(as_hospital(sent).get("/clinic/request/"))
    other = factories.request_to(haddad, freiburg)
    assert "Negative in October." not in text_of(as_hospital(other).get("/clinic/request/"))


@pytest.mark.parametrize("path", PAGES[1:])
def test_a_step_that_is_not_possible_now_says_why(sent, path):
    client = as_hospital(sent)
    client.post("/clinic/request/ask/", {"text": "Is there an MRD result?"})
    response = client.get(path)
    assert response.status_code == 409
    assert "the request is “Hospital has a question”" in text_of(response)


def test_asking_twice_is_refused_and_keeps_what_was_typed(sent):
    client = as_hospital(sent)
    client.post("/clinic/request/ask/", {"text": "First?"})
    again = client.post("/clinic/request/ask/", {"text": "Second?"})
    assert again.status_code == 409
    assert "Second?" in again.content.decode()
    assert Message.objects.count() == 1


def test_declining_needs_a_reason_and_a_sentence(sent):
    client = as_hospital(sent)
    response = client.post("/clinic/request/decline/", {"reason": "because", "text": " "})
    assert set(response.context["form"].errors) == {"reason", "text"}
    assert (
        client.post("/clinic/request/decline/", {"reason": "no_capacity", "text": "No bed now."}).status_code
        == 302
    )
    sent.refresh_from_db()
    assert (sent.state, sent.decline_reason, sent.decline_text) == ("declined", "no_capacity", "No bed now.")


@pytest.mark.parametrize("path", PAGES)
def test_looking_changes_nothing(sent, path):
    """Check 38; the access log is the one thing a look may write."""
    client = as_hospital(sent)
    before = list(QuoteRequest.objects.order_by("pk").values_list("pk", "state", "version"))
    for _time in range(3):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
    assert list(QuoteRequest.objects.order_by("pk").values_list("pk", "state", "version")) == before


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_queries_for_thirty_rows_as_for_one(
    sent, carla, count, django_assert_num_queries
):
    for number in range(count):
        factories.quote(sent, nights=number)
        Message.objects.create(
            enquiry=sent.enquiry, quote_request=sent, author="hospital", text="?", created_at=timezone.now()
        )
    client = as_hospital(sent)
    client.get("/clinic/request/")
    with django_assert_num_queries(7):
        assert client.get("/clinic/request/").status_code == 200
