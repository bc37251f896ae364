"""The hospital's door: the code opens and acknowledges, nothing else does."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from enquiries import codes
from enquiries.actions import deciding
from enquiries.entry.code_entry import DOES_NOT_FIT
from enquiries.models import AccessCode, Event, Message
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import (
    WRONG_CODE,
    as_family,
    as_hospital,
    hospital_code,
    text_of,
)

pytestmark = pytest.mark.django_db

ZONE_PAGES = (
    "/clinic/request/",
    "/clinic/request/ask/",
    "/clinic/request/quote/",
    "/clinic/request/decline/",
)


@pytest.fixture
def sent(haddad, ulm, carla):
    return factories.release(haddad, ulm, carla)


def test_typing_the_code_opens_the_request_and_tells_that_it_was_opened(sent):
    client = as_hospital(sent)
    sent.refresh_from_db()
    assert (sent.state, sent.acknowledged_at is not None) == ("acknowledged", True)
    assert sent.reference in text_of(client.get("/clinic/request/"))
    as_hospital(sent)
    assert Event.objects.filter(kind="opened").count() == 1


def test_opening_the_link_alone_acknowledges_nothing(client, sent):
    """Check 38."""
    for _time in range(3):
        assert client.get("/clinic/").status_code == 200
        assert client.head("/clinic/").status_code == 200
    sent.refresh_from_db()
    assert sent.state == "sent"


@pytest.mark.parametrize("kind", ["wrong", "superseded", "expired", "revoked"])
def test_every_code_that_opens_nothing_gets_the_same_answer(client, sent, haddad, kind):
    """Checks 39, 40."""
    typed = WRONG_CODE if kind == "wrong" else hospital_code(sent)
    if kind == "superseded":
        codes.issue(purpose="hospital", enquiry=haddad, quote_request=sent)
    elif kind == "expired":
        AccessCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif kind == "revoked":
        codes.revoke(quote_request=sent)
    response = client.post("/clinic/", {"code": typed})
    assert response.status_code == 200
    assert response.context["form"].errors == {"code": [DOES_NOT_FIT]}
    assert client.get("/clinic/request/").status_code == 302


def test_a_reference_typed_as_the_code_is_told_apart_whether_it_exists_or_not(client, sent):
    for typed in (sent.reference, "FNFWD-R4RSD"):
        response = client.post("/clinic/", {"code": typed})
        assert response.context["form"].errors == {
            "code": [
                "This looks like a reference. It opens nothing: you need the access code from our newest mail."
            ]
        }
        assert client.get("/clinic/request/").status_code == 302


def test_eleven_bad_codes_are_asked_to_wait(client, sent):
    """Check 40."""
    answers = [client.post("/clinic/", {"code": WRONG_CODE}).status_code for _time in range(11)]
    assert answers == [200] * 10 + [429]
    assert client.post("/clinic/", {"code": hospital_code(sent)}).status_code == 302


@pytest.mark.parametrize("path", ZONE_PAGES)
def test_without_a_code_every_page_leads_to_the_door(client, sent, path):
    """Check 36."""
    response = client.get(path)
    assert (response.status_code, response.url) == (302, "/clinic/")


@pytest.mark.parametrize("path", ZONE_PAGES)
def test_a_family_in_its_own_zone_is_nobody_in_the_hospitals(sent, haddad, path):
    """Check 36."""
    response = as_family(haddad).get(path)
    assert (response.status_code, response.url) == (302, "/clinic/?ended=1")


def test_a_hospital_is_nobody_in_the_familys_zone(sent):
    assert as_hospital(sent).get("/status/enquiry/").status_code == 302


def test_a_withdrawn_request_shows_that_and_nothing_else(sent, haddad):
    """Check 61: to an open visit, and to the code of the mail."""
    code, inside = hospital_code(sent), as_hospital(sent)
    deciding.withdraw(quote_request=sent, by=Actor.family(haddad))
    answers = [inside.get(path) for path in ZONE_PAGES[:1]]
    answers.append(Client().post("/clinic/", {"code": code}))
    answers.append(inside.get("/clinic/request/"))
    assert [answer.status_code for answer in answers] == [410, 410, 302]
    for answer in answers[:2]:
        assert "Please delete what you have received from it" in text_of(answer)
        assert "Canary" not in answer.content.decode()
        assert sent.reference not in answer.content.decode()


def test_what_was_typed_survives_the_end_of_the_visit(sent):
    """Check 55."""
    client = as_hospital(sent)
    typed = {
        "amount_low": "48.000",
        "currency": "EUR",
        "included": "Canary ward",
        "reference": sent.reference,
    }
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        away = client.post("/clinic/request/quote/", typed | {"revision": "0"})
        assert away.status_code == 403
        kept = away.context["kept"]
        assert (kept["kept_page"], kept["amount_low"], kept["included"]) == ("quote", "48.000", "Canary ward")
        back = client.post("/clinic/", kept | {"code": hospital_code(sent)})
        assert back.status_code == 200
        assert back.context["form"].initial["included"] == "Canary ward"
        assert "Canary" not in str(dict(client.session))


def test_a_kept_quote_is_not_carried_over_to_another_request(sent, freiburg, haddad, carla):
    other = factories.release(haddad, freiburg, carla)
    kept = {"kept_page": "quote", "included": "Canary ward", "reference": sent.reference, "revision": "0"}
    response = Client().post("/clinic/", kept | {"code": hospital_code(other)})
    assert (response.status_code, response.url) == (302, "/clinic/request/")


def test_a_kept_question_comes_back_and_is_not_sent(sent):
    response = Client().post("/clinic/", {"kept_page": "ask", "text": "Canary?", "code": hospital_code(sent)})
    assert response.context["form"].initial["text"] == "Canary?"
    assert Message.objects.count() == 0


def test_signing_out_ends_the_visit(sent):
    """Check 50."""
    client = as_hospital(sent)
    assert client.get("/clinic/leave/").status_code == 405
    response = client.post("/clinic/leave/")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/clinic/request/").status_code == 302
