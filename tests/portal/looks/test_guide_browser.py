"""The guide's form and its sheets in a real browser, on the screen and on paper."""

from io import BytesIO

import pikepdf
import pytest

pytestmark = pytest.mark.one_database


def test_a_refused_report_is_announced_and_led_to_the_field(served, new_context):
    page = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True).new_page()
    page.goto(served + "/report/?page=/leukemia/")
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("alert").inner_text().startswith("Please look at this again")
    field = page.get_by_label("What is wrong, and where on the page?")
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("A number is wrong.")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(served + "/report/thanks/")


def test_the_signs_print_on_one_a4_sheet_with_lines_to_fill_in(served, new_context):
    page = new_context().new_page()
    page.goto(served + "/leukemia/emergency-signs/")
    with pikepdf.open(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as paper:
        assert len(paper.pages) == 1
    page.emulate_media(media="print")
    assert page.get_by_text("Our own numbers, to fill in by hand").is_visible()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.callout li')).fontSize)") >= 17
    assert not page.get_by_role("link", name="Search").is_visible()
