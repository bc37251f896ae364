"""The frame and the portal's own pages in a real browser, as different people's machines show them."""

import pytest
from django.test import RequestFactory

from all_portal.serving.errors import server_error

pytestmark = pytest.mark.one_database


def test_a_phone_opens_the_menu_without_javascript(served, new_context):
    page = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    page.goto(served + "/about/")
    link = page.get_by_role("link", name="Coming to Germany")
    assert not link.is_visible()
    page.get_by_text("Menu", exact=True).click()
    link.click()
    page.wait_for_url(served + "/leukemia/coming-to-germany/")


def test_whoever_uses_the_keyboard_can_pass_the_menu_by(served, new_context):
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(served + "/privacy/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_link_and_button_shows_where_the_keyboard_stands(served, new_context):
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(served + "/")
    invisible = []
    for _step in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                for (let place = document.activeElement; place && place !== document.body; place = place.parentElement)
                    if (parseFloat(getComputedStyle(place).outlineWidth) >= 2 &&
                        getComputedStyle(place).outlineStyle !== "none") return true;
                const next = document.activeElement.nextElementSibling;
                return !!next && getComputedStyle(next).outlineStyle !== "none";
            }"""
        )
        if not shown:
            invisible.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert invisible == []


def test_the_page_of_a_broken_server_shows_its_own_style(new_context):
    """Its style is allowed by its hash; if hash and style parted, the page would be bare."""
    answer = server_error(RequestFactory().get("/"))
    tab = new_context(viewport={"width": 360, "height": 740}).new_page()
    tab.route(
        "http://127.0.0.1/broken",
        lambda route: route.fulfill(status=200, headers=dict(answer.headers), body=answer.content.decode()),
    )
    tab.goto("http://127.0.0.1/broken")
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(
        '"Iowan Old Style"'
    )
