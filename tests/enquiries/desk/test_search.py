"""An enquiry is found by its reference, its whole address or number or words of its name, and by nothing else."""

import pytest

from tests import factories
from tests.enquiries.desk.desk import LIST, Desk

pytestmark = pytest.mark.django_db
SEARCH = f"{LIST}search/"


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


def found(desk, words):
    """The references shown, or the address it leads to when there is just one."""
    response = desk.client.post(SEARCH, {"words": words})
    if response.status_code == 302:
        return response["Location"]
    assert response.status_code == 200
    return [row.reference for row in response.context["rows"]]


def test_reference_address_and_family_name_lead_to_the_enquiry_in_any_case(desk, haddad):
    page = desk.url(haddad)
    quote_request = haddad.requests.first()
    typed = [
        haddad.reference,
        haddad.reference.lower().replace("-", " "),
        quote_request.reference,
        "amira.canary@example.org",
        "  Amira.Canary@Example.org ",
        "canary-haddad",
        "CANARY-HADDAD",
        "Canary",
        "amira",
        "Haddad Amira",
        "+49 30 901820",
        "0049 (0)30 90 18 20",
        "030/901820",
        "mailto:amira.canary@example.org",
        "amira.canary@example.org\u200b",
    ]
    assert {words: found(desk, words) for words in typed} == dict.fromkeys(typed, page)


@pytest.mark.parametrize(
    "words",
    ["Canar", "canary-hadda", "Amira Khoury", "Amir", "901820",
     "amira.canary@example.or", "example.org", "Ulm", "%", "*", "' OR 1=1 --", "JO",
     "2020-04", "K7Q29-MXD4T", "\x00", "😀", "x" * 5000],
)  # fmt: skip
def test_parts_other_names_and_tricks_find_nothing(desk, haddad, words):
    assert found(desk, words) == []


def test_several_of_one_name_are_listed_newest_first(desk, haddad, ulm):
    second = factories.make_enquiry(ulm)
    assert found(desk, "Canary-Haddad") == [second.reference, haddad.reference]


def test_what_was_typed_is_in_no_address_and_kept_in_the_field(desk, haddad):
    response = desk.client.post(SEARCH, {"words": "Öztürk <b>"})
    assert "Öztürk &lt;b&gt;" in response.content.decode()
    assert desk.client.get(SEARCH, {"words": "Canary-Haddad", "q": "Canary-Haddad"}).context["rows"] == []
    assert desk.client.get(LIST, {"q": "nobody-of-this-name"}, follow=True).context["rows"] != []


def test_searching_writes_nothing(desk, haddad):
    before = haddad.version
    found(desk, haddad.reference)
    haddad.refresh_from_db()
    assert (haddad.version, haddad.access_log.count()) == (before, 0)
