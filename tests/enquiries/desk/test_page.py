"""One page with everything about one enquiry: complete, harmless, on record, and at a fixed cost."""

import html
import re
import uuid

import pytest

from enquiries.actions import answering, coordinating, deciding
from enquiries.models import Document, Enquiry
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk

pytestmark = pytest.mark.django_db
XSS = [
    "<script>window.__xss=1</script>",
    "<img src=x onerror=window.__xss=1>",
    '"><svg onload=window.__xss=1>',
    "javascript:window.__xss=1",
    "{{ 7*7 }}{% load static %}",
    "</textarea></dd><b onclick=1>x",
    "\u202egnp.exe\u0000".replace("\u0000", ""),
]


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


def filled(ulm, freiburg, carla, *, texts=("plain",), times=1) -> Enquiry:
    """An enquiry with something of each kind, its free text taken from `texts` in turn."""
    words = " ".join(texts)
    enquiry = factories.make_enquiry(
        ulm,
        freiburg,
        given_name=words,
        family_name=words,
        relationship=words,
        story=words,
        phone_when=words,
        phone=words,
    )
    by = Actor.coordinator(carla)
    for _turn in range(times):
        deciding.write(enquiry=enquiry, text=words, by=Actor.family(enquiry))
        coordinating.add_note(enquiry=enquiry, text=words, by=by)
    for hospital in (ulm, freiburg):
        factories.release(enquiry, hospital, carla)
    for _turn in range(times):
        factories.quote(
            factories.request_to(enquiry, ulm), included=words, companion=words, assumptions=words
        )
        Document.objects.create(
            enquiry=enquiry, kind="lab", name=words, content_type="application/pdf", size=10, sha256="0" * 64,
            stored_as=uuid.uuid4().hex, scan="clean", created_at=enquiry.created_at, added_by="family",
        )  # fmt: skip
    quote_request = factories.request_to(enquiry, freiburg)
    answering.decline(
        quote_request=quote_request, reason="other", text=words, by=Actor.hospital(quote_request)
    )
    return Enquiry.objects.get(pk=enquiry.pk)


def test_all_that_is_known_is_on_the_page(desk, ulm, freiburg, carla):
    enquiry = filled(ulm, freiburg, carla, texts=["Said by the family."])
    page = html.unescape(desk.open(enquiry).content.decode())
    for words in (
        "amira.canary@example.org", "April 2020", "Jordan", "ALL is confirmed", "B-cell ALL", "Chemotherapy",
        "Arabic", "October 2026", "December 2026", "Said by the family.", "Ulm University Hospital", "Quoted", "48,000",
        "21 days",
        "Freiburg University Hospital", "Declined", "Another reason", "I expressly agree to pass it to Ulm",
        "Enquiry received",
    ):  # fmt: skip
        assert words in page, words


def test_what_to_do_next_stands_on_top_and_each_leads_to_its_page(desk, haddad, ulm, carla):
    steps = desk.open(haddad).context["steps"]
    assert [(str(step.step.kind), step.hospital) for step in steps] == [
        ("first_answer", ""), ("release", "Ulm"), ("release", "Freiburg"),
    ]  # fmt: skip
    assert {desk.client.get(step.url).status_code for step in steps} == {200}
    assert all(step.due.words.startswith("in ") for step in steps)


def test_each_text_in_each_field_is_shown_as_text(desk, ulm, freiburg, carla):
    """Check 27."""
    enquiry = filled(ulm, freiburg, carla, texts=XSS)
    quote_request = factories.request_to(enquiry, ulm)
    pages = [desk.open(enquiry), desk.open(enquiry, "release-quote", quote_request.reference)]
    pages += [
        desk.open(enquiry, "enter-quote", quote_request.reference),
        desk.open(enquiry, "copy-sheet", quote_request.reference),
    ]
    message = enquiry.messages.first()
    pages += [desk.open(enquiry, "handled", message.uid)]
    for page in pages:
        text = page.content.decode()
        assert "&lt;script&gt;window.__xss=1&lt;/script&gt;" in text
        assert not re.search(r"<script>window|<img src=x|<svg onload|<b onclick", text)
        assert 'href="javascript:' not in text
        assert "{{ 7*7 }}" in text


def test_each_opening_is_on_record_once_with_who_and_what(desk, haddad, carla):
    """Check 65."""
    desk.open(haddad)
    page = desk.open(haddad)
    assert [(view.what, view.actor, view.actor_user) for view in haddad.access_log.all()] == [
        ("enquiry", "coordinator", carla)
    ] * 2
    assert [reading["who"] for reading in page.context["readings"]] == ["carla", "carla"]


def test_the_title_and_the_address_tell_nothing(desk, haddad):
    """Check 58."""
    response = desk.open(haddad)
    title = re.search(r"<title>(.*?)</title>", response.content.decode(), re.S)[1]
    assert title.strip() == f"{haddad.reference} | ALL Portal"


def test_the_page_costs_the_same_with_little_and_with_much(
    desk, ulm, freiburg, carla, django_assert_num_queries, settings
):
    settings.LANGUAGES = [("en", "English")]  # with a second one, the account's own is asked for
    little, much = filled(ulm, freiburg, carla), filled(ulm, freiburg, carla, times=15)
    with django_assert_num_queries(QUERIES):
        desk.open(little)
    with django_assert_num_queries(QUERIES):
        desk.open(much)


# session, user, permissions (2), enquiry, view written; requests, programs, quotes; messages; consents; steps;
# documents; notes; events; notices; readings. And one for each hospital that has it: documents added since.
QUERIES = 18


def test_only_what_the_workflow_allows_is_offered(desk, haddad, ulm, freiburg, carla):
    def offered():
        return {
            card.hospital.split()[0]: [offer.decision.key for offer in card.offers]
            for card in desk.open(haddad).context["cards"]
        }

    assert offered() == {"Ulm": ["release", "withdraw"], "Freiburg": ["release", "withdraw"]}
    factories.release(haddad, ulm, carla)
    assert offered()["Ulm"] == ["enter-quote", "enter-decline", "withdraw"]
    factories.quote(factories.request_to(haddad, ulm))
    assert offered()["Ulm"] == ["release-quote", "enter-quote", "enter-decline", "withdraw"]


def test_an_unknown_or_odd_reference_is_not_found(desk, haddad):
    for reference in ("00000-00000", haddad.reference.lower() + "x", "%00", "..", "😀", "x" * 300, "1"):
        assert desk.client.get(f"/admin/enquiries/enquiry/{reference}/").status_code in (400, 404), reference


def test_nobody_has_it_until_somebody_takes_it(desk, haddad, carla):
    assert "taken by nobody" in desk.open(haddad).content.decode()
    desk.decide(haddad, "take")
    assert "taken by carla" in desk.open(haddad).content.decode()
    assert "take" not in {offer.decision.key for offer in desk.open(haddad).context["offers"]}
