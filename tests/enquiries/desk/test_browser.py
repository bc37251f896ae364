"""The desk in a real browser: under the strict policy, without a violation, at both widths, for everybody."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from enquiries.models import Enquiry
from tests import factories
from tests.browser import SETTLED
from tests.enquiries.desk.test_page import XSS, filled

PASSWORD = "a long test password"


@pytest.fixture
def carla(transactional_db):
    """A coordinator. Tests that commit for real empty the groups' table, so hers is made here."""
    user = User.objects.create_user("carla", password=PASSWORD, is_staff=True)
    group, _created = Group.objects.get_or_create(name="coordinator")
    codenames = ["view_enquiry", "triage_enquiry", "view_hospital", "view_program"]
    group.permissions.add(*Permission.objects.filter(codename__in=codenames))
    user.groups.add(group)
    return user


@pytest.fixture
def enquiry(carla, ulm, freiburg) -> Enquiry:
    return filled(ulm, freiburg, carla, texts=XSS)


@pytest.fixture
def desk(live_server, new_context, carla):
    def sit(width=1280, **options):
        page = new_context(viewport={"width": width, "height": 900}, **options).new_page()
        page.goto(f"{live_server.url}/admin/")
        page.fill("#id_username", "carla")
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return sit


def addresses(enquiry: Enquiry, ulm) -> list[str]:
    start, quote_request = (
        f"/admin/enquiries/enquiry/{enquiry.reference}/",
        factories.request_to(enquiry, ulm),
    )
    message = enquiry.messages.first()
    steps = ["take", "write", "note", "urgent", "close", "reopen", "confirm-address", "release"]
    hospital = ["enter-quote", "enter-decline", "release-quote", "withdraw", "copy-sheet", "reopen-request"]
    return [
        "/admin/",
        "/admin/enquiries/enquiry/?list=all",
        "/admin/enquiries/enquiry/search/",
        start,
        *(f"{start}{step}/" for step in steps),
        *(f"{start}{step}/{quote_request.reference}/" for step in hospital),
        f"{start}handled/{message.uid}/",
        "/admin/password_change/",
        "/admin/hospitals/hospital/",
        "/admin/hospitals/hospital/1/change/",
        "/admin/programs/program/",
    ]


@pytest.mark.slow
@pytest.mark.one_database
def test_no_page_breaks_the_policy_runs_a_familys_words_or_is_wider_than_the_screen(
    desk, live_server, enquiry, ulm
):
    """Checks 27 and 47: `watch` fails the test on any violation of the content security policy."""
    page = desk()
    for address in addresses(enquiry, ulm):
        page.goto(live_server.url + address)
        assert page.evaluate("window.__xss === undefined"), address
        if "/hospitals/" in address or "/programs/" in address:
            continue
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


@pytest.mark.slow
@pytest.mark.one_database
def test_everybody_can_use_the_desk(desk, live_server, enquiry, ulm, axe):
    page = desk()
    quote_request = factories.request_to(enquiry, ulm).reference
    start = f"/admin/enquiries/enquiry/{enquiry.reference}/"
    shown = ["/admin/", "/admin/enquiries/enquiry/?list=all", "/admin/enquiries/enquiry/search/", start]
    for address in [
        *shown,
        f"{start}write/",
        f"{start}enter-quote/{quote_request}/",
        f"{start}release-quote/{quote_request}/",
    ]:
        page.goto(live_server.url + address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(SETTLED)
            axe(page)


def test_a_release_by_keyboard_and_without_javascript(desk, live_server, carla, freiburg):
    enquiry = factories.make_enquiry(freiburg)
    page = desk(java_script_enabled=False)
    page.goto(f"{live_server.url}/admin/enquiries/enquiry/{enquiry.reference}/")
    page.locator(".card").get_by_role("link", name="Preview and send").click()
    button = page.get_by_role("button", name="Send it to this hospital")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{enquiry.reference}/")
    assert page.locator(".card .tag--state").inner_text() == "Sent, not opened"
    assert factories.request_to(enquiry, freiburg).state == "sent"
