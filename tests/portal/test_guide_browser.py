"""The guide's pages in a real browser: readable on any machine, and the two sheets on paper."""

from io import BytesIO

import pikepdf
import pytest

PAGES = [
    "/leukemia/emergency-signs/",
    "/coming-to-germany/papers/",
    "/report/?page=/leukemia/",
    "/report/thanks/",
]
MACHINES = {
    "small phone": {"viewport": {"width": 320, "height": 640}},
    "desk at night": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.browser
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("machine", MACHINES)
def test_sheets_and_form_are_accessible_and_fit_in_both_directions(
    served, new_context, axe, machine, direction
):
    page = new_context(**MACHINES[machine]).new_page()
    for path in PAGES:
        page.goto(served + path)
        page.evaluate("direction => document.documentElement.dir = direction", direction)
        axe(page)
        assert fits(page), path


@pytest.mark.browser
def test_a_refused_report_is_announced_and_led_to_the_field(served, new_context, axe):
    page = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True).new_page()
    page.goto(served + "/report/?page=/leukemia/")
    page.get_by_role("button", name="Send").click()
    axe(page)
    assert page.get_by_role("alert").inner_text().startswith("Please look at this again")
    field = page.get_by_label("What is wrong, and where on the page?")
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("A number is wrong.")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(served + "/report/thanks/")


@pytest.mark.browser
def test_the_signs_print_on_one_a4_sheet_with_lines_to_fill_in(served, new_context):
    page = new_context().new_page()
    page.goto(served + "/leukemia/emergency-signs/")
    with pikepdf.open(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as paper:
        assert len(paper.pages) == 1
    page.emulate_media(media="print")
    assert page.get_by_text("Our own numbers, to fill in by hand").is_visible()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.callout li')).fontSize)") >= 17
    assert not page.get_by_role("link", name="Search").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("machine", MACHINES)
def test_every_article_is_accessible_and_fits(served, new_context, axe, machine):
    from content.models import Article

    page = new_context(**MACHINES[machine]).new_page()
    for article in Article.objects.public():
        page.goto(served + article.get_absolute_url())
        axe(page)
        assert fits(page), article.slug
