"""What search engines and messengers read: one address, one title, one picture per page, and no claim too many."""

import gzip
import json
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.utils import timezone
from PIL import Image

from all_portal.templatetags.sharing import data_block
from content.models import Article, ArticleRevision
from hospitals.models import Hospital
from programs.models import Program
from tests.portal.crawl import PERSONAL, read

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LASTMOD = "{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod"
ARTICLE = "/leukemia/what-is-all/"


@pytest.fixture
def listed(public) -> dict:
    """What a search engine may list."""
    return {path: page for path, page in public.items() if page.is_for_search and "?" not in path}


def kinds(page) -> list[str]:
    return sorted(thing["@type"] for thing in page.data)


def test_every_listed_page_has_a_title_and_a_description_of_its_own(listed):
    assert len(listed) >= 55
    titles = {page.title for page in listed.values()}
    descriptions = {page.meta["description"][0] for page in listed.values()}
    assert (len(titles), len(descriptions)) == (len(listed), len(listed))
    assert [path for path, page in listed.items() if not page.title.endswith(" · ALL Portal")] == []
    assert {path: len(page.title) for path, page in listed.items() if not 18 < len(page.title) < 90} == {}
    lengths = {path: len(page.meta["description"][0]) for path, page in listed.items()}
    assert {path: n for path, n in lengths.items() if not 50 <= n <= 400} == {}


def test_no_page_at_all_is_without_title_description_or_one_heading(site):
    pages = [page for page in site.values() if page.html]
    assert [page.path for page in pages if len(page.title) < 15] == []
    assert [page.path for page in pages if not "".join(page.meta.get("description", [])).strip()] == []
    assert {page.path: page.headings for page in pages if page.headings != 1} == {}


def test_each_listed_page_names_its_one_address_and_its_card(listed):
    picture = f"{settings.SITE_URL}/static/img/og.png"
    for path, page in listed.items():
        assert page.meta["canonical"] == [settings.SITE_URL + path]
        assert page.meta["og:url"] == [settings.SITE_URL + path]
        assert page.meta["og:title"] == [page.title.removesuffix(" · ALL Portal")]
        assert page.meta["og:description"] == page.meta["description"]
        assert (page.meta["og:image"], page.meta["twitter:card"]) == ([picture], ["summary_large_image"])


def test_the_address_comes_from_the_settings_whatever_the_host_says(client, catalog, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://portal.example.org", ["*"]
    html = client.get("/hospitals/ulm/", headers={"host": "evil.example"}).content.decode()
    assert '<link rel="canonical" href="https://portal.example.org/hospitals/ulm/">' in html
    assert "evil.example" not in html


@pytest.mark.parametrize("query", ["hospital=ulm", "page=2", "sort=city&days=21", "p=ulm-21", "utm_source=x"])
def test_a_filtered_list_of_programs_is_one_page_to_a_search_engine(client, catalog, query):
    assert read(f"/programs/?{query}", client).meta["canonical"] == [settings.SITE_URL + "/programs/"]


@pytest.mark.parametrize(
    "path", ["/search/?q=ulm", "/search/?q=zzzz", "/programs/compare/?p=ulm-21&advise=aachen"]
)
def test_every_search_and_comparison_is_one_page_to_a_search_engine(client, catalog, guide, path):
    """Nobody finds what somebody else looked for or picked; the bare page may be found."""
    page = read(path, client)
    assert page.meta["canonical"] == page.meta["og:url"] == [settings.SITE_URL + path.partition("?")[0]]
    assert page.is_for_search


def test_personal_zones_are_never_listed_or_shared(client, site):
    shared = [
        path
        for path in site
        if path.startswith(PERSONAL) and {"canonical", "og:title"} & set(site[path].meta)
    ]
    assert shared == []
    open_doors = [path for path in site if path.startswith(PERSONAL) and site[path].status == 200]
    assert len(open_doors) > 3
    assert [
        path for path in open_doors if "noindex" not in client.get(path).headers.get("X-Robots-Tag", "")
    ] == []
    missing = read("/no-such-page/", client)
    assert not missing.is_for_search and "canonical" not in missing.meta


def test_the_picture_is_drawn_by_us_of_the_usual_size_and_light():
    file = Path(finders.find("img/og.png"))
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert file.stat().st_size < 40_000
    drawing = Path(finders.find("img/og.svg")).read_text()
    assert 'viewBox="0 0 1200 630"' in drawing
    assert not re.search(r"<image|href|https?://(?!www\.w3\.org)", drawing)


def test_a_browser_finds_an_icon_even_where_it_has_read_no_page(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.url) == (302, "/static/img/favicon.ico")
    assert finders.find("img/favicon.ico")


def test_the_icon_in_the_page_is_the_one_that_was_drawn(client, db):
    """It stands in the page itself, which saves each first visit a request and a kilobyte."""
    icon = re.search(r'<link rel="icon" href="data:image/svg\+xml,([^"]+)">', read("/about/", client).html)[1]
    drawn = Path(finders.find("img/favicon.svg")).read_text().strip()
    assert unquote(icon).replace("'", '"') == drawn


def test_the_sitemap_holds_exactly_the_listed_pages_with_the_day_each_changed(client, catalog, guide, listed):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    paths = [one.text.removeprefix(settings.SITE_URL) for one in tree.iter(LOC)]
    assert sorted(paths) == sorted(listed)
    days = {one.find(LOC).text.removeprefix(settings.SITE_URL): one.find(LASTMOD) for one in tree}
    assert days[ARTICLE].text == Article.objects.get(slug="what-is-all").published.written_on.isoformat()
    assert days["/programs/ulm/21-days/"].text == days["/hospitals/ulm/"].text == "2026-11-23"
    assert days["/imprint/"] is None


def test_what_is_not_public_leaves_the_sitemap(client, catalog, guide):
    Hospital.objects.filter(slug="aachen").update(is_published=False)
    Program.objects.filter(hospital__slug="ulm", stay_days=12).update(is_active=False)
    Article.objects.filter(slug="what-is-all").update(published=None)
    text = client.get("/sitemap.xml").content.decode()
    assert "aachen" not in text and "/programs/ulm/12-days/" not in text and "what-is-all" not in text
    assert "/programs/ulm/21-days/" in text


def test_each_kind_of_page_says_what_it_is(public):
    assert kinds(public["/"]) == ["Organization", "WebSite"]
    assert kinds(public["/leukemia/"]) == ["MedicalWebPage"]
    assert kinds(public[ARTICLE]) == ["BreadcrumbList", "MedicalWebPage"]
    assert kinds(public["/hospitals/ulm/"]) == ["BreadcrumbList", "Hospital"]
    assert kinds(public["/programs/ulm/21-days/"]) == ["BreadcrumbList"]
    (guide,) = public["/leukemia/"].data
    assert (guide["about"]["@type"], guide["about"]["name"]) == (
        "MedicalCondition",
        "Acute lymphoblastic leukemia",
    )


def test_the_way_here_ends_at_the_page_itself(public):
    (way,) = [one for one in public["/programs/ulm/21-days/"].data if one["@type"] == "BreadcrumbList"]
    assert [(one["position"], one["name"], one["item"]) for one in way["itemListElement"]] == [
        (1, "Programs", settings.SITE_URL + "/programs/"),
        (2, "Ulm University Hospital, 21 days", settings.SITE_URL + "/programs/ulm/21-days/"),
    ]


def test_no_page_offers_sells_or_rates_anything(site):
    text = " ".join(json.dumps(page.data) for page in site.values() if page.html)
    assert not re.search(
        r"Offer|[Pp]rice|[Rr]ating|[Rr]eview\"|telephone|email|MedicalTherapy|Physician", text
    )


def test_a_text_no_physician_read_claims_no_review(public):
    (article,) = [one for one in public[ARTICLE].data if one["@type"] == "MedicalWebPage"]
    assert article["datePublished"] == article["dateModified"] == "2026-11-23"
    assert not {"lastReviewed", "reviewedBy"} & set(article)


@pytest.mark.parametrize(("as_physician", "claimed"), [(True, "2026-12-01"), (False, None)])
def test_a_review_is_claimed_only_where_a_physician_made_it(client, guide, as_physician, claimed):
    reviewer = User.objects.create_user("reviewer")
    reviewed_at = timezone.make_aware(timezone.datetime(2026, 12, 1, 12))
    ArticleRevision.objects.filter(article__slug="what-is-all").update(
        reviewed_at=reviewed_at, reviewed_by=reviewer, reviewed_as_physician=as_physician
    )
    (article,) = [one for one in read(ARTICLE, client).data if one["@type"] == "MedicalWebPage"]
    assert article.get("lastReviewed") == claimed
    assert ("reviewedBy" in article) is as_physician


def test_a_hospitals_address_is_told_only_where_it_was_read_in_a_source(client, catalog):
    hospital = Hospital.objects.get(slug="ulm")
    address = hospital.facts.get(key="address")
    (told,) = [one for one in read("/hospitals/ulm/", client).data if one["@type"] == "Hospital"]
    assert (told["address"], told["name"]) == (address.value, "Ulm University Hospital")
    hospital.facts.filter(key="address").update(status="not_confirmed")
    (told,) = [one for one in read("/hospitals/ulm/", client).data if one["@type"] == "Hospital"]
    assert "address" not in told


def test_nothing_an_editor_types_can_end_the_data_block(client, catalog):
    name = "</script><script>alert(1)</script>&\u2028<!--"
    Hospital.objects.filter(slug="ulm").update(name=name)
    page = read("/hospitals/ulm/", client)
    assert page.html.count("<script") == 1
    assert [one["name"] for one in page.data if one["@type"] == "Hospital"] == [name]


def test_the_data_block_reads_back_as_it_was():
    value = {"a": "<>&\u2028\u2029é\"'\\", "b": [1, None]}
    inner = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', str(data_block(value)))[1]
    assert not re.search("[<>&\u2028\u2029]", inner)
    assert json.loads(inner) == value


def test_the_head_adds_less_than_a_kilobyte_on_the_wire(client, catalog, guide):
    for path in ("/", ARTICLE, "/hospitals/ulm/"):
        html = read(path, client).html
        bare = re.sub(
            r'<script type="application/ld.*?</script>|<meta property=.*?>', "", html, flags=re.DOTALL
        )
        assert len(gzip.compress(html.encode())) - len(gzip.compress(bare.encode())) < 1000, path


def test_the_browsers_policy_has_nothing_to_say_about_data_blocks(served, new_context):
    """`watch` fails the test with each violation the browser reports."""
    tab = new_context().new_page()
    tab.add_init_script(
        "window.said = []; document.addEventListener('securitypolicyviolation', e => said.push(e.violatedDirective))"
    )
    for path in ("/", ARTICLE, "/hospitals/ulm/", "/programs/ulm/21-days/"):
        tab.goto(served + path)
        kept = tab.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent")
        assert json.loads(kept)["@context"] == "https://schema.org"
        assert tab.evaluate("said") == []


@pytest.mark.parametrize(
    "path", [ARTICLE, "/hospitals/aachen/", "/programs/ulm/12-days/", "/programs/aachen/21-days/"]
)
def test_what_was_taken_down_says_so_and_shows_ways_on(client, catalog, guide, path):
    assert client.get(path).status_code == 200
    Article.objects.filter(slug="what-is-all").update(published=None)
    Hospital.objects.filter(slug="aachen").update(is_published=False)
    Program.objects.filter(hospital__slug="ulm", stay_days=12).update(is_active=False)
    page = read(path, client)
    assert page.status == 410
    assert "This page was taken down" in page.text
    assert {"/programs/", "/hospitals/", "/leukemia/"} <= set(page.links)
    assert not page.is_for_search and "canonical" not in page.meta and page.data == []


@pytest.mark.parametrize(
    "path", ["/leukemia/only-a-draft/", "/hospitals/atlantis/", "/programs/ulm/13-days/"]
)
def test_what_never_was_public_is_simply_not_there(client, catalog, guide, path):
    article = Article.objects.create(slug="only-a-draft")
    author = User.objects.create_user("editor")
    ArticleRevision.objects.create(
        article=article,
        number=1,
        title="Canary",
        summary="x",
        body="y",
        written_on=date.today(),
        author=author,
    )
    page = read(path, client)
    assert page.status == 404 and "Canary" not in page.html


def test_a_changed_text_names_the_day_it_became_public(client, guide):
    yesterday = timezone.now() - timedelta(days=1)
    author, reviewer = User.objects.create_user("editor"), User.objects.create_user("reviewer")
    ArticleRevision.objects.filter(article__slug="what-is-all").update(
        author=author,
        reviewed_by=reviewer,
        reviewed_at=yesterday,
        published_at=yesterday,
        written_on="2026-11-01",
    )
    (article,) = [one for one in read(ARTICLE, client).data if one["@type"] == "MedicalWebPage"]
    assert (article["datePublished"], article["dateModified"]) == (
        "2026-11-01",
        timezone.localdate(yesterday).isoformat(),
    )
