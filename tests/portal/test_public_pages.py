"""How public pages travel: small, without cookies, compressed and named by their content, never older than what an
editor has just saved; and that a personal page is treated as none of that. Checks 50, 52 and 53."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from all_portal.look import stylesheet
from all_portal.look.page_style import PageStyleMiddleware, style_in
from all_portal.look.stylesheet import SMALL_SHEETS
from all_portal.serving import public_pages
from all_portal.serving.errors import style_digest
from all_portal.serving.public_pages import (
    BROTLI_KEPT,
    BROTLI_NOW,
    Kept,
    PublicPagesMiddleware,
    best_encoding,
)
from content.models import GlossaryTerm
from hospitals.models import Hospital
from tests.portal.states import listed

CACHING = "public, max-age=0, s-maxage=1, must-revalidate"
ONE_ROUND_TRIP, AT_MOST = 14 * 1024, 20 * 1024
PAGES = ["/", "/programs/", "/leukemia/what-is-all/"]
# One of each kind, with what only some of its states show.
KINDS = [
    *PAGES,
    "/programs/?p=ulm-21&advise=heidelberg&days=99",
    "/programs/?days=21&sort=stay",
    "/programs/compare/?p=ulm-21&p=freiburg-31&advise=heidelberg",
    "/programs/compare/",
    "/programs/ulm/21-days/",
    "/hospitals/",
    "/hospitals/ulm/",
    "/leukemia/",
    "/leukemia/symptoms-and-urgent-help/",
    "/leukemia/treatment-overview/",
    "/leukemia/coming-to-germany/",
    "/leukemia/emergency-signs/",
    "/coming-to-germany/papers/",
    "/glossary/",
    "/search/?q=mrd",
    "/search/?q=zzzzqqqq",
    "/about/",
    "/privacy/",
    "/imprint/",
    "/accessibility/",
    "/report/thanks/",
    "/no-such-page/",
    "/leukemia/no-such-page/",
    "/hospitals/no-such-page/",
]
PERSONAL = ["/enquiry/", "/status/", "/clinic/", "/admin/", "/admin/login/"]


@pytest.fixture
def shipped(catalog, guide) -> None:
    """With the catalog and the guide."""


def ask(client, path: str, accepted: str = "br, gzip", **headers: str) -> HttpResponse:
    return client.get(path, headers={"accept-encoding": accepted, **headers})


def test_a_page_arrives_whole_in_each_encoding(client, shipped):
    plain = ask(client, "/programs/", "")
    assert "Content-Encoding" not in plain.headers
    assert b"</html>" in plain.content
    for accepted, name, unpack in [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
    ]:
        packed = ask(client, "/programs/", accepted)
        assert packed.headers["Content-Encoding"] == name
        assert packed.headers["Content-Length"] == str(len(packed.content))
        assert unpack(packed.content) == plain.content
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_the_first_reader_gets_the_smallest_form_already_and_the_next_ones_the_same(client, shipped):
    first, second = (ask(client, "/leukemia/what-is-all/") for _ in range(2))
    assert first.content == second.content
    text = ask(client, "/leukemia/what-is-all/", "").content
    assert brotli.decompress(first.content) == text
    assert len(first.content) == len(brotli.compress(text, quality=BROTLI_KEPT))


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("", ""),
        ("identity", ""),
        ("zstd", ""),
        ("gzip", "gzip"),
        ("GZIP, BR", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.0, gzip; q=0", ""),
        ("gzip;q=1.0, br;q=0.1", "br"),
        (",,;;q=,br", "br"),
        ("\u00e9;q=\u00e9", ""),
    ],
)
def test_only_what_the_browser_takes(accepted, chosen):
    assert best_encoding(accepted) == chosen


def test_a_page_known_already_is_not_sent_again(client, shipped):
    for path in PAGES:
        first = ask(client, path)
        again = ask(client, path, **{"if-none-match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == CACHING
        assert again.headers["Vary"] == "Accept-Encoding"
        assert "Content-Encoding" not in again.headers
        # Another encoding, the same text: the same name.
        assert ask(client, path, "gzip").headers["ETag"] == first.headers["ETag"]
    assert ask(client, "/", **{"if-none-match": 'W/"of another page"'}).status_code == 200


def test_only_asking_for_the_head_tells_the_same(client, shipped):
    head = client.head("/programs/", headers={"accept-encoding": "br"})
    assert head.headers["ETag"] == ask(client, "/programs/").headers["ETag"]
    assert head.headers["Content-Encoding"] == "br"


def test_an_editors_change_shows_at_once(client, shipped):
    hospital, term = Hospital.objects.get(slug="ulm"), GlossaryTerm.objects.first()
    seen = {path: [ask(client, path) for _ in range(3)][-1] for path in ("/hospitals/", "/glossary/")}
    Hospital.objects.filter(pk=hospital.pk).update(name="Klinikum Canary")
    GlossaryTerm.objects.filter(pk=term.pk).update(definition="A canary is a small bird.")
    for path, words in (("/hospitals/", "Klinikum Canary"), ("/glossary/", "A canary is a small bird.")):
        now = ask(client, path, **{"if-none-match": seen[path].headers["ETag"]})
        assert now.status_code == 200
        assert words in brotli.decompress(now.content).decode()
        assert now.headers["ETag"] != seen[path].headers["ETag"]


def test_a_page_that_is_not_here_may_be_here_in_a_moment(client, db):
    answer = ask(client, "/no-such-page/")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-cache")
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", PERSONAL)
def test_personal_pages_are_neither_compressed_nor_kept(client, shipped, path):
    answer = ask(client, path)
    assert "Content-Encoding" not in answer.headers
    assert "ETag" not in answer.headers
    assert "no-store" in answer.headers["Cache-Control"]
    assert "public" not in answer.headers["Cache-Control"]


def a_page(**changes) -> HttpResponse:
    return HttpResponse("<p>The same for everyone.</p>" * 100, **changes)


def sent_through(response, path: str = "/about/", method: str = "get"):
    request = getattr(RequestFactory(), method)(path, headers={"accept-encoding": "br, gzip"})
    return PublicPagesMiddleware(lambda _request: response)(request)


def test_a_page_that_sets_or_reads_a_cookie_is_somebodys_own_wherever_it_stands():
    with_cookie = a_page()
    with_cookie.set_cookie("session", "secret")
    for page in (with_cookie, a_page(headers={"Vary": "Cookie"}), a_page(headers={"Vary": "origin, cookie"})):
        answer = sent_through(page)
        assert "Content-Encoding" not in answer.headers
        assert not {"ETag", "Cache-Control"} & set(answer.headers)


@pytest.mark.parametrize(
    "page",
    [
        a_page(headers={"Content-Encoding": "gzip"}),
        a_page(content_type="image/png"),
        StreamingHttpResponse([b"part"] * 200),
    ],
)
def test_what_is_packed_already_or_no_text_is_left_alone(page):
    before = dict(page.headers)
    assert dict(sent_through(page).headers) == before


def test_an_answer_to_a_form_is_left_alone():
    assert "Content-Encoding" not in sent_through(a_page(), method="post").headers


def test_what_an_answer_says_of_its_own_keeping_stands(client, db):
    assert "public" not in client.get("/healthz").headers["Cache-Control"]
    assert sent_through(a_page(headers={"Cache-Control": "no-store"})).headers["Cache-Control"] == "no-store"


def test_what_is_kept_in_memory_has_an_end():
    kept = Kept(most=3, most_bytes=100)
    for number in range(10):
        kept.put(str(number), b"x" * 10)
    assert (len(kept), kept.bytes) == (3, 30)
    kept.get("7")  # asked for, so it outlives the others
    kept.put("a", b"x" * 60)
    kept.put("b", b"x" * 35)
    assert (len(kept), kept.bytes) == (2, 95)
    kept.put("b", b"x" * 20)
    assert kept.bytes == 80
    kept.put("too large", b"x" * 101)
    assert (len(kept), kept.bytes) == (0, 0)


def test_pages_with_a_query_are_not_kept(client, shipped, monkeypatch):
    """There is no end of them, and the small packing is dear."""
    qualities = []
    pack = brotli.compress
    monkeypatch.setattr(
        public_pages.brotli,
        "compress",
        lambda body, quality: qualities.append(quality) or pack(body, quality=quality),
    )
    for _ in range(3):
        ask(client, "/search/?q=mrd")
    assert qualities == [BROTLI_NOW] * 3
    qualities.clear()
    for _ in range(3):
        ask(client, "/about/")
    assert qualities == [BROTLI_KEPT]


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


@pytest.mark.parametrize("start", ["/about", "/programs"])
def test_no_client_says_where_the_portal_begins(client, shipped, start):
    """Where a server lets SCRIPT_NAME through, a personal page stays one under any address."""
    answer = client.get("/enquiry/", SCRIPT_NAME=start)
    assert "no-store" in answer.headers["Cache-Control"] and "Content-Encoding" not in answer.headers
    assert "<style>:root" not in answer.content.decode()


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


STYLES = """() => [...document.querySelectorAll('body, body *')].map(element => {
    const style = getComputedStyle(element);
    return element.tagName + '.' + element.getAttribute('class') + ' '
        + [...style].filter(name => !name.startsWith('--')).map(name => name + ':' + style[name]).join(';');
})"""


# A sheet made by a script is no part of the page, so the page's policy has nothing to say about it.
PUT_ON_THE_WHOLE = """text => {
    const whole = new CSSStyleSheet();
    whole.replaceSync(text);
    document.querySelector('style').remove();
    document.adoptedStyleSheets = [whole];
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_looks_the_same_under_its_small_sheet_as_under_the_whole_one(served, new_context, width):
    page = new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce").new_page()
    differing = {}
    for path in KINDS:
        page.goto(served + path)
        small = page.evaluate(STYLES)
        page.evaluate(PUT_ON_THE_WHOLE, stylesheet.joined())
        whole = page.evaluate(STYLES)
        if found := [(a, b) for a, b in zip(small, whole, strict=True) if a != b]:
            differing[path] = [differences(*pair) for pair in found[:3]]
    assert differing == {}


def differences(one: str, other: str) -> str:
    pairs = zip(one.split(";"), other.split(";"), strict=False)
    return one.split(" ", maxsplit=1)[0] + ": " + ", ".join(f"{a} | {b}" for a, b in pairs if a != b)[:200]


def first_view(context, address: str) -> dict[str, float]:
    """Each address asked for, with the bytes of its answer on the wire, headers too."""
    page = context.new_page()
    addresses: dict[str, str] = {}
    weights: dict[str, float] = {}
    wire = context.new_cdp_session(page)
    wire.on(
        "Network.responseReceived", lambda one: addresses.update({one["requestId"]: one["response"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda one: weights.update({one["requestId"]: one["encodedDataLength"]})
    )
    wire.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return {address: weights[one] for one, address in addresses.items() if not address.startswith("data:")}


def test_the_first_view_is_small_and_asks_for_little(served, client, new_context):
    """The promise is 14 KB for home, the programs and each article (what one round trip of a new connection carries),
    20 KB for any other page, and one request, nothing of others and no cookie. Headers count."""
    sitemap = client.get("/sitemap.xml").content.decode()
    found = {}
    for path in dict.fromkeys([*listed(sitemap), *KINDS]):
        context = new_context(viewport={"width": 360, "height": 740})
        loaded = first_view(context, served + path)
        weight = sum(loaded.values())
        most = ONE_ROUND_TRIP if path in {"/", "/programs/"} or is_article(path) else AT_MOST
        ours = all(address.startswith(served) for address in loaded)
        if weight > most or len(loaded) > 1 or context.cookies() or not ours:
            found[path] = (weight, loaded, context.cookies())
        context.close()
    assert found == {}


def is_article(path: str) -> bool:
    return path.startswith("/leukemia/") and path.count("/") == 3
