"""The people of the journeys, each in a browser of their own, doing what they would do by hand."""

import re

from playwright.sync_api import Page, expect

CODE = re.compile(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}")


def tick(page: Page, name: str, value: str) -> None:
    """Ticks the box or dot as a finger does: on its label."""
    box = page.locator(f'input[name="{name}"][value="{value}"]')
    name_of_box = box.get_attribute("id")
    label = page.locator(f'label[for="{name_of_box}"]') if name_of_box else page.locator("label", has=box)
    label.click()
    expect(box).to_be_checked()


class Mailbox:
    """What arrived at one address of the SMTP sink."""

    def __init__(self, sink, address: str) -> None:
        self.sink, self.address = sink, address

    def letters(self) -> list:
        return [message for to, message in self.sink.accepted if to == [self.address]]

    def newest(self, subject: str):
        found = [letter for letter in self.letters() if subject in letter["Subject"]]
        assert found, f"{self.address} has no “{subject}”: {[letter['Subject'] for letter in self.letters()]}"
        return found[-1]

    def link(self, subject: str) -> str:
        text = self.newest(subject).get_body(("plain",)).get_content()
        return re.search(r"https?://\S+#\S+", text)[0]


class Family:
    def __init__(self, page: Page, base: str, mailbox: Mailbox) -> None:
        self.page, self.base, self.mailbox = page, base, mailbox

    def fill_in(self, *picks: str) -> None:
        self.page.goto(self.base + "/")
        for pick in picks:
            tick(self.page, "p", pick)
        self.page.get_by_role("button", name="Request quotes").click()
        expect(self.page).to_have_title(re.compile("Ask for quotes|Your enquiry|Enquiry"))
        tick(self.page, "emergency_signs", "no")
        tick(self.page, "writer", "parent")
        tick(self.page, "authority_parent", "joint_agreed")
        self.page.locator("[name=relationship]").fill("mother")
        self.page.locator("[name=birth_month_year]").fill("2019")
        self.page.locator("[name=country]").select_option("JO")
        self.page.locator("[name=family_name]").fill("Canary-Haddad")
        self.page.locator("[name=email]").fill(self.mailbox.address)
        self.page.locator("[name=preferred_language]").select_option("en")
        tick(self.page, "diagnosis", "confirmed")
        tick(self.page, "treatment_started", "yes")
        self.page.locator("[name=story]").fill("Canary: first block ended last week.")
        self.page.get_by_role("button", name="Go on to check").click()

    def agree_and_send(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Check and agree")
        for box in self.page.locator("main input[type=checkbox]").all():
            expect(box).not_to_be_checked()
            self.page.locator(f'label[for="{box.get_attribute("id")}"]').click()
        self.page.get_by_role("button", name="Send my enquiry").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Your enquiry has arrived")

    def enter_by_mail(self, subject: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(self.mailbox.link(subject))
        expect(self.page).not_to_have_url(re.compile("#"))
        self.page.get_by_role("button", name="Open my enquiry").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Your enquiry")


class Hospital:
    def __init__(self, page: Page, base: str, mailbox: Mailbox) -> None:
        self.page, self.base, self.mailbox = page, base, mailbox

    def open(self, subject: str = "Quote request") -> None:
        self.page.goto("about:blank")
        self.page.goto(self.mailbox.link(subject))
        self.page.locator("main form button[type=submit]").first.click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Quote request")

    def ask(self, text: str) -> None:
        self.page.get_by_role("link", name="Ask a question").click()
        self.page.locator("main textarea").fill(text)
        self.page.locator("main form button[type=submit]").last.click()

    def decline(self, reason: str, text: str) -> None:
        self.page.get_by_role("link", name="Decline").click()
        tick(self.page, "reason", reason)
        self.page.locator("main textarea").fill(text)
        self.page.locator("main form button[type=submit]").last.click()

    def quote(self, link: str = "Make a quote", **facts: str) -> None:
        self.page.get_by_role("link", name=link).click()
        for name, value in facts.items():
            field = self.page.locator(f"main [name={name}]")
            field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)
        self.page.get_by_role("button", name="Check").click()
        self.page.get_by_role("button", name="Send").click()


class Coordinator:
    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base

    def sign_in(self, name: str, password: str) -> None:
        self.page.goto(self.base + "/admin/")
        self.page.locator("#id_username").fill(name)
        self.page.locator("#id_password").fill(password)
        self.page.locator("[type=submit]").first.click()
        expect(self.page.get_by_role("link", name="Enquiries").first).to_be_visible()

    def open(self, reference: str) -> None:
        self.page.goto(f"{self.base}/admin/enquiries/enquiry/{reference}/")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(reference)

    def decide(self, step: str, about: str = "", **fields: str) -> None:
        """Follows a decision's link on the enquiry's page (`about`: a request's reference), fills in, presses."""
        link = f'a[href*="/{step}/{about}"]' if about else f'a[href*="/{step}/"]'
        self.page.locator(link).first.click()
        for name, value in fields.items():
            self.page.locator(f"form.act [name={name}]").fill(value)
        self.page.locator("form.act button[type=submit]").first.click()
        expect(self.page.locator(".problems")).to_have_count(0)
