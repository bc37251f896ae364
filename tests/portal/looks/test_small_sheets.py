"""The small sheet inside each public page: nothing missing, nothing unused, and the same look as the whole one."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from all_portal.look import stylesheet
from all_portal.look.page_style import PageStyleMiddleware, style_in
from all_portal.look.stylesheet import SMALL_SHEETS
from all_portal.serving.style_digest import style_digest
from tests.portal.kinds_of_page import KINDS, PERSONAL
from tests.portal.looks.states import listed

pytestmark = pytest.mark.one_database


def sheet_in(html: str) -> str:
    """The name of the small sheet that stands in the page; empty where it loads the whole one."""
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    return next((name for name in SMALL_SHEETS if style and stylesheet.joined(name) == style[1]), "")


def classes_of_sheet(sheet: str) -> set[str]:
    return set(re.findall(r"\.(-?[_a-z][\w-]*)", stylesheet.joined(sheet), re.IGNORECASE))


def test_no_public_page_uses_a_class_its_small_sheet_leaves_out(client, shipped):
    """A class that only another sheet explains: move its rules to a source that both sheets have."""
    everything, missing = classes_of_sheet(""), {}
    for path in [*listed(client.get("/sitemap.xml").content.decode()), *KINDS]:
        html = client.get(path).content.decode()
        used = {name for names in re.findall(r'\sclass="([^"]*)"', html) for name in names.split()}
        if unknown := used & everything - classes_of_sheet(sheet_in(html)):
            missing[f"{sheet_in(html)} at {path}"] = unknown
    assert missing == {}


def test_no_rule_styles_what_nothing_uses():
    """Each class of the sheet stands in a template, a script or the code that writes HTML."""
    places = [
        *Path("templates").rglob("*.*"),
        *Path("static/js").glob("*.js"),
        *(
            path
            for app in ("all_portal", "content", "enquiries", "ground", "hospitals", "programs")
            for path in Path(app).rglob("*.py")
        ),
    ]
    written = set(re.findall(r"[\w-]+", " ".join(path.read_text() for path in places)))
    # Made of parts: badge--{{ tone }}, compare__{{ key }}
    stems = tuple(word for word in written if word.endswith(("--", "__")) and len(word) > 3)
    made = {name for name in classes_of_sheet("") if name.startswith(stems)}
    assert classes_of_sheet("") - written - made == set()


def test_every_public_page_holds_a_small_sheet_and_asks_for_no_other(client, shipped):
    paths = [*listed(client.get("/sitemap.xml").content.decode()), *KINDS]
    pages = {path: client.get(path).content.decode() for path in paths}
    assert [path for path, html in pages.items() if not sheet_in(html) or 'rel="stylesheet"' in html] == []


@pytest.mark.parametrize("path", [*PERSONAL, "/status/no-such-page/"])
def test_a_personal_page_travels_unpacked_so_it_shares_one_file_instead(client, shipped, path):
    assert "<style>:root" not in client.get(path).content.decode()


def test_while_developing_a_changed_rule_shows_at_once(client, settings, monkeypatch):
    request = RequestFactory().get("/about/")
    kept = style_in(request, "reading")
    monkeypatch.setattr(stylesheet, "joined", lambda sheet: "p{color:red}")
    assert style_in(request, "reading") == kept
    settings.DEBUG = True
    assert style_in(request, "reading") == "p{color:red}"
    assert request.style_in_page == f"'{style_digest('p{color:red}')}'"


def test_a_policy_that_an_answer_brings_along_stands(rf):
    """Such as none at all, for Django's own page of a fault while developing: it has a style of its own."""

    def view(request):
        style_in(request, "reading")
        response = HttpResponse("x")
        response._csp_config = {}
        return response

    assert PageStyleMiddleware(view)(rf.get("/about/"))._csp_config == {}


def test_a_page_asked_for_again_keeps_its_style(served, new_context):
    """A browser takes the policy of a 304 for the page it holds: were it another one, the page would be bare."""
    page = new_context().new_page()
    statuses = []
    page.on("response", lambda answer: statuses.append(answer.status))
    page.goto(served + "/about/")
    ground = "getComputedStyle(document.body).backgroundColor"
    styled = page.evaluate(ground)
    page.goto(served + "/privacy/")
    page.goto(served + "/about/")
    page.reload()
    assert page.evaluate(ground) == styled == "rgb(251, 250, 246)"
    again = page.context.request.get(served + "/about/", headers={"Accept-Encoding": "br"})
    known = page.context.request.get(served + "/about/", headers={"If-None-Match": again.headers["etag"]})
    assert known.status == 304
    assert known.headers["content-security-policy"] == again.headers["content-security-policy"]


# Compared in the page itself: written out, all styles of all elements are some megabytes.
STYLES = """() => {
    const names = [...getComputedStyle(document.body)].filter(name => !name.startsWith('--'));
    return [...document.querySelectorAll('body, body *')].map(element => {
        const style = getComputedStyle(element);
        return element.tagName + '.' + element.getAttribute('class') + ' '
            + names.map(name => name + ':' + style.getPropertyValue(name)).join(';');
    });
}"""
SHOWN = f"width => {{ (window.small ??= {{}})[width] = ({STYLES})(); }}"
DIFFERING = f"""width => {{
    const small = window.small[width], whole = ({STYLES})();
    if (small.length !== whole.length) throw new Error('the page itself has changed');
    return small.map((one, place) => [one, whole[place]]).filter(([one, other]) => one !== other).slice(0, 3);
}}"""
# A sheet made by a script is no part of the page, so the page's policy has nothing to say about it.
PUT_ON_THE_WHOLE = """text => {
    const whole = new CSSStyleSheet();
    whole.replaceSync(text);
    document.querySelector('style').remove();
    document.adoptedStyleSheets = [whole];
}"""
WIDTHS = (360, 1280)


@pytest.mark.slow
def test_a_page_looks_the_same_under_its_small_sheet_as_under_the_whole_one(served, new_context):
    page = new_context(reduced_motion="reduce").new_page()
    differing = {}
    for path in KINDS:
        page.goto(served + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(SHOWN, width)
        page.evaluate(PUT_ON_THE_WHOLE, stylesheet.joined())
        for width in reversed(WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(DIFFERING, width):
                differing[f"{path} at {width}"] = [differences(*pair) for pair in found]
    assert differing == {}


def differences(one: str, other: str) -> str:
    pairs = zip(one.split(";"), other.split(";"), strict=False)
    return one.split(" ", maxsplit=1)[0] + ": " + ", ".join(f"{a} | {b}" for a, b in pairs if a != b)[:200]
