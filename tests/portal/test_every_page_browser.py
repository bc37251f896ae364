"""Every public page and every state of the enquiry, as different people's machines show them: no accessibility fault
in either color scheme and either direction, nothing wider than the screen, nothing that moves for those who asked
for stillness, nothing out of reach of a keyboard."""

import pytest

from tests.portal.layout import CUT_OFF, FITS, STICKS_OUT
from tests.portal.states import KINDS, STATES, listed

MACHINES = {
    "small phone": {"viewport": {"width": 320, "height": 640}},
    "phone at night": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    "desk": {"viewport": {"width": 1280, "height": 800}},
    "desk at night": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}
# Both directions in both schemes, each on a phone and at a desk: in English, and in the language that is made up to run
# from right to left and to be a third longer (tests/languages).
VIEWS = [
    ("small phone", "ltr"),
    ("desk", "rtl"),
    ("phone at night", "rtl"),
    ("desk at night", "ltr"),
]
# Text that somebody's own settings made larger or wider.
LARGER = {"standard": 32, "fixed": 26}  # pixels, in the browser's own settings: twice the usual
WIDER = """for (const one of document.querySelectorAll('body *')) {
    one.style.lineHeight = 1.5; one.style.letterSpacing = '.12em'; one.style.wordSpacing = '.16em';
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one);
    return [style.transitionDuration, style.animationDuration].some(
        times => times.split(',').some(time => parseFloat(time) > 0)) || style.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def paths(served, client) -> list[str]:
    found = listed(client.get("/sitemap.xml").content.decode())
    assert len(found) >= 34
    return found + KINDS


def every_page(page, served, paths):
    """Each page and each state in turn; gives its name."""
    for path in paths:
        page.goto(served + path)
        yield path
    for name, bring_about in STATES.items():
        page.context.clear_cookies()
        bring_about(page, served)
        page.wait_for_load_state()  # its style too
        yield name


@pytest.mark.parametrize(("machine", "direction"), VIEWS)
def test_no_page_in_no_state_shuts_anybody_out(served, paths, new_context, axe, made_up, machine, direction):
    page = new_context(**MACHINES[machine]).new_page()
    site = served + (made_up if direction == "rtl" else "")
    faults = []
    for name in every_page(page, site, paths):
        if page.evaluate("document.dir") != direction:
            faults.append(f"{name} runs in the other direction")
        try:
            axe(page)
        except AssertionError as fault:
            faults.append(f"{name}: {fault}")
        if not page.evaluate(FITS):
            faults.append(f"{name} is wider than the screen")
        faults += [f"{name} cuts off {one}" for one in page.evaluate(CUT_OFF)]
        faults += [f"{name} does not hold {one}" for one in page.evaluate(STICKS_OUT)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_text_neither_leaves_the_screen_nor_is_cut_off(served, paths, new_context, width):
    """WCAG 1.4.12, also on a screen of 320, which is one of 1280 at 400 % (1.4.10)."""
    page = new_context(viewport={"width": width, "height": 640}).new_page()
    faults = []
    for name in every_page(page, served, paths):
        page.evaluate(WIDER)
        if not page.evaluate(FITS):
            faults.append(f"{name} is wider than the screen")
        faults += [f"{name} cuts off {one}" for one in page.evaluate(CUT_OFF)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_text_of_twice_the_size_neither_leaves_the_screen_nor_is_cut_off(served, paths, new_context, width):
    """WCAG 1.4.4, also on a phone. A screen of 640 is one of 1280 at 200 %."""
    page = new_context(viewport={"width": width, "height": 640}).new_page()
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": LARGER})
    faults = []
    for name in every_page(page, served, paths):
        if not page.evaluate(FITS):
            faults.append(f"{name} is wider than the screen")
        faults += [f"{name} cuts off {one}" for one in page.evaluate(CUT_OFF)]
    assert not faults, "\n".join(faults)


def test_nothing_moves_for_those_who_asked_for_stillness(served, paths, new_context):
    page = new_context(reduced_motion="reduce", viewport={"width": 360, "height": 740}).new_page()
    faults = {name: found for name in every_page(page, served, paths) if (found := page.evaluate(MOVING))}
    assert faults == {}


def test_in_forced_colors_what_is_ticked_still_differs_from_what_is_not(served, new_context):
    page = new_context(forced_colors="active", viewport={"width": 1280, "height": 800}).new_page()
    STATES["with picks"](page, served)
    ground = "one => getComputedStyle(one).backgroundColor"
    ticked = page.locator('[value="ulm-21"] + .stay__face').evaluate(ground)
    empty = page.locator('[value="ulm-25"] + .stay__face').evaluate(ground)
    assert ticked != empty


def test_programs_are_picked_compared_and_asked_for_with_the_keyboard_alone(served, new_context):
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(served + "/")

    def tab_to(selector: str) -> None:
        for _step in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is out of reach")

    tab_to('[value="ulm-21"]')
    page.keyboard.press("Space")
    tab_to('[value="freiburg-31"]')
    page.keyboard.press("Space")
    tab_to('[name="advise"][value="heidelberg"]')
    page.keyboard.press("Space")
    tab_to('button[formaction="/programs/compare/"]')
    page.keyboard.press("Enter")
    page.wait_for_url(served + "/programs/compare/?p=ulm-21&p=freiburg-31&advise=heidelberg")
    tab_to('main a.button[href^="/enquiry/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/enquiry/?p=ulm-21&p=freiburg-31&advise=heidelberg")
    ticked = page.locator("input[type=checkbox]:checked").evaluate_all("boxes => boxes.map(one => one.value)")
    assert sorted(ticked) == ["freiburg-31", "heidelberg", "ulm-21"]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_count_of_picks_follows_along_with_and_without_scripts(served, new_context, scripts):
    page = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts).new_page()
    page.goto(served + "/programs/")
    count = page.locator(".finder__count")
    assert not count.is_visible()
    for picked, box in enumerate(("ulm-21", "freiburg-31", "aachen-57"), start=1):
        page.locator(f'[value="{box}"]').check()
        assert count.is_visible()
        if scripts:
            shown = count.locator(".finder__number").first.evaluate(
                "one => getComputedStyle(one, '::after').content"
            )
            assert shown == "counter(picks)"
        assert page.locator("[name=p]:checked").count() == picked
