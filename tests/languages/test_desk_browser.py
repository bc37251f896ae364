"""The desk in a browser, in a language that runs from right to left and is a third longer: nothing is cut off."""

# ruff: noqa: F811  (fixtures that are asked for by the name they were brought in with)

import pytest

from accounts.language import set_desk_language
from tests.enquiries.desk.test_browser import addresses, carla, desk, enquiry  # noqa: F401  (its people)
from tests.languages.made_up import CODE, NAMES
from tests.portal.looks.layout import CUT_OFF, FITS, STICKS_OUT

# Django's own lists and forms, laid out by its own sheet.
OF_DJANGO = ("/hospitals/", "/programs/", "/password_change/")


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_of_the_desk_is_cut_off_in_a_longer_language(
    made_up,
    desk,
    live_server,
    carla,
    enquiry,
    ulm,
    width,
):
    set_desk_language(language=CODE, by=carla)
    page, faults = desk(width), []
    for address in [*addresses(enquiry, ulm), "/admin/language/"]:
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.dir") == "rtl", address
        if any(part in address for part in OF_DJANGO):
            continue
        if not page.evaluate(FITS):
            faults.append(f"{address} is wider than the screen")
        faults += [f"{address} cuts off {one}" for one in page.evaluate(CUT_OFF)]
        faults += [f"{address} does not hold {one}" for one in page.evaluate(STICKS_OUT)]
    assert not faults, "\n".join(faults)


def test_a_coordinator_chooses_her_language_in_the_browser(made_up, desk, live_server, axe):
    page = desk()
    page.get_by_role("link", name="Language").click()
    axe(page)
    page.get_by_label(NAMES["name_local"]).check()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    assert page.evaluate("document.documentElement.lang") == CODE
    page.goto(live_server.url + "/admin/language/")
    axe(page)
