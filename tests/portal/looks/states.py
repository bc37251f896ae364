"""The public pages and the enquiry in each state a person can bring them into, for tests that look at all of them."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.enquiries.family.enquiry.enquiry_pages import ANSWERS

# One of each kind; the articles, hospitals and texts are added from the sitemap.
KINDS = [
    "/programs/?p=ulm-21&advise=heidelberg&days=99&hospital=atlantis",
    "/programs/?days=21&sort=stay&land=BW",
    "/programs/?days=12&hospital=nowhere&p=x-1",
    "/programs/compare/?p=ulm-21&p=freiburg-31&p=aachen-21&advise=heidelberg",
    "/search/?q=bone+marrow+transplant",
    "/search/?q=zzzzqqqq",
    "/report/?page=/leukemia/",
    "/report/thanks/",
    "/no-such-page/",
    "/status/",
    "/clinic/",
]
# Twenty-five more look like these five.
LIKE_OTHERS = "/programs/"


def listed(sitemap: str) -> list[str]:
    """The addresses of a sitemap, and of the many programs one for each hospital."""
    paths = [part.partition("</loc>")[0].partition("//")[2] for part in sitemap.split("<loc>")[1:]]
    paths = ["/" + path.partition("/")[2] for path in paths]
    return [
        path for path in paths if not path.startswith(LIKE_OTHERS) or path.count("/") < 4 or "/21-" in path
    ]


def with_menu_open(page: Page, site: str) -> None:
    page.goto(site + "/about/")
    page.locator(".site-menu > summary").evaluate("summary => summary.parentElement.open = true")


def with_picks(page: Page, site: str) -> None:
    page.goto(site + "/programs/")
    for box in ('[value="ulm-21"]', '[value="freiburg-31"]', '[name="advise"][value="heidelberg"]'):
        page.locator(box).first.check()


def report_refused(page: Page, site: str) -> None:
    page.goto(site + "/report/?page=/leukemia/")
    page.locator("main form .button").last.click()
    page.wait_for_selector("[aria-invalid=true]")


def enquiry_form(page: Page, site: str) -> None:
    page.goto(site + "/enquiry/?p=ulm-21&advise=aachen")


def enquiry_refused(page: Page, site: str) -> None:
    enquiry_form(page, site)
    press_on(page)
    page.wait_for_selector("[aria-invalid=true]")


def enquiry_emergency(page: Page, site: str) -> None:
    enquiry_form(page, site)
    fill(page, emergency_signs=["yes"])
    press_on(page)
    page.wait_for_selector(".ask-emergency")


def enquiry_check(page: Page, site: str) -> None:
    enquiry_form(page, site)
    fill(page)
    press_on(page)
    page.wait_for_selector(".ask-consent")


def enquiry_without_consent(page: Page, site: str) -> None:
    enquiry_check(page, site)
    page.locator("main form .button").last.click()
    page.wait_for_selector("[aria-invalid=true]")


def enquiry_sent(page: Page, site: str) -> None:
    enquiry_check(page, site)
    for box in page.locator("[name^=consent_]").all():
        box.check()
    page.locator("main form .button").last.click()
    page.wait_for_url(site + "/enquiry/sent/")


def wrong_code(page: Page, site: str) -> None:
    page.goto(site + "/status/")
    page.fill("#id_code", "no such code")
    page.locator("main form .button").first.click()
    page.wait_for_selector("[aria-invalid=true]")


def press_on(page: Page) -> None:
    page.locator(".ask-go .button").first.click()


def fill(page: Page, **changed: list[str]) -> None:
    """As a person would, question by question."""
    for name, values in (ANSWERS | changed).items():
        for value in values:
            field = page.locator(f'[name="{name}"]')
            kind = field.first.evaluate("one => one.type")
            if kind in {"radio", "checkbox"}:
                page.locator(f'[name="{name}"][value="{value}"]').first.check()
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)


STATES: dict[str, Callable[[Page, str], None]] = {
    one.__name__.replace("_", " "): one
    for one in (
        with_menu_open,
        with_picks,
        report_refused,
        enquiry_form,
        enquiry_refused,
        enquiry_emergency,
        enquiry_check,
        enquiry_without_consent,
        enquiry_sent,
        wrong_code,
    )
}
