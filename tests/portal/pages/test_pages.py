"""The frame, the legal pages, the answers for machines and the error pages."""

import json
import re
from datetime import UTC, datetime, timedelta
from unittest import mock
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from all_portal.serving import errors
from all_portal.templatetags.portal import MAIN, current_link

TEXT_PAGES = ("/about/", "/privacy/", "/imprint/", "/accessibility/")


def page(client: Client, path: str) -> str:
    """Without the style, which tests/portal/looks/test_small_sheets.py looks at."""
    response = client.get(path)
    assert response.status_code == 200, path
    return re.sub(r"<style>.*?</style>", "", response.content.decode(), flags=re.DOTALL)


@pytest.mark.parametrize("path", TEXT_PAGES)
def test_a_text_page_opens_without_a_database_or_a_cookie(client, path):
    """Check 52: no database fixture here, so any query would fail the test."""
    response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]


@pytest.mark.parametrize("path", TEXT_PAGES)
def test_every_page_has_one_heading_a_title_a_description_and_a_way_past_the_menu(client, path):
    html = page(client, path)
    assert html.count("<h1") == 1
    assert re.search(r"<title>\S.* · ALL Portal</title>", html)
    assert len(re.search(r'<meta name="description" content="([^"]*)"', html)[1]) > 40
    assert html.index('href="#main"') < html.index("<header")
    assert '<main id="main"' in html


@pytest.mark.parametrize("path", TEXT_PAGES)
def test_a_page_holds_no_inline_style_script_or_foreign_address(client, path):
    """Checks 50 and 53."""
    html = page(client, path)
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", html)
    outside = [url for url in re.findall(r'(?:src|href)="(https?://[^"]+)"', html)]
    assert [url for url in outside if not url.startswith(settings.SITE_URL)] == []


def test_the_emergency_line_stands_above_everything_else(client):
    html = page(client, "/about/")
    assert html.index("New acute leukemia is an emergency.") < html.index("ALL <span>Portal</span>")
    assert f'href="{reverse("content:signs")}"' in html


@pytest.mark.parametrize(
    ("path", "lit"),
    [
        ("/leukemia/", "/leukemia/"),
        ("/leukemia/what-is-all/", "/leukemia/"),
        ("/leukemia/coming-to-germany/", "/leukemia/coming-to-germany/"),
        ("/", ""),
        ("/leukemia-other/", ""),
    ],
)
def test_the_menu_lights_the_nearest_place_only(path, lit):
    assert current_link(path, ["/programs/", "/leukemia/", "/leukemia/coming-to-germany/"]) == lit


def test_every_link_of_the_menu_exists():
    assert [reverse(name, args=args) for _label, name, args in MAIN] == [
        "/programs/",
        "/hospitals/",
        "/leukemia/",
        "/leukemia/coming-to-germany/",
        "/status/",
    ]


@override_settings(
    OPERATOR_NAME="Aid & Co",
    OPERATOR_ADDRESS="Street 2, 12345 Town, Germany",
    OPERATOR_EMAIL="office@example.org",
    OPERATOR_RESPONSIBLE="Ada Lovelace",
    OPERATOR_DATA_PROTECTION="data@example.org",
)
def test_the_imprint_names_who_answers_for_the_portal(client):
    html = page(client, "/imprint/")
    html = html[html.index("<h1") : html.index("<footer")]
    for words in ("Aid &amp; Co", "Street 2<br>12345 Town<br>Germany", "office@example.org", "Ada Lovelace"):
        assert words in html
    assert "data@example.org" in page(client, "/privacy/")


@override_settings(KEEP_CLOSED_ENQUIRY_DAYS=77, KEEP_BACKUP_DAYS=14)
def test_the_privacy_page_promises_the_times_that_are_set(client):
    html = page(client, "/privacy/")
    assert "77 days after it is closed" in html
    assert "At most 14 days" in html


@pytest.mark.django_db
def test_healthz_says_ok_with_one_query_and_sets_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")
    assert response.status_code == 200
    assert json.loads(response.content) == {"status": "ok", "outbox": "ok"}
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_healthz_says_when_the_database_is_away(client):
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("gone: secret detail")):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert json.loads(response.content) == {"status": "no database"}


def test_robots_stay_out_of_everything_personal(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    for prefix in ("/admin/", "/clinic/", "/enquiry/", "/status/"):
        assert f"Disallow: {prefix}" in lines
    assert lines[-1] == f"Sitemap: {settings.SITE_URL}/sitemap.xml"


@override_settings(OPERATOR_EMAIL="office@example.org")
def test_security_txt_names_a_contact_and_expires_within_a_year(client):
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:office@example.org"
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


def test_the_sitemap_lists_each_public_page_once_and_each_of_them_opens(client, catalog, guide):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(found) == len(set(found))
    paths = [place.removeprefix(settings.SITE_URL) for place in found]
    assert sum(bool(re.fullmatch(r"/programs/[a-z-]+/\d+-days/", path)) for path in paths) == 30
    assert sum(bool(re.fullmatch(r"/hospitals/[a-z-]+/", path)) for path in paths) == 5
    assert sum(bool(re.fullmatch(r"/leukemia/[a-z-]+/", path)) for path in paths) == 12
    assert [path for path in paths if client.get(path).status_code != 200] == []
    assert not [path for path in paths if path.startswith(("/status/", "/clinic/", "/enquiry/", "/admin/"))]


def test_home_shows_thirty_boxes_five_hospitals_and_four_steps(client, catalog):
    html = page(client, "/")
    assert html.count('name="p"') == 30
    assert html.count('name="advise"') == 5
    assert html.count("<h3>You ") + html.count("<h3>We ") == 4
    assert "csrfmiddlewaretoken" not in html


def test_home_opens_the_guide_with_minutes_and_the_picture_of_the_phases(client, catalog, guide):
    html = page(client, "/")
    doors = html[html.index('id="guide"') : html.index('id="hospitals"')]
    assert '<span class="meta">5 min</span><a href="/leukemia/what-is-all/">What is ALL?</a>' in doors
    assert "The whole guide: 11 pages, each claim with its source" in doors
    assert 'id="phases-t"' in doors


def test_home_holds_with_an_empty_catalog_and_no_guide(client, db):
    assert "No page of the guide is public at the moment." in page(client, "/")


def test_home_needs_the_same_few_queries_with_and_without_picks(
    client, catalog, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        client.get("/")
    with django_assert_max_num_queries(8):
        client.get("/?" + "&".join(f"p=ulm-{days}" for days in range(1, 60)))


@pytest.mark.parametrize(
    "query",
    ["p=%00", "page=999999999999999999999999", "days=-1", "p=" + "x" * 5000, "p[]=1", "advise=%F0%9F%A9%B8"],
)
def test_home_bears_any_address(client, catalog, query):
    """Check 23."""
    assert client.get("/?" + query).status_code in (200, 400)


def test_an_unknown_address_gets_ways_on_and_no_cookie(client):
    response = client.get("/no/such/page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "This page is not here" in html
    for path in ("/programs/", "/leukemia/", "/status/"):
        assert f'<a href="{path}">' in html
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")  # nobody has looked into the session


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (errors.bad_request, 400, "We could not read this request"),
        (errors.permission_denied, 403, "This page is not open to you"),
        (errors.page_not_found, 404, "This page is not here"),
        (errors.csrf_failure, 403, "We could not check where this form came from"),
        (errors.server_error, 500, "Something went wrong on our side"),
        (errors.unavailable, 503, "Back in a moment"),
    ],
)
def test_each_error_page_stands_without_session_user_or_database(view, status, words):
    """The request is bare: no middleware has touched it, and no database is allowed."""
    response = view(RequestFactory().get("/x"))
    assert response.status_code == status
    html = response.content.decode()
    assert f"<h1>{words}</h1>" in html
    assert 'href="/"' in html
    assert "New acute leukemia is an emergency." in html


def test_the_two_static_pages_need_no_template_engine_and_may_use_their_own_style():
    """Check 58."""
    source = (errors.TEMPLATES / "broken.html").read_text()
    assert "{%" not in source and "{{" not in source
    response = errors.server_error(RequestFactory().get("/x"))
    policy = response.headers["Content-Security-Policy"]
    assert re.search(r"style-src 'sha256-[A-Za-z0-9+/]{43}='", policy)
    assert "unsafe" not in policy


@pytest.fixture
def broken_home(client):
    client.raise_request_exception = False

    def get(error: Exception):
        with mock.patch("all_portal.pages.home.build_finder", side_effect=error):
            return client.get("/")

    return get


def test_a_fault_of_ours_is_a_500_that_tells_nothing_of_its_cause(broken_home, db):
    """Check 58."""
    response = broken_home(ValueError("canary-4711"))
    assert response.status_code == 500
    assert b"canary-4711" not in response.content
    assert b"Traceback" not in response.content


def test_a_database_that_is_away_is_a_503_with_a_time_to_come_back(broken_home, db):
    """Check 9."""
    response = broken_home(OperationalError("server closed the connection"))
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "15"
    assert b"Back in a moment" in response.content


def test_no_shared_part_of_a_public_page_asks_for_messages():
    """To look for one starts a session, and a session is a cookie."""
    for name in ("base.html", "components/site_head.html", "components/site_foot.html"):
        assert "messages" not in (errors.TEMPLATES / name).read_text()
