"""The way from a page to itself in another language, for readers and for search engines."""

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils.translation import override

from enquiries.models import Enquiry
from languages.templatetags.languages import language_line
from tests.enquiries.entry.zone_doors import as_family
from tests.languages.made_up import CODE, NAMES
from tests.portal.crawl import read

pytestmark = pytest.mark.one_database

LINE = re.compile(r'<nav class="languages.*?</nav>', re.DOTALL)
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">')
XHTML = "{http://www.w3.org/1999/xhtml}link"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}url"


def line(html: str) -> list[tuple[str, ...]]:
    found = LINE.search(html)
    links = r'<a href="([^"]+)" hreflang="([\w-]+)" lang="\2" dir="(\w+)"( aria-current="true")?>([^<]+)</a>'
    return re.findall(links, found[0]) if found else []


def test_with_one_language_nothing_is_drawn(client, catalog, settings):
    settings.LANGUAGES = [("en", "English")]
    page = client.get("/programs/").text
    assert line(page) == [] and "hreflang" not in page and 'class="languages' not in page
    assert "hreflang" not in client.get("/sitemap.xml").text


def test_the_line_names_each_language_as_it_calls_itself_and_stays_on_the_page(made_up, client, catalog):
    query = "?days=21&amp;p=ulm-21&amp;advise=aachen"
    page = client.get("/programs/" + query.replace("&amp;", "&")).text
    assert line(page) == [
        (f"/programs/{query}", "en", "ltr", ' aria-current="true"', "English"),
        (f"/{CODE}/programs/{query}", CODE, "rtl", "", NAMES["name_local"]),
    ]
    there = client.get(f"{made_up}/programs/" + query.replace("&amp;", "&")).text
    assert [one[3] for one in line(there)] == ["", ' aria-current="true"']
    assert re.search(r'<input[^>]*value="ulm-21"[^>]*checked', there)


def test_nothing_typed_into_an_address_leaves_the_link(made_up, client, db):
    page = client.get('/search/?q="><script>alert(1)</script>').text
    assert "<script>alert" not in page and len(line(page)) == 2


def test_where_there_is_no_page_the_line_leads_to_the_first(made_up, client, db):
    assert [one[0] for one in line(client.get("/no-such-page/?p=ulm-21").text)] == ["/", f"/{CODE}/"]


def test_a_page_that_answers_a_form_offers_no_way_that_would_lose_its_words(made_up, client, ulm):
    assert len(line(client.get("/enquiry/").text)) == 2
    assert line(client.post("/enquiry/check/", {}).text) == []


def test_a_page_that_follows_its_reader_offers_no_switch(made_up, haddad):
    family = as_family(haddad)
    assert line(family.get("/status/enquiry/").text) == []
    assert Enquiry.objects.get().language == "en"


def test_a_page_without_a_request_has_no_line():
    assert language_line({}) == {"choices": []}


def test_each_public_page_names_all_its_languages_and_english_for_everyone_else(made_up, client, catalog):
    expected = [
        ("en", f"{settings.SITE_URL}/programs/"),
        (CODE, f"{settings.SITE_URL}/{CODE}/programs/"),
        ("x-default", f"{settings.SITE_URL}/programs/"),
    ]
    for path in ("/programs/?p=ulm-21", f"{made_up}/programs/"):
        page = client.get(path).text
        assert ALTERNATE.findall(page) == expected
    assert f'<link rel="canonical" href="{settings.SITE_URL}/{CODE}/programs/">' in page
    assert ALTERNATE.findall(client.get("/status/").text) == []


def test_the_first_page_says_its_language_and_its_own_address_to_search_engines(made_up, client, catalog):
    for path, code in (("/", "en"), (f"{made_up}/", CODE)):
        (site,) = [one for one in read(path, client).data if one["@type"] == "WebSite"]
        assert (site["inLanguage"], site["url"]) == (code, settings.SITE_URL + path)


def test_the_sitemap_lists_each_page_in_each_language_with_all_of_them(made_up, client, catalog, guide):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    named = [[(one.get("hreflang"), one.get("href")) for one in url.iter(XHTML)] for url in tree.iter(URL)]
    assert len(named) % 2 == 0 and len(named) >= 110
    assert named[0] == named[1] == [
        ("en", f"{settings.SITE_URL}/"),
        (CODE, f"{settings.SITE_URL}/{CODE}/"),
        ("x-default", f"{settings.SITE_URL}/"),
    ]  # fmt: skip


def test_words_too_long_for_a_drawing_are_drawn_closer():
    template = Template("{% load languages %}<text{% fitting words 100 10 %}>")
    assert template.render(Context({"words": "x" * 16})) == "<text>"
    closer = '<text textLength="100" lengthAdjust="spacingAndGlyphs">'
    assert template.render(Context({"words": "x" * 17})) == closer


@pytest.mark.parametrize(
    ("page", "text", "marked"),
    [
        ("en", "en", "<b></b>"),
        (CODE, "en", '<b lang="en" dir="ltr"></b>'),
        ("en", CODE, f'<b lang="{CODE}" dir="rtl"></b>'),
        (CODE, "", "<b></b>"),
    ],
)
def test_a_text_in_another_language_than_its_page_says_so(made_up, page, text, marked):
    template = Template("{% load languages %}<b{% in_language code %}></b>")
    with override(page):
        assert template.render(Context({"code": text})) == marked
