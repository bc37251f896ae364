"""What the family decides: each step a page that shows on GET and acts on POST."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from enquiries.actions import answering
from enquiries.documents.keeping import add_document
from enquiries.models import Consent, Enquiry, Message, QuoteRequest
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, as_hospital, text_of
from tests.enquiries.files import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def quoted(haddad, ulm, freiburg, carla):
    """Ulm's quote is released, Freiburg has not answered."""
    for hospital in (ulm, freiburg):
        factories.release(haddad, hospital, carla)
    factories.release_quote(factories.quote(factories.request_to(haddad, ulm)), carla)
    return haddad


@pytest.fixture
def stranger(frankfurt):
    """Another family, which asked Frankfurt only."""
    return factories.make_enquiry(frankfurt)


def a_file(data=b""):
    return making.upload("letter.pdf", data or making.letter())


def states(enquiry):
    return {
        quote_request.hospital.slug: quote_request.state
        for quote_request in enquiry.requests.select_related("hospital")
    }


def everything():
    """What a GET may not change: every state, version and message."""
    requests = list(QuoteRequest.objects.order_by("pk").values_list("pk", "state", "version"))
    return (
        requests,
        list(Enquiry.objects.order_by("pk").values_list("pk", "state", "version")),
        Message.objects.count(),
    )


PATHS = (
    "/status/enquiry/ulm/choose/",
    "/status/enquiry/ulm/turn-down/",
    "/status/enquiry/ulm/withdraw/",
    "/status/enquiry/withdraw/",
    "/status/enquiry/write/",
    "/status/enquiry/documents/",
    "/status/enquiry/",
)


@pytest.mark.parametrize("path", PATHS)
def test_looking_changes_nothing(quoted, path):
    """Check 38."""
    client = as_family(quoted)
    before = everything()
    for _time in range(3):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200
    assert everything() == before


@pytest.mark.parametrize("path", PATHS[:3])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_hospital_the_family_never_asked_does_not_exist_for_it(quoted, stranger, path, method):
    """Checks 35, 36: another family's page, and a hospital that is not there at all, look the same."""
    before = everything()
    client = as_family(stranger)
    assert getattr(client, method)(path, {"others": "keep", "revision": "1"}).status_code == 404
    assert getattr(client, method)(path.replace("ulm", "nowhere")).status_code == 404
    assert everything() == before


def test_choosing_says_it_is_no_contract_and_asks_about_the_others(quoted):
    page = text_of(as_family(quoted).get("/status/enquiry/ulm/choose/"))
    assert "It is no contract" in page
    assert "What should happen with the other hospitals?" in page
    assert "The others: Freiburg" in page


def test_choosing_needs_a_word_about_the_others(quoted):
    response = as_family(quoted).post("/status/enquiry/ulm/choose/", {"revision": "1"})
    assert response.context["form"].errors == {"others": ["Please say what should happen with the others."]}
    assert states(quoted) == {"ulm": "quoted", "freiburg": "sent"}


@pytest.mark.parametrize(("others", "outcome"), [("keep", "sent"), ("close", "withdrawn")])
def test_choosing_keeps_or_closes_the_others(quoted, others, outcome):
    response = as_family(quoted).post("/status/enquiry/ulm/choose/", {"others": others, "revision": "1"})
    assert (response.status_code, response.url) == (302, "/status/enquiry/")
    assert states(quoted) == {"ulm": "accepted", "freiburg": outcome}


def test_after_choosing_the_page_says_what_comes_next(quoted):
    client = as_family(quoted)
    client.post("/status/enquiry/ulm/choose/", {"others": "keep", "revision": "1"})
    page = text_of(client.get("/status/enquiry/"))
    assert "You want to go on with Ulm." in page
    assert "Go on with Ulm" not in page
    assert "We have noted that you want to go on with this hospital" in page
    assert "We have noted" not in text_of(client.get("/status/enquiry/"))


def test_choosing_twice_is_refused_in_the_page(quoted):
    client = as_family(quoted)
    client.post("/status/enquiry/ulm/choose/", {"others": "keep", "revision": "1"})
    again = client.post("/status/enquiry/ulm/choose/", {"others": "keep", "revision": "1"})
    assert again.status_code == 409
    assert "This step is not possible any more" in text_of(again)


def test_choosing_a_hospital_without_a_released_quote_is_refused(quoted):
    response = as_family(quoted).post("/status/enquiry/freiburg/choose/", {"others": "keep", "revision": "1"})
    assert response.status_code == 409
    assert states(quoted)["freiburg"] == "sent"


def test_a_quote_revised_since_the_family_looked_is_not_chosen_unread(quoted, ulm, carla):
    client = as_family(quoted)
    seen = client.get("/status/enquiry/ulm/choose/").context["form"].initial
    factories.release_quote(factories.quote(factories.request_to(quoted, ulm), nights=5), carla)
    response = client.post("/status/enquiry/ulm/choose/", {"others": "keep"} | seen)
    assert response.status_code == 409
    assert "has revised its quote since you looked" in text_of(response)
    assert states(quoted)["ulm"] == "quoted"
    seen_now = {"others": "keep", "revision": "2"}
    assert client.post("/status/enquiry/ulm/choose/", seen_now).status_code == 302


def test_an_expired_quote_can_not_be_chosen(quoted):
    with time_machine.travel(timezone.now() + timedelta(days=62), tick=False):
        response = as_family(quoted).post("/status/enquiry/ulm/choose/", {"others": "keep", "revision": "1"})
        assert response.status_code == 409
        assert "no longer valid" in text_of(response)


def test_turning_a_quote_down_keeps_it_readable(quoted):
    client = as_family(quoted)
    assert client.post("/status/enquiry/ulm/turn-down/").status_code == 302
    assert states(quoted)["ulm"] == "not_selected"
    page = text_of(client.get("/status/enquiry/"))
    assert "EUR\xa048,000" in client.get("/status/enquiry/").content.decode()
    assert "You decided against it" in page


def test_withdrawing_one_hospital_ends_its_access_and_consent_and_leaves_the_others(quoted, freiburg):
    """Check 61."""
    quote_request = factories.request_to(quoted, freiburg)
    hospital = as_hospital(quote_request)
    assert as_family(quoted).post("/status/enquiry/freiburg/withdraw/").status_code == 302
    assert states(quoted) == {"ulm": "quoted", "freiburg": "withdrawn"}
    assert Consent.objects.get(hospital=freiburg).withdrawn_at is not None
    assert hospital.get("/clinic/request/").status_code == 410


def test_withdrawing_everything_closes_the_enquiry(quoted):
    client = as_family(quoted)
    client.post("/status/enquiry/withdraw/")
    quoted.refresh_from_db()
    assert (quoted.state, quoted.closed_reason) == ("closed", "withdrawn")
    assert states(quoted) == {"ulm": "withdrawn", "freiburg": "withdrawn"}
    page = client.get("/status/enquiry/")
    assert "Withdraw the whole enquiry" not in text_of(page)
    again = client.post("/status/enquiry/withdraw/")
    assert again.status_code == 409
    assert "This enquiry is already closed." in text_of(again)


def test_a_message_about_one_hospital_hangs_on_its_request(quoted, freiburg):
    client = as_family(quoted)
    assert client.get("/status/enquiry/write/?about=freiburg").context["form"].initial["about"] == "freiburg"
    client.post("/status/enquiry/write/", {"about": "freiburg", "text": "Is there\na school for siblings?"})
    message = Message.objects.get()
    assert (message.author, message.quote_request) == ("family", factories.request_to(quoted, freiburg))
    assert message.text.split() == ["Is", "there", "a", "school", "for", "siblings?"]


@pytest.mark.parametrize("about", ["frankfurt", "nowhere", "ulm' OR 1=1", "9" * 400])
def test_a_message_about_a_hospital_not_asked_is_refused_beside_the_field(quoted, stranger, about):
    response = as_family(quoted).post("/status/enquiry/write/", {"about": about, "text": "Hello"})
    assert list(response.context["form"].errors) == ["about"]
    assert "Hello" in response.content.decode()
    assert Message.objects.count() == 0


def test_an_empty_message_is_refused_beside_the_field(quoted):
    response = as_family(quoted).post("/status/enquiry/write/", {"text": "   "})
    assert response.context["form"].errors == {"text": ["Please write a message."]}


def test_what_a_family_writes_is_shown_as_text(quoted):
    """Check 27."""
    client = as_family(quoted)
    client.post("/status/enquiry/write/", {"text": "<script>window.__xss=1</script>"})
    body = client.get("/status/enquiry/").content.decode()
    assert "<script>window" not in body
    assert "&lt;script&gt;window" in body


def test_a_document_is_added_and_read_again_by_its_own_family_only(quoted, stranger):
    """Checks 34, 35."""
    client = as_family(quoted)
    response = client.post(
        "/status/enquiry/documents/",
        {"kind": "doctors_letter", "upload": a_file()},
    )
    assert (response.status_code, response.url) == (302, "/status/enquiry/documents/")
    document = quoted.documents.get()
    path = f"/status/enquiry/documents/{document.uid}/"
    file = client.get(path)
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert as_family(stranger).get(path).status_code == 404


def test_a_file_that_can_not_be_taken_is_named_beside_its_field(quoted):
    response = as_family(quoted).post("/status/enquiry/documents/", {"kind": "lab", "upload": a_file(b"MZ")})
    assert list(response.context["form"].errors) == ["upload"]
    assert quoted.documents.count() == 0


def test_the_letter_of_a_quote_not_released_does_not_exist_for_the_family(haddad, ulm, carla):
    quote_request = factories.release(haddad, ulm, carla)
    by = Actor.hospital(quote_request)
    letter = add_document(
        enquiry=haddad,
        upload=a_file(),
        kind="quote_letter",
        by=by,
        quote_request=quote_request,
    )
    quote = answering.quote(quote_request=quote_request, facts=factories.quote_facts(), by=by, letter=letter)
    client = as_family(haddad)
    path = f"/status/enquiry/documents/{letter.uid}/"
    assert client.get(path).status_code == 404
    factories.release_quote(quote, carla)
    assert client.get(path).status_code == 200
