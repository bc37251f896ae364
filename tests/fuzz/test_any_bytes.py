"""Check 23: any bytes to any address, by anyone, are answered and never a fault of ours, on either database.

FUZZ_EXAMPLES=20000 tries longer.
"""

import os
from urllib.parse import quote, quote_from_bytes

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.conftest import who_gets_furthest
from tests.portal.access.routes import routes

pytestmark = pytest.mark.slow
ROUTES = routes()
METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "JUNK")
WHO = ("stranger", "family", "hospital", "coordinator", "editor", "reviewer", "operator", "superuser")
NAMES = (
    "p",
    "advise",
    "q",
    "page",
    "hospital",
    "days",
    "next",
    "o",
    "e",
    "_popup",
    "_to_field",
    "all",
    "action",
    "id",
)
TROUBLE = (
    *(
        "",
        "0",
        "-1",
        "1e9999",
        "NaN",
        "Infinity",
        "9" * 30,
        "9" * 5000,
        "١٢",
        "1.5",
        "1,5",
        "0x10",
        "null",
        "[]",
        "{}",
    ),
    *(
        "\x00",
        "a\x00b",
        "\r\nSet-Cookie: a=b",
        "\u202e",
        "e" + "\u0301" * 500,
        "\ufeff",
        "👩‍👩‍👧",
        "%",
        "%s%n",
        "{0.__class__}",
    ),
    *(
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "../../etc/passwd",
        "//evil.example",
        "javascript:alert(1)",
    ),
    *(
        "ulm-21",
        "ulm-99",
        "ulm-" + "9" * 20,
        "nowhere-12",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "x" * 70_000,
    ),
)
RAW = (
    b"%00",
    b"%ED%A0%80",
    b"%FF%FE",
    b"%",
    b"%zz",
    b"&&==&",
    b"a=1;b=2",
    b"x[]=1&x[]=2",
    b"q=%F0%9F%98%80",
    b"p=" + b"a" * 9000,
)
FORM = "application/x-www-form-urlencoded"
BODIES = (
    *((FORM, raw) for raw in RAW),
    (FORM, b"&".join(b"f%d=1" % number for number in range(1100))),
    (f"{FORM}; charset=utf-7", b"a=b"),
    (f"{FORM}; charset=\x7f", b"a=b"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=" + "x" * 300, b"--x\r\n"),
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\x00\xff\r\n--b--\r\n"),  # noqa: E501
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=a; filename=\"../\x00.pdf\"\r\n\r\n%PDF"),  # noqa: E501
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Transfer-Encoding: base64\r\n" * 3 + b"\r\n!!!\r\n--b--"),
    ("application/json", b"[" * 100_000),
    ("application/json", b'{"a": "\\ud800"}'),
    ("\xff/\xfe", b"\xff"),
    ("", b""),
)  # fmt: skip

text = st.one_of(st.sampled_from(TROUBLE), st.text(max_size=40), st.integers().map(str), st.dates().map(str))
encoded = st.one_of(
    text.map(lambda value: quote(value, safe="", errors="surrogatepass")),
    st.binary(max_size=20).map(quote_from_bytes),
)


def pairs(names):
    pair = st.tuples(st.one_of(names, encoded), encoded).map("=".join)
    return st.lists(pair, max_size=6).map("&".join)


def ask(
    client, method: str, path: str, *, query: str = "", body: bytes = b"", kind: str = FORM, headers=None
):
    """One request, undone afterwards; the next one finds everything as it was."""
    cache.clear()
    cookies = client.cookies.output()
    with transaction.atomic():
        answer = client.generic(method, path, body, kind, QUERY_STRING=query, **(headers or {}))
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.load(cookies)
    return answer


def check(answer) -> None:
    assert answer.status_code < 500
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.django_db
@pytest.mark.slow
def test_any_bytes_to_any_address_by_anyone_are_answered(world):
    junk_headers = st.dictionaries(
        st.sampled_from(["HTTP_HOST", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_FOR",
                         "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH", "HTTP_RANGE", "HTTP_X_REQUESTED_WITH", "REMOTE_ADDR"]),  # noqa: E501
        st.one_of(st.sampled_from(["testserver", "null", "*", "de;q=9", "bytes=9-1", "1.2.3.4, junk"]),
                  st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=40)),
        max_size=2,
    )  # fmt: skip
    cookies = st.sampled_from(
        ["", "sessionid=junk", 'sessionid="aaaaaaaa\\000"', "csrftoken=\xff", "messages=e30:x", "=;=;a"]
    )
    fields = st.sampled_from([*world.fields, *NAMES])

    @settings(max_examples=int(os.environ.get("FUZZ_EXAMPLES", "300")))
    @given(st.data())
    def storm(data):
        route = data.draw(st.sampled_from(ROUTES))
        visitor = world.visitors[data.draw(st.sampled_from(WHO))]
        values = {
            name: data.draw(st.one_of(st.just(world.values.get(name, "")), text)) or "x"
            for name in route.parameters
        }
        path = route.path(**values) if route.plain else "/admin/" + data.draw(encoded)
        headers = data.draw(junk_headers)
        if cookie := data.draw(cookies):
            headers["HTTP_COOKIE"] = cookie
        kind, body = data.draw(
            st.one_of(st.sampled_from(BODIES), pairs(fields).map(lambda form: (FORM, form.encode())))
        )
        query = data.draw(st.one_of(pairs(fields), st.sampled_from(RAW).map(bytes.decode)))
        check(
            ask(
                visitor,
                data.draw(st.sampled_from(METHODS)),
                path,
                query=query,
                body=body,
                kind=kind,
                headers=headers,
            )
        )

    storm()


@pytest.mark.django_db
@pytest.mark.slow
def test_known_troublemakers_are_answered_everywhere(world):
    """Each address as the one person who gets furthest in it."""
    everything = "&".join(f"{quote(name)}={{0}}" for name in dict.fromkeys([*NAMES, *world.fields]))
    for number, route in enumerate(ROUTES):
        visitor = world.visitors[who_gets_furthest(route)]
        path = route.path(**world.values)
        for value in ("%00", "9" * 30):
            check(ask(visitor, "GET", path, query=everything.format(value)))
            check(ask(visitor, "POST", path, body=everything.format(value).encode()))
        kind, body = BODIES[number % len(BODIES)]
        check(ask(visitor, "POST", path, body=body, kind=kind))


def test_a_cookie_that_hides_a_nul_is_refused(client, db):
    """PostgreSQL would fail to look up such a session; SQLite would not."""
    answer = client.get("/admin/", headers={"cookie": 'sessionid="aaaaaaaa\\000"'})
    assert answer.status_code == 400
