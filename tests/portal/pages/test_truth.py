"""What the portal says about hospitals, stays and the illness, read from every page as it is shown."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils.formats import date_format

from content.models import Reference
from hospitals.models import HospitalFact

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PHASES = (
    r"induction|consolidation|intensification|maintenance|re-?induction|remission|relapse|phase|cycle|course"
    r"|block|chemotherapy|transplant\w*|CAR[- ]T|conditioning|protocol|salvage|bridging"
)
A_STAY = r"\b(?:12|21|25|31|34|57)[- ]days?\b"
SIGNS = "/leukemia/emergency-signs/"  # a sheet made of an article, citing that article's list
WRONG_DRUGS = re.compile(r"erythromycin|erythromyzin|bevacizumab|avastin", re.I)
# Advertising for the treatment of cancer is closed to laypeople (HWG, section 12 and its annex); these are its words.
PRAISE = re.compile(
    r"\b(?:best|leading|top|world[- ]class|first[- ]class|guarante\w+|cur(?:e|es|ed|ing|able)|heal(?:s|ed|ing)?"
    r"|miracle\w*|state[- ]of[- ]the[- ]art|cutting[- ]edge|renowned|famous|excellen\w+|premium|unique|unrivall?ed"
    r"|success\w*|testimonial\w*|painless\w*|safest|number one|no\. ?1|finest|superior|perfect\w*|innovative"
    r"|high[- ]quality|proven|award\w*|discount\w*|cheap\w*|trusted|breakthrough\w*|promis(?:e|es|ing)|stars?)\b",
    re.I,
)
# Where such a word says something else. Each line names the sentence, so that a new use is looked at.
SAID_SOBERLY = [
    "Best time to call",  # of the family
    "stands at the top of each page",
    "at the top of a page means",
    "beside the question and at the top",
    "its aim is cure",  # behind the emergency advice, with its sources
    "Over 90 in 100 children with ALL are now cured, says a review",
    "calls it a center of excellence; whether that still holds",
    "named a center of excellence by German Cancer Aid",  # a title, awarded and sourced
    "letters of guarantee",
    "payment guarantees",
    "written guarantees",
    "Payment guarantees",
    "Guarantees:",
    "proven risk factor",
    "is good news, not a promise",
    "cannot promise to send anything back",
]
EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
PHONE = re.compile(r"(?:\+|\b00)[1-9]\d?[\d ()/.-]{6,}\d|\b0\d{2,5}\s?[/ -]\s?\d{4,}|tel:")
MADE_UP_PHONE = "+962 6 123 4567"  # how to write one, in the enquiry


IN_VAIN = "Nothing found about"


def rows(html: str) -> list[tuple[str, str]]:
    """(label, value) of each line of a list of facts."""
    lists = re.findall(r'<dl class="rows">(.*?)</dl>', html, re.DOTALL)
    pairs = [pair for one in lists for pair in re.findall(r"<dt>(.*?)</dt>(.*?</dd>)", one, re.DOTALL)]
    return [(unescape(label), value) for label, value in pairs]


def day(on: date) -> str:
    return date_format(on)


@pytest.mark.parametrize("start", ["/hospitals/", "/programs/"])
def test_each_fact_about_a_hospital_has_its_source_and_its_day_beside_it(public, start):
    bare, seen = [], 0
    for path, page in public.items():
        if not re.fullmatch(rf"{start}[a-z-]+/(\d+-days/)?", path) or "compare" in path:
            continue
        for label, value in rows(page.html):
            if label in {"Hospital", "Length of stay", "Setting", "Price", "Website"}:
                continue  # the list of programs itself, and the hospital's own address
            seen += 1
            told = re.search(r'class="source fact-source">(.*?)</span>', value, re.DOTALL)
            dated = told and re.search(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b", told[1])
            sure = "not confirmed" not in value and label != IN_VAIN
            if "not stated" not in value and not (dated and (not sure or "<a href=" in told[1])):
                bare.append(f"{path}: {label}")
    assert bare == []
    assert seen > 50


def test_the_pages_show_each_fact_as_it_is_recorded_no_surer(public, catalog):
    wrong = []
    for fact in HospitalFact.objects.select_related("hospital").prefetch_related("sources"):
        told = rows(public[f"/hospitals/{fact.hospital.slug}/"].html)
        shown = dict(told).get(fact.get_key_display(), "")
        if fact.status == "not_found":
            in_vain = " ".join(value for label, value in told if label == IN_VAIN)
            if shown or fact.get_key_display() not in in_vain or day(fact.checked_on) not in in_vain:
                wrong.append(f"{fact.hospital}: {fact.key}")
            continue
        marks = {"verified": "Checked ", "not_confirmed": 'badge--wait">not confirmed'}
        others = [mark for status, mark in marks.items() if status != fact.status]
        links = [source.url.replace("&", "&amp;") in shown for source in fact.sources.all()]
        ok = marks[fact.status] in shown and not any(mark in shown for mark in others)
        if not ok or day(fact.checked_on) not in shown or (fact.status == "verified" and not all(links)):
            wrong.append(f"{fact.hospital}: {fact.key}")
    assert wrong == []


def test_in_the_comparison_each_fact_carries_its_day_and_a_number_that_leads_to_its_source(public):
    (page,) = [page for path, page in public.items() if path.startswith("/programs/compare/?p=ulm-21&p=")]
    cells = re.findall(r'<td role="cell" data-label="[^"]*">(.*?)</td>', page.html, re.DOTALL)
    facts = [cell for cell in cells if 'class="source"' in cell]
    sure = [cell for cell in facts if "nothing found" not in cell and "not confirmed" not in cell]
    assert len(facts) > 40 and len(sure) > 20
    assert [cell for cell in sure if not re.search(r'href="#source-\d+"', cell)] == []
    assert [
        cell for cell in facts if not re.search(r'datetime="20\d\d-\d\d-\d\d">\d+ \w+ 20\d\d<', cell)
    ] == []
    listed = re.findall(r'<li id="source-(\d+)" value="\1"><a href="https?://', page.html)
    assert set(re.findall(r'href="#source-(\d+)"', page.html)) == set(listed)


def test_every_citation_of_an_article_stands_in_its_list_of_sources(public, guide):
    urls = {one.url: one for one in Reference.objects.all()}
    for path, page in public.items():
        if not re.fullmatch(r"/leukemia/[a-z-]+/", path) or path == SIGNS:
            continue
        cited = set(re.findall(r'href="#source-(\d+)"', page.html))
        listed = dict(re.findall(r'<li id="source-(\d+)"><a href="([^"]+)"', page.html))
        assert cited and cited == set(listed), path
        assert [url for url in listed.values() if url.replace("&amp;", "&") not in urls] == [], path
        assert "[^" not in page.text, path
    assert re.search(r'href="/leukemia/symptoms-and-urgent-help/#source-\d+"', public[SIGNS].html)


def test_what_nobody_opened_is_marked_so_in_every_list_of_sources(public, guide):
    for reference in Reference.objects.filter(checked="not opened"):
        for path, page in public.items():
            line = re.search(rf'<li id="source-\d+"><a href="{re.escape(reference.url)}".*?</li>', page.html)
            assert not line or "not yet opened by us" in line[0], f"{path}: {reference.key}"


def test_no_page_says_what_a_length_of_stay_is_for(site):
    """The catalogue gives days and nothing else."""
    near = re.compile(rf"{A_STAY}[^.:;]{{0,80}}\b(?:{PHASES})\b|\b(?:{PHASES})\b[^.:;]{{0,80}}{A_STAY}", re.I)
    said = []
    for path, page in site.items():
        facts_apart = re.sub(r"Stem cell transplant for (?:adults|children)", "", page.text)
        said += [f"{path}: {match[0]}" for match in near.finditer(facts_apart)]
    assert said == []


def test_the_pages_of_the_catalogue_name_no_treatment_beside_their_stays(public):
    own_words = re.compile(r"<dt>.*?</dd>", re.DOTALL)
    said = []
    for path, page in public.items():
        if path.startswith("/programs/") and "compare" not in path:
            main = re.sub(r"<[^>]+>", " ", own_words.sub("", page.html[page.html.index("<main") :]))
            said += [f"{path}: {match[0]}" for match in re.finditer(rf"\b(?:{PHASES})\b", main, re.I)]
    assert said == []


def test_the_wrong_drug_names_of_the_first_text_appear_nowhere(site):
    assert {path for path, page in site.items() if WRONG_DRUGS.search(page.html)} == set()


def test_no_page_advertises(site):
    for sober in SAID_SOBERLY:
        assert any(sober in page.text for page in site.values()), (
            f"nobody says “{sober}” any more: take it out"
        )
    praise = []
    for path, page in site.items():
        text = page.text
        for sober in SAID_SOBERLY:
            text = text.replace(sober, "")
        praise += [
            f"{path}: {text[max(0, match.start() - 40) : match.end() + 40]}"
            for match in PRAISE.finditer(text)
        ]
    assert praise == []


def test_no_page_names_a_real_mailbox_or_telephone(site):
    mailboxes = {
        f"{path}: {found[0]}"
        for path, page in site.items()
        for found in EMAIL.finditer(page.html)
        if found[1].rstrip(".") != "example.org"
    }
    phones = {
        f"{path}: {found[0]}"
        for path, page in site.items()
        for found in PHONE.finditer(page.text.replace(MADE_UP_PHONE, ""))
    }
    assert (mailboxes, phones) == (set(), set())


def test_the_portals_own_words_are_spelled_one_way(site):
    british = re.compile(
        r"leukaemi\w*|haematolog\w*|paediatri\w*|tumour\w*|\bprogrammes?\b|\bcentres?\b", re.I
    )
    assert {
        f"{path}: {found[0]}"
        for path, page in site.items()
        for found in british.finditer(re.sub(r"Also: .*?(?= [A-Z]|$)", "", page.text))
    } == set()


def test_every_page_says_that_it_does_not_replace_the_treating_team(public):
    missing = [path for path, page in public.items() if "information, not medical advice" not in page.text]
    assert missing == []


def test_nobodys_opinion_and_no_price_stands_on_a_page(public):
    amounts = re.compile(r"(?:€|\bEUR\b|\beuros?\b|\$|£)\s?\d|\d[\d.,]*\s?(?:€|EUR\b|euros?\b)", re.I)
    catalog = [page for path, page in public.items() if path == "/" or path.startswith("/programs/")]
    assert len(catalog) > 30
    assert {
        page.path for page in catalog if amounts.search(page.text) or "rating" in page.text.split()
    } == set()
