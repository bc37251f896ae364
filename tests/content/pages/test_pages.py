"""The guide as a reader meets it."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone

from content.models import Article, ArticleRevision, GlossaryTerm
from content.publishing import revisions
from tests.content.conftest import AHEAD, draft_of, make_article


def text_of(response) -> str:
    """Without the style, which is the same on every page."""
    return re.sub(r"<style>.*?</style>", "", response.content.decode(), flags=re.DOTALL)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def many_articles(count):
    return [make_article(f"page-{n}", title=f"Page {n}", order=n) for n in range(count)]


def test_an_article_shows_its_text_contents_numbered_sources_and_words(client, article):
    html = text_of(client.get("/leukemia/what-is-all/"))
    assert "<h1>What is ALL?</h1>" in html
    assert '<li><a href="#what-happens">What happens</a></li>' in html
    assert '<h2 id="what-happens">What happens</h2>' in html
    assert re.findall(r'<li id="(source-\d)"><a href="([^"]*)" rel="noopener">([^<]*)</a>', html) == [
        ("source-1", "https://kki.example.org/", "Title KKI"),
        ("source-2", "https://pdq.example.org/", "Title PDQ"),
    ]
    assert '<a class="term" href="/glossary/#blast-lymphoblast">blasts</a>' in html
    assert "<dd>An unripe cell.</dd>" in html


def test_every_link_within_the_page_leads_somewhere(client, article):
    html = text_of(client.get("/leukemia/what-is-all/"))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) - set(ids) == set()


def test_a_loaded_text_says_that_no_physician_has_checked_it(client, article):
    Article.objects.update(next_review_on=date(2027, 5, 23))
    line = re.search(r'<p class="meta">(Written.*?)</p>', text_of(client.get("/leukemia/what-is-all/")))[1]
    assert line == (
        "Written 23 November 2026 · checked against its sources · not yet checked by a physician · "
        "next check due May 2027 · 1 minute to read"
    )


@pytest.mark.parametrize(
    ("as_physician", "said"),
    [(True, "checked by a physician"), (False, "checked by a second person {day}, not yet by a physician")],
)
def test_an_editors_text_says_who_checked_it(client, article, edda, rosa, as_physician, said):
    revision = revisions.submit(revision=draft_of(article, edda), by=edda)
    revisions.approve(revision=revision, as_physician=as_physician, next_review_on=AHEAD, by=rosa)
    html = text_of(client.get("/leukemia/what-is-all/"))
    today = timezone.localdate()
    assert said.format(day=f"{today.day} {today:%B %Y}") in html
    assert ("not yet by a physician" in html) is not as_physician
    assert "checked against its sources" not in html


def test_what_to_do_now_stands_above_the_contents(client, references):
    make_article(body="::: call-now Now\nCall.\n:::\n\nText.\n\n## Part\n\n::: call-now Later\nCall.\n:::\n")
    html = text_of(client.get("/leukemia/what-is-all/"))
    assert html.index(">Now</p>") < html.index('class="toc') < html.index("Text.") < html.index(">Later</p>")
    assert html.count(">Now</p>") == 1


def test_a_page_whose_check_is_overdue_says_so(client, article):
    assert "overdue" not in text_of(client.get("/leukemia/what-is-all/"))
    Article.objects.update(next_review_on=timezone.localdate() - timedelta(days=1))
    assert "The next check of this page is overdue." in text_of(client.get("/leukemia/what-is-all/"))


def test_what_is_not_public_is_nowhere(client, article, edda):
    """check: draft, in review, returned: 404, and in no list, neighbor or search"""
    hidden = Article.objects.create(slug="hidden", order=2)
    revision = draft_of(hidden, edda, title="Hidden title", body="Secretword.[^KKI]\n")
    for step in [None, revisions.submit]:
        if step:
            step(revision=revision, by=edda)
        assert client.get("/leukemia/hidden/").status_code == 404
        for address in [
            "/leukemia/",
            "/leukemia/what-is-all/",
            "/search/?q=secretword",
            "/search/?q=hidden+title",
        ]:
            html = text_of(client.get(address))
            assert "Hidden title" not in html and "/leukemia/hidden/" not in html


def test_a_pointer_to_a_text_that_is_no_longer_public_shows_nothing_of_it(client, article):
    ArticleRevision.objects.update(state="superseded")
    response = client.get("/leukemia/what-is-all/")
    assert response.status_code in {404, 410}
    assert "The blasts grow" not in words(text_of(response))


def test_articles_lead_to_the_one_before_and_the_one_after(client, references):
    many_articles(3)
    html = text_of(client.get("/leukemia/page-1/"))
    pager = html[html.index('class="pager"') :]
    assert re.findall(r'<a [^>]*href="(/leukemia/[^"]*)"', pager) == [
        "/leukemia/page-0/",
        "/leukemia/page-2/",
    ]
    first = text_of(client.get("/leukemia/page-0/"))
    assert "Before" not in first[first.index('class="pager"') :]


def test_the_guide_lists_every_article_in_order_with_summary_and_minutes(client, references):
    many_articles(3)
    html = text_of(client.get("/leukemia/"))
    assert re.findall(r'<a href="(/leukemia/page-\d/)">(Page \d)</a>', html) == [
        (f"/leukemia/page-{n}/", f"Page {n}") for n in range(3)
    ]
    assert words(html).count("1 min Page") == 3
    assert html.count("It is a cancer of the blood. Read on.") == 3


def test_the_signs_that_cannot_wait_stand_above_every_page_of_the_guide(client, references):
    many_articles(2)
    make_article("symptoms-and-urgent-help", title="When to seek help", order=99, is_emergency=True)
    html = text_of(client.get("/leukemia/"))
    main = html[html.index("<main") :]
    assert main.index('<a href="/leukemia/emergency-signs/">Signs that cannot wait</a>') < main.index(
        "Page 0"
    )


@pytest.mark.parametrize("path", ["/leukemia/", "/glossary/", "/search/", "/search/?q=x"])
def test_an_empty_guide_is_still_a_page(client, db, path):
    assert client.get(path).status_code == 200


def test_the_glossary_is_in_alphabetical_order_whatever_the_case_with_spellings_and_sources(
    client, references, blast
):
    GlossaryTerm.objects.create(term="anthracycline", slug="anthracycline", definition="A drug.")
    GlossaryTerm.objects.create(term="Asparaginase", slug="asparaginase", definition="A drug.")
    html = text_of(client.get("/glossary/"))
    assert re.findall(r"<dt>([^<]*)</dt>", html) == ["anthracycline", "Asparaginase", "Blast / lymphoblast"]
    assert re.findall(r'<h2 id="letter-(\w)">', html) == ["A", "B"]
    assert "Also: blast, blasts" in html
    assert '<div id="blast-lymphoblast">' in html
    assert "Title KKI" in html


@pytest.mark.parametrize(
    "path", ["/leukemia/", "/leukemia/what-is-all/", "/glossary/", "/search/", "/search/?q=blasts"]
)
def test_public_pages_set_no_cookie_need_no_script_and_ask_nobody_else(client, article, path):
    """check: rule 9 of the public zone"""
    response = client.get(path)
    html = text_of(response)
    assert response.status_code == 200
    assert response.cookies.output() == ""
    assert "Cookie" not in response.headers.get("Vary", "")
    assert (
        re.findall(r"<script(?! type=.application/ld.json.>)|\sstyle=|\son\w+=|csrfmiddlewaretoken", html)
        == []
    )
    asked = re.findall(r'<(?:script|img)[^>]*\ssrc="([^"]*)|<link rel="(?!canonical)[^>]*href="([^"]*)', html)
    assert [
        address
        for pair in asked
        for address in pair
        if address and not address.startswith(("/static/", "data:"))
    ] == []


PAGES = ["/leukemia/", "/leukemia/page-0/", "/glossary/", "/search/?q=blasts"]
QUERIES = {"/leukemia/": 1, "/leukemia/page-0/": 4, "/glossary/": 2, "/search/?q=blasts": 2}


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_the_database_as_often_for_one_row_as_for_thirty(
    client, references, blast, django_assert_num_queries, path, count, monkeypatch
):
    """check: query counts fixed at 1 and at 30"""
    many_articles(count)
    for n in range(count - 1):
        GlossaryTerm.objects.create(term=f"Term {n}", slug=f"term-{n}", definition="D.").references.set(
            references
        )
    from all_portal.pages import search

    for other in ["search_hospitals", "search_programs"]:  # the other apps count their own
        monkeypatch.setattr(search, other, lambda words, **_: [])
    with django_assert_num_queries(QUERIES[path]):
        client.get(path)


def test_a_text_kept_by_an_older_renderer_is_made_anew_for_the_page_and_get_saves_nothing(client, article):
    ArticleRevision.objects.update(render_version=0, rendered={"html": "<p>old</p>"})
    html = text_of(client.get("/leukemia/what-is-all/"))
    assert "old" not in words(html) and "A claim." in words(html)
    assert ArticleRevision.objects.get().rendered == {"html": "<p>old</p>"}


@pytest.mark.parametrize("slug", ["nothing", "x" * 300, "%00", "..", "what-is-all%0a", "Ü"])
def test_an_unknown_address_is_not_found(client, article, slug):
    assert client.get(f"/leukemia/{slug}/").status_code in {400, 404}


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_writing_methods_change_nothing(client, article, method):
    before = list(ArticleRevision.objects.values())
    getattr(client, method)("/leukemia/what-is-all/")
    assert list(ArticleRevision.objects.values()) == before


class Balance(HTMLParser):
    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_every_page_of_the_real_guide_is_whole_html_and_leads_nowhere_dead(client, shipped_guide):
    known = {
        "/leukemia/",
        "/glossary/",
        "/leukemia/emergency-signs/",
        "/search/",
        *(a.get_absolute_url() for a in Article.objects.public()),
    }
    slugs = set(GlossaryTerm.objects.values_list("slug", flat=True))
    for path in sorted(known):
        html = text_of(client.get(path))
        balance = Balance()
        balance.feed(html)
        assert (balance.wrong, balance.open) == ([], []), path
        guide_links = set(re.findall(r'href="(/leukemia/[^"#]*)', html))
        assert guide_links - known == set(), path
        assert set(re.findall(r'href="/glossary/#([^"]+)"', html)) - slugs == set(), path


def test_the_names_of_the_addresses_are_the_agreed_ones():
    article = reverse("content:article", kwargs={"slug": "x"})
    assert [reverse("content:guide"), article, reverse("content:glossary")] == [
        "/leukemia/", "/leukemia/x/", "/glossary/",
    ]  # fmt: skip
