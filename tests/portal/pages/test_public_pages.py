"""How public pages travel: without cookies, compressed and named by their content, never older than what an
editor has just saved; and that a personal page is treated as none of that. Checks 50, 52 and 53."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from all_portal.serving import public_pages
from all_portal.serving.public_pages import (
    BROTLI_KEPT,
    BROTLI_NOW,
    Kept,
    PublicPagesMiddleware,
    best_encoding,
)
from content.models import GlossaryTerm
from hospitals.models import Hospital
from tests.portal.kinds_of_page import CACHING, PAGES, PERSONAL, ask

pytestmark = pytest.mark.one_database


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


@pytest.mark.parametrize("start", ["/about", "/programs"])
def test_no_client_says_where_the_portal_begins(client, shipped, start):
    """Where a server lets SCRIPT_NAME through, a personal page stays one under any address."""
    answer = client.get("/enquiry/", SCRIPT_NAME=start)
    assert "no-store" in answer.headers["Cache-Control"] and "Content-Encoding" not in answer.headers
    assert "<style>:root" not in answer.content.decode()
