"""The enquiry form in a real browser: what it shows as soon as it is answered, and that nothing is cut off."""

import pytest

from tests.portal.looks.states import fill, press_on

pytestmark = pytest.mark.one_database

CALL = "Call the emergency number where you are now. Your answers stay here."


@pytest.fixture
def form(transactional_db, ulm, live_server, new_context):
    """form(width) is the enquiry form in a browser without JavaScript."""

    def opened(width: int, **options):
        page = new_context(viewport={"width": width, "height": 800}, **options).new_page()
        page.goto(live_server.url + "/enquiry/?p=ulm-21")
        return page

    return opened


def test_a_yes_or_a_doubt_about_the_emergency_shows_at_once_what_to_do(form):
    page = form(360, java_script_enabled=False)
    call = page.get_by_text(CALL)
    assert call.is_hidden()
    for answer in ("unknown", "yes"):
        page.check(f'[name="emergency_signs"][value="{answer}"]')
        assert call.is_visible()
        assert call.bounding_box()["y"] < 740 - 60  # in sight, without scrolling
    assert page.get_by_role("status").get_by_role("link", name="The signs that cannot wait").is_visible()
    page.check('[name="emergency_signs"][value="no"]')
    assert call.is_hidden()


def test_the_shown_emergency_is_accessible(form, axe):
    page = form(360)
    page.check('[name="emergency_signs"][value="yes"]')
    axe(page)


def test_the_stop_after_the_form_stays_for_browsers_that_show_nothing_at_once(form):
    page = form(1280, java_script_enabled=False)
    fill(page, emergency_signs=["yes"])
    press_on(page)
    page.wait_for_selector(".ask-emergency")


def test_a_parent_is_asked_as_a_parent_and_anyone_else_as_anyone(form):
    page = form(360, java_script_enabled=False)
    page.check('[name="writer"][value="parent"]')
    assert page.get_by_label("How are you related to the child?").is_visible()
    assert page.get_by_text("What are you to the patient?").is_hidden()
    assert page.get_by_text("For example mother, father").is_visible()
    assert page.get_by_text("Who holds parental responsibility?").is_visible()
    assert page.get_by_text("Only if your child is ill").is_hidden()
    page.check('[name="writer"][value="professional"]')
    assert page.get_by_label("What are you to the patient?").is_visible()
    assert page.get_by_text("How are you related to the child?").is_hidden()


# How far the widest of the boxes, or the words in one of them, stick out.
STICKS_OUT = """group => Math.max(...[group, ...group.querySelectorAll("*")].map(part => Math.max(
    part.scrollWidth - part.clientWidth,
    part.getBoundingClientRect().right - group.getBoundingClientRect().right)))"""
BROKEN_WORDS = """step => [...step.firstChild.data.matchAll(/\\S+/g)].filter(word => {
    const range = document.createRange();
    range.setStart(step.firstChild, word.index);
    range.setEnd(step.firstChild, word.index + word[0].length);
    return range.getClientRects().length > 1;
}).map(String)"""


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_no_length_of_stay_sticks_out_of_its_group(form, width):
    assert form(width).locator(".ask-stays").first.evaluate(STICKS_OUT) <= 0


def test_on_a_phone_with_text_of_twice_the_size_no_step_and_no_answer_is_cut(form):
    page = form(360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.check('[name="writer"][value="parent"]')
    for step in page.locator(".progress > li").all():
        assert step.evaluate(BROKEN_WORDS) == []
    assert page.get_by_text("Sent", exact=True).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
