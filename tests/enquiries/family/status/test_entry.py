"""The family's door: the code, the uniform answer, the limit, a new link, leaving."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from enquiries import codes
from enquiries.entry.code_entry import DOES_NOT_FIT, TOO_MANY
from enquiries.family.status.entry import ANSWER_EVERY_SECONDS
from enquiries.models import AccessCode, Enquiry, Message, Notice
from tests import factories
from tests.enquiries.entry.zone_doors import WRONG_CODE, as_family, family_code, text_of

pytestmark = pytest.mark.django_db

ZONE_PAGES = (
    "/status/enquiry/",
    "/status/enquiry/write/",
    "/status/enquiry/withdraw/",
    "/status/enquiry/documents/",
    "/status/enquiry/ulm/choose/",
    "/status/enquiry/ulm/turn-down/",
    "/status/enquiry/ulm/withdraw/",
)


def test_a_code_typed_in_small_letters_opens_the_enquiry_at_an_address_without_secrets(client, haddad):
    response = client.post("/status/", {"code": family_code(haddad).lower().replace("-", " ")})
    assert (response.status_code, response.url) == (302, "/status/enquiry/")
    assert haddad.reference in text_of(client.get("/status/enquiry/"))


def test_using_the_mails_code_confirms_the_address(ulm):
    enquiry = factories.make_enquiry(ulm, confirmed=False)
    client = as_family(enquiry)
    enquiry.refresh_from_db()
    assert enquiry.address_confirmed_by == "family"
    assert "Please open the link in our mail once, or type its code" not in text_of(
        client.get("/status/enquiry/")
    )


def test_the_receipts_code_opens_the_enquiry_and_asks_for_the_mails(client, ulm):
    """A mistyped address must not count as confirmed because its owner read the receipt."""
    enquiry = factories.make_enquiry(ulm, confirmed=False)
    assert client.post("/status/", {"code": family_code(enquiry, by_mail=False)}).status_code == 302
    page = text_of(client.get("/status/enquiry/"))
    assert "Please open the link in our mail once, or type its code" in page
    assert "amira.canary@example.org" in page
    enquiry.refresh_from_db()
    assert enquiry.address_confirmed_at is None


def test_the_thanks_for_one_enquirys_address_never_stand_above_another(client, ulm):
    """Two enquiries in one browser: an address confirmed on the way to a message, then the other one opened."""
    first, second = (factories.make_enquiry(ulm, confirmed=False) for _ in range(2))
    client.post("/status/", {"code": family_code(first), "text": "One more thing"})
    client.post("/status/leave/")
    client.post("/status/", {"code": family_code(second, by_mail=False)})
    assert "your e-mail address is confirmed" not in text_of(client.get("/status/enquiry/"))


def test_a_confirmed_address_is_thanked_for_once(ulm):
    enquiry = factories.make_enquiry(ulm, confirmed=False)
    client = as_family(enquiry)
    assert "Thank you: your e-mail address is confirmed." in text_of(client.get("/status/enquiry/"))
    assert "Thank you" not in text_of(client.get("/status/enquiry/"))
    assert "Thank you" not in text_of(as_family(enquiry).get("/status/enquiry/"))


def test_opening_the_link_alone_confirms_nothing(client, ulm):
    """Check 38: link scanners open every link of a mail."""
    enquiry = factories.make_enquiry(ulm, confirmed=False)
    for _time in range(3):
        assert client.get("/status/").status_code == 200
        assert client.head("/status/").status_code == 200
    enquiry.refresh_from_db()
    assert enquiry.address_confirmed_at is None


@pytest.mark.parametrize("kind", ["wrong", "superseded", "expired", "revoked", "empty-ish"])
def test_every_code_that_opens_nothing_gets_the_same_answer(client, haddad, ulm, carla, kind):
    """Check 40: nobody learns from the answer why a code does not open."""
    factories.release(haddad, ulm, carla)
    typed = family_code(haddad)
    if kind == "superseded":
        codes.issue(purpose="family", enquiry=haddad)
    elif kind == "expired":
        AccessCode.objects.filter(purpose="family").update(expires_at=timezone.now() - timedelta(days=1))
    elif kind == "revoked":
        codes.revoke(enquiry=haddad)
    else:
        typed = {
            "wrong": WRONG_CODE,
            "empty-ish": "-",
        }[kind]
    response = client.post("/status/", {"code": typed})
    assert response.status_code == 200
    assert response.context["form"].errors == {"code": [DOES_NOT_FIT]}
    assert client.get("/status/enquiry/").status_code == 302


REFERENCE_SAID = (
    "This looks like a reference. It opens nothing: you need the access code from our mail, or a new link."
)


def test_a_reference_typed_as_the_code_is_told_apart_whether_it_exists_or_not(client, haddad):
    """Who types a reference learns what is missing, and not whether anybody wrote to us under it."""
    bare = haddad.reference.replace("-", " ").lower()
    for typed in (haddad.reference, bare, "FNFWD-R4RSD", "FNFWDR4RSD", " fnfwd–r4rsd "):
        response = client.post("/status/", {"code": typed})
        assert response.status_code == 200
        assert response.context["form"].errors == {"code": [REFERENCE_SAID]}, typed
        assert '<a href="/status/new-link/">Send me a new link</a>' in response.text
        assert client.get("/status/enquiry/").status_code == 302


@pytest.mark.parametrize(
    "typed", ["7K2M-9QXA-4B", "no such code", "FNFWD-R4RS", "FNFWD-R4RSDX", "FNFW*-R4RSD"]
)
def test_what_only_resembles_a_reference_is_no_reference(client, db, typed):
    response = client.post("/status/", {"code": typed})
    assert response.context["form"].errors == {"code": [DOES_NOT_FIT]}
    assert "Send me a new link</a>" not in response.text


def test_after_ten_bad_codes_the_answer_is_to_wait_and_a_good_code_still_opens(client, haddad):
    """Check 40."""
    for _time in range(10):
        assert client.post("/status/", {"code": WRONG_CODE}).status_code == 200
    slow = client.post("/status/", {"code": WRONG_CODE})
    assert slow.status_code == 429
    assert slow.context["form"].errors == {"code": [TOO_MANY]}
    assert client.post("/status/", {"code": WRONG_CODE}, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.post("/status/", {"code": family_code(haddad)}).status_code == 302


@pytest.mark.parametrize("typed", ["", "\x00", "é" * 5000, "\u0660" * 52, "A" * 100_000])
def test_any_bytes_as_a_code_are_answered_kindly(client, db, typed):
    """Check 23."""
    response = client.post("/status/", {"code": typed})
    assert response.status_code == 200
    assert response.context["form"].errors["code"]


@pytest.mark.parametrize("path", ZONE_PAGES)
def test_without_a_code_every_page_of_the_zone_leads_to_the_door(client, haddad, path):
    """Check 36."""
    response = client.get(path)
    assert (response.status_code, response.url) == (302, "/status/")


@pytest.mark.parametrize("path", ZONE_PAGES)
def test_personal_pages_are_never_kept_by_a_browser(haddad, path):
    """Check 50."""
    response = as_family(haddad).get(path)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]


def test_leaving_ends_the_visit_and_clears_what_the_browser_holds(haddad):
    """Check 50."""
    client = as_family(haddad)
    assert client.get("/status/leave/").status_code == 405
    response = client.post("/status/leave/")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "You are signed out." in text_of(client.get(response.url))
    assert client.get("/status/enquiry/").status_code == 302


def test_a_message_typed_into_an_ended_visit_is_kept_and_not_stored_in_plain_text(haddad, ulm):
    """Check 55: the visit ends after half an hour; the words stay on the page."""
    client = as_family(haddad)
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        turned_away = client.post("/status/enquiry/write/", {"text": "Canary words", "about": "ulm"})
        assert turned_away.status_code == 403
        assert "Canary words" in turned_away.content.decode()
        back = client.post("/status/", {"code": family_code(haddad), "text": "Canary words", "about": "ulm"})
        assert back.status_code == 200
        assert back.context["form"].initial == {"text": "Canary words", "about": "ulm"}
        assert "Canary words" not in str(dict(client.session))
        assert Message.objects.count() == 0
        assert (
            client.post("/status/enquiry/write/", {"text": "Canary words", "about": "ulm"}).status_code == 302
        )
    assert Message.objects.get().text == "Canary words"


def test_a_visit_that_ended_says_so_kindly(haddad):
    client = as_family(haddad)
    codes.issue(purpose="family", enquiry=haddad)
    response = client.get("/status/enquiry/", follow=True)
    assert response.redirect_chain == [("/status/?ended=1", 302)]
    assert "Your visit had ended, for your safety." in text_of(response)


def test_a_new_link_is_answered_alike_for_known_and_unknown_addresses(haddad):
    answers = [
        text_of(Client().post("/status/new-link/", {"email": email}))
        for email in ("amira.canary@example.org", "nobody@example.org")
    ]
    assert answers[0] == answers[1]
    assert Notice.objects.filter(kind="family_code_renewed").count() == 1


def test_one_mailbox_gets_at_most_three_new_links_a_day(client, haddad):
    """Check 45."""
    for _time in range(5):
        assert client.post("/status/new-link/", {"email": " AMIRA.canary@example.org"}).status_code == 200
    assert Notice.objects.filter(kind="family_code_renewed").count() == 3


def test_one_connection_asking_for_many_links_is_asked_to_wait(client, haddad):
    for number in range(10):
        assert client.post("/status/new-link/", {"email": f"n{number}@example.org"}).status_code == 200
    assert client.post("/status/new-link/", {"email": "n@example.org"}).status_code == 429


def test_the_door_works_only_with_its_form_key(haddad):
    """Check 43."""
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/status/", {"code": family_code(haddad)}).status_code == 403


def test_a_closed_enquiry_can_still_be_read(haddad):
    client = as_family(haddad)
    client.post("/status/enquiry/withdraw/")
    assert Enquiry.objects.get().state == "closed"
    assert "This enquiry is closed." in text_of(as_family(haddad).get("/status/enquiry/"))


@pytest.mark.parametrize("email", ["amira.canary@example.org", "nobody@example.org"])
def test_how_long_a_new_code_takes_tells_nothing_of_who_wrote_to_us(client, haddad, email):
    """Check 40: without it a known address takes twice as long as an unknown one."""
    started = time.perf_counter()
    client.post("/status/new-link/", {"email": email})
    took = time.perf_counter() - started
    assert took >= ANSWER_EVERY_SECONDS
