"""The two doors and pages in a real browser."""

import pytest
from django.contrib.auth.models import User

from tests import factories
from tests.enquiries.entry.zone_doors import family_code, hospital_code

DOORS = {
    "family": ("/status/", "Open my enquiry", "/status/enquiry/"),
    "hospital": ("/clinic/", "Open the request", "/clinic/request/"),
}


@pytest.fixture
def carla(db):
    """A coordinator who only acts; the tests that commit for real empty the groups' table."""
    return User.objects.create_user("carla")


@pytest.fixture
def codes(transactional_db, haddad, ulm, freiburg, carla):
    """Both hospitals have quoted on different assumptions; the family and Ulm hold their codes."""
    for hospital, nights in ((ulm, 21), (freiburg, 31)):
        quote_request = factories.release(haddad, hospital, carla)
        factories.release_quote(factories.quote(quote_request, nights=nights), carla)
    return {"family": family_code(haddad), "hospital": hospital_code(factories.request_to(haddad, ulm))}


@pytest.mark.parametrize("who", DOORS)
def test_the_mails_link_fills_the_field_and_no_address_that_leaves_the_browser_holds_the_code(
    live_server, new_context, codes, who
):
    """Checks 38, 51: the code stands behind the #, the address bar is cleared, and only the button acts."""
    path, button, inside = DOORS[who]
    page = new_context().new_page()
    asked = []
    page.on(
        "request",
        lambda request: asked.append((request.url, request.headers.get("referer", ""))),
    )
    page.goto(f"{live_server.url}{path}#{codes[who]}")
    assert page.url == live_server.url + path
    assert page.input_value("#id_code") == codes[who]
    page.get_by_role("button", name=button).click()
    page.wait_for_url(live_server.url + inside)
    sent = [address for pair in asked for address in pair if codes[who] in address.partition("#")[0]]
    assert sent == []


@pytest.mark.parametrize("who", DOORS)
def test_without_javascript_the_code_is_pasted_in(live_server, new_context, codes, who):
    path, button, inside = DOORS[who]
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + path)
    page.fill("#id_code", codes[who])
    page.get_by_role("button", name=button).click()
    page.wait_for_url(live_server.url + inside)


REWRITTEN = {
    "in the path": "{code}",
    "the number sign encoded": "%23{code}",
    "deep in the path": "go/%2523{code}/x.html",
    "in the query": "?u=https%3A%2F%2Fportal.example.org%2Fstatus%2F%23{code}&data=05%7C01",
    "behind words of four letters": "link/from/mail#{code}&more=than&that=1234",
    "everything encoded": "%23{encoded}",
    "behind the number sign, with more": "#{code}&utm_source=mail",
    "without dashes": "#{letters}",
    "in small letters": "#{small}",
}


@pytest.mark.parametrize("how", REWRITTEN)
def test_the_code_is_found_wherever_a_mail_program_has_put_it(live_server, new_context, codes, how):
    for who, (path, button, inside) in DOORS.items():
        code = codes[who]
        page = new_context().new_page()
        encoded = "".join(f"%{ord(char):02x}" for char in code)
        tail = REWRITTEN[how].format(
            code=code, encoded=encoded, letters=code.replace("-", ""), small=code.lower()
        )
        answer = page.goto(live_server.url + path + tail)
        assert answer.status == 200
        assert page.input_value("#id_code") == code
        assert page.url == live_server.url + path
        page.get_by_role("button", name=button).click()
        page.wait_for_url(live_server.url + inside)


def test_a_second_link_opened_in_the_same_tab_wins(live_server, new_context, codes, haddad):
    page = new_context().new_page()
    page.goto(f"{live_server.url}/status/#{'-'.join(['0000'] * 6)}")
    assert page.input_value("#id_code").startswith("0000")
    page.goto(f"{live_server.url}/status/#{codes['family']}")
    assert page.input_value("#id_code") == codes["family"]
    assert page.url == f"{live_server.url}/status/"


def enter(new_context, live_server, codes, who, width):
    path, button, inside = DOORS[who]
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{live_server.url}{path}#{codes[who]}")
    page.get_by_role("button", name=button).click()
    page.wait_for_url(live_server.url + inside)
    return page


@pytest.mark.one_database
@pytest.mark.parametrize("who", DOORS)
def test_the_pages_are_accessible_and_fit_a_small_phone(live_server, new_context, axe, codes, who):
    page = enter(new_context, live_server, codes, who, 320)
    paths = {
        "family": [
            "enquiry/",
            "enquiry/ulm/choose/",
            "enquiry/write/",
            "enquiry/documents/",
            "enquiry/withdraw/",
        ],
        "hospital": ["request/", "request/quote/", "request/decline/"],
    }[who]
    for path in paths:
        page.goto(live_server.url + DOORS[who][0] + path)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") == width, (path, width)


def test_back_after_leaving_shows_nothing(live_server, new_context, codes):
    """Check 50."""
    page = enter(new_context, live_server, codes, "family", 1280)
    assert page.get_by_role("heading", name="The quotes side by side").is_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(live_server.url + "/status/left/")
    page.go_back()
    page.wait_for_load_state()
    assert page.get_by_role("heading", name="The quotes side by side").count() == 0


def test_a_quote_is_checked_mended_and_sent_with_the_keyboard_alone(live_server, new_context, codes):
    page = enter(new_context, live_server, codes, "hospital", 1280)
    page.goto(live_server.url + "/clinic/request/quote/")
    page.fill("#id_amount_low", "52.000")
    page.fill("#id_amount_high", "")
    page.get_by_role("button", name="Check").press("Enter")
    page.get_by_role("button", name="Room").press("Enter")
    page.wait_for_url("**/clinic/request/quote/#div_id_room")
    page.select_option("#id_room", "single")
    page.get_by_role("button", name="Check").press("Enter")
    page.get_by_role("button", name="Send quote").press("Enter")
    page.wait_for_url(live_server.url + "/clinic/request/")
    assert page.get_by_text("Your quote is sent. Thank you.").is_visible()
    assert page.get_by_text("Quote 2,").is_visible()
