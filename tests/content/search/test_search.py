"""People search in their own spelling, their own language and their own words."""

import re

import pytest

from content.models import GlossaryTerm
from content.search import search, search_guide
from hospitals.search import Hit
from tests.content.conftest import make_article


@pytest.fixture
def guide(references):
    make_article(
        "what-is-all", title="What is ALL?", order=1, body="A leukemia of children. Fever comes.[^KKI]\n"
    )
    make_article(
        "stem-cell-transplantation", title="Stem cell transplantation", order=2,
        body=f"A donor gives stem cells.[^KKI] The cost is high.[^KKI] {'Filler words here. ' * 60}GVHD is a risk.\n",
    )  # fmt: skip
    make_article("drugs", title="Targeted therapy", order=3, body="Blinatumomab ties cells together.[^KKI]\n")
    GlossaryTerm.objects.create(
        term="Blinatumomab", slug="blinatumomab", also=["Blincyto"], definition="An antibody drug."
    )
    GlossaryTerm.objects.create(
        term="Graft-versus-host disease", slug="gvhd", also=["GVHD"], definition="Cells of the donor attack."
    )


def titles(words):
    return [hit.title for hit in search(words)]


@pytest.mark.parametrize(
    "words", ["leukemia", "leukaemia", "Leukämie", "LEUKAEMIE", "leukemias", "blood cancer", "Blutkrebs"]
)
def test_leukemia_is_found_however_it_is_spelled(guide, words):
    assert titles(words) == ["What is ALL?"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("bone marrow transplant", "Stem cell transplantation"),
        ("BMT", "Stem cell transplantation"),
        ("stem cell transplants", "Stem cell transplantation"),
        ("Stammzelltransplantation", "Stem cell transplantation"),
        ("price", "Stem cell transplantation"),
        ("kids with fever", "What is ALL?"),
        ("pädiatrisch kinder", "What is ALL?"),
        ("Blincyto", "Targeted therapy"),
        ("blinatumubab", "Targeted therapy"),
        ("what is a donor?", "Stem cell transplantation"),
        ("graft versus host", "Stem cell transplantation"),
    ],
)
def test_synonyms_brand_names_plurals_and_slips_find_the_page(guide, words, first):
    assert titles(words)[:1] == [first]


def test_the_glossary_is_found_by_its_other_names(guide):
    assert titles("Blincyto")[-1] == "Blinatumomab"
    assert search("Blincyto")[-1].url == "/glossary/#blinatumomab"


def test_a_replaced_slip_is_told(guide, client):
    assert search_guide("blinatumubab").instead == "blinatumomab"
    assert (
        "so this is for <strong>blinatumomab</strong>"
        in client.get("/search/?q=blinatumubab").content.decode()
    )


def test_nothing_is_found_for_what_the_guide_does_not_hold(guide):
    assert titles("xyzzy plugh") == []
    assert titles("") == titles("   ") == titles("?!") == titles("💥") == []


def test_a_word_that_stands_nowhere_throws_no_page_out_and_is_told(guide):
    assert titles("fever children") == ["What is ALL?"]
    assert titles("fever xyzzyqq plughqq") == ["What is ALL?"]
    assert search_guide("fever Xyzzyqq plughqq").unknown == ["Xyzzyqq", "plughqq"]


def test_the_rarer_word_counts_more_where_no_page_has_all(guide):
    for slug in ("one", "two", "three"):
        make_article(slug, title=slug, order=4, body="Fever. Fever. Fever and cells.\n")
    assert titles("fever blinatumomab")[0] == "Targeted therapy"


def test_a_short_word_matches_only_itself_and_its_endings(guide):
    make_article("tests", title="Tests", order=5, body="Blood is tested.\n")
    make_article("places", title="Places", order=6, body="The testicles.\n")
    assert "Targeted therapy" not in titles("bl")
    assert titles("test") == ["Tests"]
    assert titles("leuk")[0] == "What is ALL?"


def test_the_snippet_shows_the_place_and_the_match_is_marked(guide, client):
    hit = search("GVHD")[0]
    assert hit.snippet.startswith("… ") and "GVHD is a risk." in hit.snippet
    html = client.get("/search/?q=gvhd").content.decode()
    assert "<mark>GVHD</mark> is a risk." in html


def test_only_whole_phrases_are_marked(guide, client):
    html = client.get("/search/?q=bone+marrow+transplant").content.decode()
    assert "<mark>Stem cell transplantation</mark>" in html
    assert "<mark>cells</mark>" not in html


def test_marks_never_open_a_door_for_markup(guide, client):
    title = "<b>Odd</b> &amp; <i>fever</i>, stem < cell transplant"
    make_article("odd", title=title, order=9, body="Fever `<script>alert(1)</script>` fever.\n")
    html = client.get("/search/?q=fever").content.decode()
    assert "&lt;b&gt;Odd&lt;/b&gt; &amp;amp; &lt;i&gt;<mark>fever</mark>&lt;/i&gt;," in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html and "<script>" not in html
    html = client.get("/search/?q=stem+cell+transplant").content.decode()
    assert "<mark>stem &lt; cell transplant</mark>" in html


HOSTILE = [
    "%00", "%ff%fe", "%ed%a0%80", "a" * 20_000, "%F0%9F%92%A5" * 500, "'%20OR%201=1--", "%25", "_", "\\\\", "((((",
    "[a-", "<script>alert(1)</script>", "%22%3E%3Csvg%20onload=alert(1)%3E", "%0d%0aSet-Cookie:%20a=b", "%E2%80%AE",
    "%CC%81" * 300, "the " * 400, "leukemia " * 400, "&q=2&q=3", "{{7*7}}", "%C4%B0%C4%B1%C5%BF%EF%AC%81",
]  # fmt: skip


@pytest.mark.parametrize("q", HOSTILE, ids=range(len(HOSTILE)))
def test_any_bytes_of_any_length_give_a_page_or_a_plain_refusal(guide, client, q):
    """check: any bytes to any URL, never a 5xx"""
    response = client.get("/search/", QUERY_STRING=f"q={q}")
    html = response.content.decode()
    assert response.status_code in {200, 400}
    assert "<script>alert" not in html and "<svg onload" not in html
    assert "Set-Cookie" not in response.headers


def test_nothing_found_gives_ways_on(guide, client):
    html = client.get("/search/?q=xyzzy").content.decode()
    main = html[html.index("<main") :]
    assert (
        main.count('Nothing was found for “<bdi translate="no">xyzzy</bdi>”.') == 1 and "0 pages" not in main
    )
    ways_on = {"/leukemia/coming-to-germany/", "/hospitals/", "/leukemia/", "/glossary/", "/programs/"}
    assert ways_on <= set(re.findall(r'href="([^"]+)"', main))


def test_what_was_typed_stays_in_the_field_and_out_of_what_is_shared(guide, client):
    html = client.get("/search/?q=%22xyzzy%22").content.decode()
    assert 'value="&quot;xyzzy&quot;"' in html
    head = html[: html.index("</head>")]
    assert "xyzzy" not in head and '/search/">' in head


def test_hospitals_and_programs_stand_in_their_own_groups(guide, client, monkeypatch):
    from all_portal.pages import search as page

    hits = [Hit("Fever Hospital", "/hospitals/x/", "In <Town>")]
    monkeypatch.setattr(page, "search_hospitals", lambda words, **_: hits)
    monkeypatch.setattr(page, "search_programs", lambda words: [])
    html = client.get("/search/?q=fever").content.decode()
    assert re.findall(r'<h2 id="found-(\w+)">', html) == ["portal", "articles", "hospitals"]
    assert "<mark>Fever</mark> Hospital" in html and "In &lt;Town&gt;" in html


def test_the_name_of_a_hospital_is_not_taken_for_a_slip(guide, client, monkeypatch):
    from all_portal.pages import search as page

    hit = Hit("Denor University Hospital", "/hospitals/denor/", "Denor", by_name=True)
    monkeypatch.setattr(page, "search_hospitals", lambda words, **_: [hit] if words == "denor" else [])
    html = client.get("/search/?q=denor").content.decode()
    assert "<mark>Denor</mark> University Hospital" in html
    assert "so this is for" not in html and "/leukemia/stem-cell-transplantation/" not in html


def test_half_a_match_in_the_guide_gives_way_to_a_program_that_holds_it_all(guide, client, monkeypatch):
    from all_portal.pages import search as page

    hit = Hit("Atlantis Hospital, 21 days", "/programs/x/", "")
    monkeypatch.setattr(page, "search_programs", lambda words: [hit])
    html = client.get("/search/?q=donor+atlantis").content.decode()
    assert re.findall(r'<h2 id="found-(\w+)">', html) == ["programs"]


REAL = {
    "leukämie": "What is ALL?",
    "leukaemia": "What is ALL?",
    "سرطان الدم": "What is ALL?",
    "лейкоз": "What is ALL?",
    "bone marrow transplant": "Stem cell transplantation",
    "blinatumumab": "Targeted therapy and immunotherapy",
    "blinatumomab": "Targeted therapy and immunotherapy",
    "Blincyto": "Targeted therapy and immunotherapy",
    "Glivec": "Targeted therapy and immunotherapy",
    "Kymriah": "Targeted therapy and immunotherapy",
    "Besponsa": "Targeted therapy and immunotherapy",
    "Oncaspar": "Treatment overview: the phases",
    "cortisone": "Treatment overview: the phases",
    "second opinion": "Relapsed or refractory ALL",
    "Kostenvoranschlag": "Coming to Germany for treatment",
    "translator": "Coming to Germany for treatment",
    "ambulance": "Symptoms and when to seek urgent help",
    "trouble breathing": "Symptoms and when to seek urgent help",
    "short of breath": "Symptoms and when to seek urgent help",
    "shortness of breath": "Symptoms and when to seek urgent help",
    "breathless": "Symptoms and when to seek urgent help",
    "breathlessness": "Symptoms and when to seek urgent help",
    "Atemnot": "Symptoms and when to seek urgent help",
    "seizure": "Symptoms and when to seek urgent help",
    "convulsions": "Symptoms and when to seek urgent help",
    "Krampfanfall": "Symptoms and when to seek urgent help",
    "headaches": "Symptoms and when to seek urgent help",
    "Kopfschmerzen": "Symptoms and when to seek urgent help",
    "bleed": "Symptoms and when to seek urgent help",
    "nosebleeds": "Symptoms and when to seek urgent help",
    "Blutung": "Symptoms and when to seek urgent help",
    "methotrexate": "Treatment overview: the phases",
    "MTX": "Treatment overview: the phases",
    "mercaptopurine": "Treatment overview: the phases",
    "6-MP": "Treatment overview: the phases",
    "6-mercaptopurine": "Treatment overview: the phases",
    "fit to travel": "Relapsed or refractory ALL",
}


def test_the_real_guide_is_found_by_drug_brand_language_and_slip(shipped_guide):
    assert {words: (search_guide(words).articles or [None])[0].title for words in REAL} == REAL
    assert [hit.title for hit in search_guide("Blincyto").terms] == ["Blinatumomab"]
    assert titles("erythromycin") == titles("bevacizumab") == []
