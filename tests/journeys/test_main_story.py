"""The main job from the first tick to the choice, in real browsers, with the mail read from a real SMTP server."""

import re

import pytest
from playwright.sync_api import expect

from enquiries.background.worker import run_once
from enquiries.models import Enquiry
from tests import factories
from tests.journeys.people import CODE, Coordinator, Family, Hospital, Mailbox

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def portal(live_server, settings, sink, catalog):
    """The portal with the shipped catalog, at an address that its mails link to."""
    settings.SITE_URL = live_server.url
    settings.ENQUIRY_LEAST_SECONDS = 0  # a browser that is driven types faster than people
    return live_server.url


def house(new_context, portal, sink, slug):
    return Hospital(new_context().new_page(), portal, Mailbox(sink, f"requests@{slug}.example.org"))


def test_a_family_asks_three_hospitals_and_chooses_among_their_answers(new_context, portal, sink, axe):
    phone = new_context(viewport={"width": 360, "height": 760})
    family = Family(phone.new_page(), portal, Mailbox(sink, "amira.canary@example.org"))
    carla = Coordinator(new_context().new_page(), portal)
    factories.make_staff("carla", "coordinator")

    # The family sends one enquiry to three hospitals.
    family.fill_in("ulm-21", "freiburg-31", "frankfurt-21")
    axe(family.page)
    family.agree_and_send()
    axe(family.page)
    receipt = family.page.locator("main").inner_text()
    enquiry = Enquiry.objects.get()
    assert enquiry.reference in receipt
    assert CODE.search(receipt)
    run_once()

    # The mail's code opens the status page and confirms the address; the link alone does nothing.
    family.page.goto(family.mailbox.link("We have your enquiry"))
    assert Enquiry.objects.get().address_confirmed_at is None
    family.enter_by_mail("We have your enquiry")
    assert Enquiry.objects.get().address_confirmed_by == "family"

    # A coordinator takes it and releases it to each hospital after a preview.
    carla.sign_in("carla", "a long test password")
    carla.open(enquiry.reference)
    axe(carla.page)
    carla.decide("take")
    requests = {r.hospital.slug: r.reference for r in enquiry.requests.select_related("hospital")}
    assert set(requests) == {"ulm", "freiburg", "frankfurt"}
    for reference in requests.values():
        carla.open(enquiry.reference)
        carla.decide("release", reference)
    run_once()

    # Each hospital gets its own mail, opens its own request, and learns of no other.
    ulm, freiburg, frankfurt = (
        house(new_context, portal, sink, slug) for slug in ("ulm", "freiburg", "frankfurt")
    )
    for hospital, others in (
        (ulm, "Freiburg|Frankfurt"),
        (freiburg, "Ulm|Frankfurt"),
        (frankfurt, "Ulm|Freiburg"),
    ):
        hospital.open()
        shown = hospital.page.locator("main").inner_text()
        assert "Canary: first block ended last week." in shown
        assert not re.search(others, shown)
        assert "amira.canary@example.org" not in shown
    axe(ulm.page)

    # One quotes, one asks and then quotes, one declines.
    soon = factories.in_days(40).isoformat()
    ulm.quote(amount_low="48000", amount_high="56000", currency="EUR", valid_until_on=soon, nights="21")
    freiburg.ask("Is there an MRD report?")
    frankfurt.decline("no_capacity", "There is no bed on our ward at the moment.")
    run_once()
    carla.open(enquiry.reference)
    carla.decide("pass-question", text="Freiburg asks whether there is an MRD report.")
    run_once()
    family.enter_by_mail("A hospital has a question")
    expect(family.page.get_by_text("Freiburg asks whether there is an MRD report.").first).to_be_visible()
    family.page.get_by_role("link", name=re.compile("Answer|Write a message")).first.click()
    family.page.locator("main textarea").fill("Yes: below 1 in 10,000.")
    family.page.locator("main form button[type=submit]").last.click()
    carla.open(enquiry.reference)
    carla.decide("pass-answer", requests["freiburg"], text="MRD below 1 in 10,000.")
    run_once()
    freiburg.open("Answer to your question")
    expect(freiburg.page.get_by_text("MRD below 1 in 10,000.")).to_be_visible()
    freiburg.quote(amount_low="61400", currency="EUR", valid_until_on=soon, nights="31", room="single")
    run_once()

    # The coordinator checks and releases the quotes; the family compares and chooses.
    for slug in ("ulm", "freiburg"):
        carla.open(enquiry.reference)
        carla.decide("release-quote", requests[slug])
    run_once()
    family.enter_by_mail("There is a new answer")
    axe(family.page)
    compared = family.page.locator("main").inner_text()
    for words in ("48,000", "56,000", "61,400", "not stated", "There is no bed on our ward"):
        assert words in compared, words
    assert "best" not in compared.lower()
    family.page.get_by_role("link", name="Go on with Ulm").first.click()
    family.page.locator("main input[value=close]").check(force=True)
    family.page.get_by_role("button", name=re.compile("Yes, go on with Ulm")).click()
    expect(family.page.get_by_text("You chose this hospital").first).to_be_visible()
    run_once()

    states = {r.hospital.slug: r.state for r in enquiry.requests.select_related("hospital")}
    assert states == {"ulm": "accepted", "freiburg": "not_selected", "frankfurt": "declined"}
    assert Enquiry.objects.get().state == "decided"
    ulm.open("The family wishes to go on with you")
    expect(ulm.page.get_by_text("amira.canary@example.org")).to_be_visible()
    assert "decided otherwise" in " ".join(letter["Subject"] for letter in freiburg.mailbox.letters())

    # No mail of the whole story holds anything personal.
    for _to, message in sink.accepted:
        text = message.as_string()
        assert "Canary" not in text.replace("amira.canary@example.org", "")
