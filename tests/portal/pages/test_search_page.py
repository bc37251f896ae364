"""What a frightened parent types, and what stands first, over the guide and the catalog as shipped."""

import re
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from all_portal.pages.portal_pages import PAGES
from content.search.urgent import is_urgent
from tests.shipped import CATALOG, GUIDE

SIGNS, URGENT = "/leukemia/emergency-signs/", "/leukemia/symptoms-and-urgent-help/"
COMING, PAPERS = "/leukemia/coming-to-germany/", "/coming-to-germany/papers/"
NUMBERS, AFTER = "/leukemia/children-vs-adults/", "/leukemia/after-treatment/"
WHAT, CAUSES, TRANSPLANT = (
    "/leukemia/what-is-all/",
    "/leukemia/causes-and-risk-factors/",
    "/leukemia/stem-cell-transplantation/",
)
PROGRAMS, HOSPITALS, ENQUIRY, STATUS = "/programs/", "/hospitals/", "/enquiry/", "/status/"
ABOUT, PRIVACY, IMPRINT = "/about/", "/privacy/", "/imprint/"
CALLOUT = '<div class="callout callout--call-now'


class Answer:
    def __init__(self, html: str) -> None:
        self.html = html[html.index("<main") : html.index("</main>")]
        found = re.search(r'role="status">(.*?)</p>', self.html, re.DOTALL)
        self.says = unescape(re.sub(r"<[^>]+>", "", found[1])) if found else ""
        parts = re.findall(r'<section.*?id="found-(\w+)">(.*?)</section>', self.html, re.DOTALL)
        self.groups = {name: re.findall(r'<li><a href="([^"]+)">', part) for name, part in parts}
        self.pages = [page for part in self.groups.values() for page in part]

    def first(self, group: str) -> list[str]:
        return self.groups.get(group, [])[:1]


@pytest.fixture(scope="module")
def ask(kept_catalog, kept_guide, as_shipped, django_db_blocker):
    """Put back once for all questions; the database is then as before."""
    with django_db_blocker.unblock(), transaction.atomic():
        as_shipped.put_back(*CATALOG)
        as_shipped.put_back(*GUIDE)
        client = Client()
        yield lambda words: Answer(client.get("/search/", {"q": words}).content.decode())
        transaction.set_rollback(True)


HAPPENING = [
    *("high fever", "very high fever", "my child has sudden bad fever", "fiver", "fevr", "fiever", "temperature 39"),
    *("bleeding", "bleding", "nosebleed", "nose bleed", "bleeding from the nose wont stop", "he has a seizure"),
    *("siezure", "convulsions", "can't breathe", "cant breathe", "breathless", "brething fast", "chest pain"),
    *("pain in her chest", "vomiting and headache", "emergency", "emergancy", "112", "Fieber", "hohes Fieber"),
    *("Nasenbluten", "Blutung", "Notruf", "Notfal", "yüksek ateş", "ates", "burun kanaması", "acil durum", "حمى"),
    *("حرارة عالية", "نزيف", "نزيف من الأنف", "رقم الطوارئ", "طوارئ", "температура 39", "кровотечение", "кровотичение"),
    *("кровь из носа", "скорая помощь", "what should I do now when my daughter has such a high fever at night"),
]  # fmt: skip


@pytest.mark.parametrize("words", HAPPENING)
def test_what_may_be_happening_now_is_answered_above_all_results(ask, words):
    answer = ask(words)
    line = answer.html[answer.html.index(CALLOUT) :].partition("</div>")[0]
    assert f'<a href="{SIGNS}">Signs that cannot wait</a>' in line
    assert "do not search on. Trouble breathing" in line and "call the emergency number where you are" in line
    assert answer.html.index(CALLOUT) < answer.html.index('role="status"')
    if answer.pages:
        assert answer.pages[0] == SIGNS and answer.first("articles") == [URGENT]


ALARMS = [
    *("febrile neutropenia", "suddenly confused", "chills", "she won't wake", "he passed out", "coughing blood"),
    *("blood in stool", "swelling of the face", "temp 39", "suicide", "Atembeschwerden", "keine Luft", "Krämpfe"),
    *("Blut aus der Nase", "epileptischer Anfall", "Ohnmacht", "havale", "titreme", "озноб", "болит грудь"),
    *("кровь не останавливается", "التشنجات", "فقدان الوعي", "قشعريرة", "تب", "تنگی نفس", "essoufflement"),
    *("difficulté à respirer", "douleur à la poitrine", "falta de aire", "dolor de pecho", "drgawki", "duszność"),
]  # fmt: skip


@pytest.mark.parametrize("words", ALARMS)
def test_the_words_of_an_alarm_are_known_in_other_languages_too(words):
    assert is_urgent(words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Ambulanz Frankfurt",
            "price 999 euros",
            "in conclusion",
            "conversion",
            "ambulatory",
            "wake up early",
        ),
        *(
            "never",
            "severe",
            "fewer",
            "feeding",
            "breakfast",
            "treating",
            "liver",
            "river",
            "he ate",
            "faith",
            "hair",
        ),
        *("cost", "chest", "cancer de sangre", "ambulant", "ulm", "лейкоз", "скоро", "علاج", "headache", ""),
    ],
)
def test_no_alarm_is_made_of_other_words(words):
    assert not is_urgent(words)


FIRST = {
    "documents": PAPERS, "papers": PAPERS, "checklist": PAPERS, "medical records": PAPERS, "passport": PAPERS,
    "delete my data": PRIVACY, "privacy": PRIVACY, "data protection": PRIVACY, "Datenschutz": PRIVACY,
    "contact": ABOUT, "who pays": ABOUT, "who runs this": ABOUT, "is it free": ABOUT,
    "address": IMPRINT, "imprint": IMPRINT, "Impressum": IMPRINT,
    "price": PROGRAMS, "cost": PROGRAMS, "how much": PROGRAMS, "how much does a transplant cost": PROGRAMS,
    "how long in hospital": PROGRAMS, "days": PROGRAMS, "hospital": HOSPITALS, "which hospital is best": HOSPITALS,
    "ask": ENQUIRY, "request": ENQUIRY, "quote": ENQUIRY, "how to apply": ENQUIRY,
    "status": STATUS, "my enquiry": STATUS, "lost code": STATUS, "I lost my code": STATUS,
    "heidelberg": "/hospitals/heidelberg/", "ulm": "/hospitals/ulm/", "aachen": "/hospitals/aachen/",
    "frankfurt children": "/hospitals/frankfurt/", "a good hospital in Freiburg": "/hospitals/freiburg/",
    "heidelburg": "/hospitals/heidelberg/", "heidelberg price": "/hospitals/heidelberg/",
    "can my child be cured": NUMBERS, "cure": NUMBERS, "survival rate": NUMBERS, "prognosis": NUMBERS,
    "chances": NUMBERS, "will my son survive": NUMBERS, "will my child die": NUMBERS,
    "hereditary": CAUSES, "inherited": CAUSES, "is it genetic": CAUSES,
    "can we fly": COMING, "flight": COMING, "visa for mother": COMING, "visa for companion": COMING, "refund": COMING,
    "bone marow transplant": TRANSPLANT, "stem cel transplant": TRANSPLANT, "زرع نخاع": TRANSPLANT,
    "kan kanseri": WHAT, "рак крови": WHAT, "лейкоза": WHAT, "白血病": WHAT, "löseminin": WHAT, "اللوكيميا": WHAT,
    "علاج": "/leukemia/treatment-overview/", "genetic test": "/leukemia/diagnosis-and-risk-groups/",
    "temperature of the room": SIGNS,
}  # fmt: skip


@pytest.mark.parametrize("words", FIRST)
def test_first_stands_what_was_looked_for(ask, words):
    assert ask(words).pages[:1] == [FIRST[words]]


@pytest.mark.parametrize(
    ("words", "as_for"),
    [
        ("bone marow transplant", "bone marrow transplant"),
        ("زرع النخاع", "bone marrow transplant"),
        ("kemik iliği", "bone marrow"),
        ("химиотерапия", "chemotherapy"),
        ("kemotherapy", "chemotherapy"),
        ("nose bleed", "bleeding"),
        ("nosebleed", "bleeding"),
    ],
)
def test_another_spelling_or_language_finds_the_same_pages(ask, words, as_for):
    assert len(ask(as_for).pages) > 3
    assert ask(words).pages == ask(as_for).pages


def test_the_price_is_answered_by_the_portal_and_then_by_the_rules_of_payment(ask):
    for words in ("price", "cost", "Kosten"):
        answer = ask(words)
        assert list(answer.groups)[:2] == ["portal", "articles"]
        assert "Why is every <mark>price</mark> on request?" in answer.html
        assert answer.first("articles") == [COMING]


def test_a_cure_is_answered_by_the_two_pages_with_the_numbers(ask):
    assert ask("can my child be cured").groups["articles"][:2] == [NUMBERS, AFTER]


@pytest.mark.parametrize("words", ["hair", "hotel", "airport", "accommodation", "diet", "vaccination"])
def test_what_we_do_not_have_is_said_once_with_ways_on(ask, words):
    answer = ask(words)
    assert answer.says == f"We have nothing on “{words}” yet: ask your team."
    assert answer.pages == [] and "0 pages" not in answer.html
    for way_on in (COMING, HOSPITALS, "/leukemia/", "/glossary/", PROGRAMS):
        assert f'<a href="{way_on}">' in answer.html


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("hair loss", "hair"),
        ("waiting time", "waiting"),
        ("visa for mother", "mother"),
        ("mobile phone radiation", "mobile”, “phone"),
        ("food during chemo", "food"),
        ("chemo xyzzyqq", "xyzzyqq"),
    ],
)
def test_a_word_no_page_speaks_of_is_named_and_not_taken_for_another(ask, words, missing):
    answer = ask(words)
    assert answer.pages
    assert f"No page here speaks of “{missing}”; this is for the other words." in answer.says
    assert "spelled" not in answer.says


def test_a_town_of_a_hospital_is_no_word_nobody_speaks_of(ask):
    assert "speaks of" not in ask("aachen transplant").says


def test_who_writes_in_other_letters_is_told_what_the_pages_are_in(ask):
    own = "Our pages are in English. In an enquiry you may write in your own language."
    assert own in ask("телефон").says and own in ask("電話").says
    assert own not in ask("xyzzy").says and own not in ask("Übergröße").says


def test_an_excerpt_keeps_the_lines_of_a_list_apart(ask):
    html = ask("night sweats").html
    assert "painful belly · weight loss or <mark>night</mark> <mark>sweats</mark> · Which signs point" in html


def test_hits_of_the_portal_are_marked_as_all_others(ask):
    html = ask("privacy").html
    assert '<h2 id="found-portal">This portal</h2>' in html and "<mark>Privacy</mark>" in html


def test_the_line_has_its_color_in_the_sheet_of_the_search():
    from all_portal.look import stylesheet

    assert ".callout--call-now{" in stylesheet.joined("reading").replace(" {", "{")


@pytest.mark.parametrize("one", PAGES, ids=lambda one: str(one.title))
def test_what_a_result_says_of_a_page_stands_on_that_page(client, catalog, guide, one):
    """The search tells in the page's own words: were they changed on one side only, it would promise another page."""
    html = " ".join(unescape(client.get(reverse(one.name)).content.decode()).split())
    assert str(one.says) in html
