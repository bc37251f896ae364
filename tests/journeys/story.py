"""The main story in its acts, each to be played after the one before it."""

import re
from functools import cached_property

from playwright.sync_api import expect

from enquiries.background.worker import run_once
from enquiries.models import Enquiry
from tests import factories
from tests.journeys.people import CODE, Coordinator, Family, Hospital, Mailbox

# Each with what the others are called by.
OTHERS = {"ulm": "Freiburg|Frankfurt", "freiburg": "Ulm|Frankfurt", "frankfurt": "Ulm|Freiburg"}


class Story:
    def __init__(self, new_context, portal: str, sink, axe) -> None:
        self.new_context, self.portal, self.sink, self.axe = new_context, portal, sink, axe
        phone = new_context(viewport={"width": 360, "height": 760})
        self.family = Family(phone.new_page(), portal, Mailbox(sink, "amira.canary@example.org"))
        self.carla = Coordinator(new_context().new_page(), portal)
        factories.make_staff("carla", "coordinator")

    @cached_property
    def reference(self) -> str:
        return Enquiry.objects.get().reference

    @cached_property
    def requests(self) -> dict[str, str]:
        """The reference of each hospital's request."""
        found = Enquiry.objects.get().requests.select_related("hospital")
        return {one.hospital.slug: one.reference for one in found}

    @cached_property
    def hospitals(self) -> dict[str, Hospital]:
        return {
            slug: Hospital(
                self.new_context().new_page(),
                self.portal,
                Mailbox(self.sink, f"requests@{slug}.example.org"),
            )
            for slug in OTHERS
        }

    def the_family_sends_one_enquiry_to_three_hospitals(self) -> None:
        self.family.fill_in("ulm-21", "freiburg-31", "frankfurt-21")
        self.axe(self.family.page)
        self.family.agree_and_send()
        self.axe(self.family.page)
        receipt = self.family.page.locator("main").inner_text()
        assert self.reference in receipt
        assert CODE.search(receipt)
        run_once()

    def the_code_in_the_mail_confirms_the_address_and_the_link_alone_does_nothing(self) -> None:
        self.family.page.goto(self.family.mailbox.link("We have your enquiry"))
        assert Enquiry.objects.get().address_confirmed_at is None
        self.family.enter_by_mail("We have your enquiry")
        assert Enquiry.objects.get().address_confirmed_by == "family"

    def a_coordinator_takes_it_and_releases_it_to_each_hospital_after_a_preview(self) -> None:
        self.carla.sign_in("carla", "a long test password")
        self.carla.open(self.reference)
        self.axe(self.carla.page)
        self.carla.decide("take")
        assert set(self.requests) == {"ulm", "freiburg", "frankfurt"}
        for reference in self.requests.values():
            self.carla.open(self.reference)
            self.carla.decide("release", reference)
        run_once()

    def each_hospital_opens_its_own_request_and_learns_of_no_other(self) -> None:
        for slug, others in OTHERS.items():
            hospital = self.hospitals[slug]
            hospital.open()
            shown = hospital.page.locator("main").inner_text()
            assert "Canary: first block ended last week." in shown
            assert not re.search(others, shown)
            assert "amira.canary@example.org" not in shown
        self.axe(self.hospitals["ulm"].page)

    def one_quotes_one_asks_and_one_declines(self) -> None:
        soon = factories.in_days(40).isoformat()
        self.hospitals["ulm"].quote(
            amount_low="48000", amount_high="56000", currency="EUR", valid_until_on=soon, nights="21"
        )
        self.hospitals["freiburg"].ask("Is there an MRD report?")
        self.hospitals["frankfurt"].decline("no_capacity", "There is no bed on our ward at the moment.")
        run_once()

    def the_question_goes_to_the_family_and_its_answer_back(self) -> None:
        page = self.family.page
        self.carla.open(self.reference)
        self.carla.decide("pass-question", text="Freiburg asks whether there is an MRD report.")
        run_once()
        self.family.enter_by_mail("A hospital has a question")
        expect(page.get_by_text("Freiburg asks whether there is an MRD report.").first).to_be_visible()
        page.get_by_role("link", name=re.compile("Answer|Write a message")).first.click()
        page.locator("main textarea").fill("Yes: below 1 in 10,000.")
        page.locator("main form button[type=submit]").last.click()
        self.carla.open(self.reference)
        self.carla.decide("pass-answer", self.requests["freiburg"], text="MRD below 1 in 10,000.")
        run_once()
        freiburg = self.hospitals["freiburg"]
        freiburg.open("Answer to your question")
        expect(freiburg.page.get_by_text("MRD below 1 in 10,000.")).to_be_visible()
        soon = factories.in_days(40).isoformat()
        freiburg.quote(amount_low="61400", currency="EUR", valid_until_on=soon, nights="31", room="single")
        run_once()

    def the_quotes_are_checked_and_released(self) -> None:
        for slug in ("ulm", "freiburg"):
            self.carla.open(self.reference)
            self.carla.decide("release-quote", self.requests[slug])
        run_once()

    def the_family_compares_and_chooses(self) -> None:
        page = self.family.page
        self.family.enter_by_mail("There is a new answer")
        self.axe(page)
        compared = page.locator("main").inner_text()
        for words in ("48,000", "56,000", "61,400", "not stated", "There is no bed on our ward"):
            assert words in compared, words
        assert "best" not in compared.lower()
        page.get_by_role("link", name="Go on with Ulm").first.click()
        page.locator("main input[value=close]").check(force=True)
        page.get_by_role("button", name=re.compile("Yes, go on with Ulm")).click()
        expect(page.get_by_text("You chose this hospital").first).to_be_visible()
        run_once()

    def the_chosen_hospital_may_reach_the_family_and_the_others_are_told(self) -> None:
        enquiry = Enquiry.objects.get()
        states = {r.hospital.slug: r.state for r in enquiry.requests.select_related("hospital")}
        assert states == {"ulm": "accepted", "freiburg": "not_selected", "frankfurt": "declined"}
        assert enquiry.state == "decided"
        ulm, freiburg = self.hospitals["ulm"], self.hospitals["freiburg"]
        ulm.open("The family wishes to go on with you")
        expect(ulm.page.get_by_text("amira.canary@example.org")).to_be_visible()
        assert "decided otherwise" in " ".join(letter["Subject"] for letter in freiburg.mailbox.letters())

    def no_mail_holds_anything_personal(self) -> None:
        for _to, message in self.sink.accepted:
            text = message.as_string()
            assert "Canary" not in text.replace("amira.canary@example.org", "")
