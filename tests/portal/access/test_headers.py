"""What every answer carries (checks 47, 49, 50 and 52), whatever it answers."""

import base64
import hashlib
import re

import pytest
from django.test import Client

from tests.portal.access.access_table import PUBLIC, TABLE
from tests.portal.access.routes import routes

pytestmark = pytest.mark.one_database

LISTED = [route for route in routes() if route.name in TABLE]
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}
CONTRACT = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
    ),
}
PERSONAL = ("/enquiry/", "/status/", "/clinic/", "/admin/")
# The report of an error is a form: what a reader types there is nobody else's, and a form needs its cookie.
FORM = "/report/"


def check(response) -> None:
    assert {name: response.headers.get(name) for name in CONTRACT} == CONTRACT, response.request["PATH_INFO"]
    policy = set(response.headers["Content-Security-Policy"].split("; "))
    assert policy in (POLICY, policy_for_style_in(response))


def policy_for_style_in(response) -> set[str]:
    """A page that holds its style allows exactly that style, by its digest, and no other."""
    style = re.search(rb"<style>(.*?)</style>", response.content, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[1]).digest()).decode() if style else ""
    return POLICY - {"style-src 'self'"} | {f"style-src 'sha256-{digest}'"}


@pytest.fixture
def shipped(catalog, guide) -> None:
    """With the catalog and the guide: pages that exist, not only refusals."""


def path_of(route) -> str:
    return route.path(**TABLE[route.name].example)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_carries_the_whole_contract(client, shipped, method):
    for route in LISTED:
        check(client.generic(method, path_of(route)))


def test_personal_pages_are_never_stored(client, shipped):
    never_stored = {
        path
        for path in map(path_of, LISTED)
        if "no-store" in client.get(path).headers.get("Cache-Control", "")
    }
    personal = {path for path in map(path_of, LISTED) if path.startswith(PERSONAL)}
    assert never_stored == personal | {"/healthz", FORM}


def test_a_public_page_sets_no_cookie_and_does_not_depend_on_one(client, shipped):
    public = [path_of(route) for route in LISTED if TABLE[route.name].zone == PUBLIC]
    answers = {path: client.get(path) for path in public if not path.startswith(PERSONAL) and path != FORM}
    assert {path: dict(answer.cookies) for path, answer in answers.items() if answer.cookies} == {}
    assert [path for path, answer in answers.items() if "Cookie" in answer.headers.get("Vary", "")] == []


@pytest.mark.parametrize(
    "path", ["/no-such-page/", "/programs/no-slash", "/%00", "/?x=%00", "/static/no-such.css"]
)
def test_refusals_and_redirects_carry_it_too(client, db, path):
    check(client.get(path))


def test_a_foreign_host_is_refused_under_the_contract(client, db):
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    check(answer)


def test_a_form_without_its_key_is_refused_under_the_contract(db):
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    check(answer)


def test_a_fault_of_ours_is_answered_under_the_contract(db, monkeypatch):
    def fail(request):
        raise RuntimeError("Canary-Haddad")

    monkeypatch.setattr(
        "django.middleware.common.CommonMiddleware.process_request", lambda self, request: fail(request)
    )
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Canary" not in answer.text
    assert {name: answer.headers.get(name) for name in CONTRACT} == CONTRACT
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_with_tls_a_plain_request_is_sent_to_https_under_the_contract(client, settings, db):
    """Check 49."""
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/programs/")
    assert (answer.status_code, answer.url) == (301, "https://testserver/programs/")
    check(answer)


def test_over_tls_browsers_are_told_to_stay_there_for_a_year(client, settings, db):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    assert (
        client.get("/about/", secure=True)
        .headers["Strict-Transport-Security"]
        .startswith("max-age=31536000; includeSubDomains")
    )
