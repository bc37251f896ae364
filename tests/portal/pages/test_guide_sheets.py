"""The two pages made to be printed, and what the About page says: the signs that cannot wait, the papers, the money."""

import re

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from content.models import Article, ArticleRevision, Reference
from content.pages.papers import STAGES
from content.rendering import render_revision
from hospitals.models import HospitalFact

pytestmark = pytest.mark.one_database

SIGNS = "/leukemia/emergency-signs/"
PAPERS = "/coming-to-germany/papers/"


def page(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200 and not response.cookies
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<main") :]).split())


# --- the signs that cannot wait ---


def test_the_sheet_shows_each_sign_of_the_article_in_its_own_words(client, guide):
    html = words(page(client, SIGNS))
    for sign in (
        "Fever during treatment:",
        "Chest pain, trouble breathing or severe bleeding:",
        "A seizure (fit):",
    ):
        assert sign in html
    assert "At what temperature should we call?" in html and "37.5 °C" in html
    assert "Which signs point to the brain or the chest?" in html and "blurred vision" in html


def test_signs_that_are_no_emergency_by_themselves_do_not_stand_on_the_sheet(client, guide):
    assert re.findall("weight loss|night sweats|tiredness", words(page(client, SIGNS))) == []


def test_the_sheet_says_what_to_do_before_any_sign(client, guide):
    html = words(page(client, SIGNS))
    number = (
        "Trouble breathing, chest pain, severe bleeding, a seizure: call the emergency number where you are."
    )
    ward = "Other signs during treatment, or fever when leukemia is suspected: call the ward that treats the patient"
    assert html.index(number) < html.index(ward) < html.index("Fever during treatment:")


def test_a_changed_article_changes_the_sheet_at_once(client, guide):
    revision = Article.objects.get(slug="symptoms-and-urgent-help").published
    revision.body = revision.body.replace("**A seizure (fit):**", "**A fit:**")
    render_revision(revision)
    ArticleRevision.objects.filter(pk=revision.pk).update(body=revision.body, rendered=revision.rendered)
    assert "A fit:" in words(page(client, SIGNS))


def test_no_phone_number_stands_on_the_sheet_but_the_european_one(client, guide):
    html = words(page(client, SIGNS).replace(settings.SITE_URL, ""))
    assert set(re.findall(r"(?<![\d.°])\b\d{3,}\b(?![.\d]| °)", html)) - {"112", "2026", "2027"} == set()


def test_the_numbers_of_the_sources_lead_into_the_article(client, guide):
    html = page(client, SIGNS)
    article = page(client, "/leukemia/symptoms-and-urgent-help/")
    links = set(re.findall(r'href="/leukemia/symptoms-and-urgent-help/#(source-\d+)"', html))
    assert len(links) > 5
    assert {link for link in links if f'id="{link}"' not in article} == set()
    assert 'href="#source' not in html and 'id="cite' not in html


def test_the_sheet_says_who_checked_it(client, guide):
    assert "checked against its sources · not yet checked by a physician" in words(page(client, SIGNS))


def test_without_its_article_the_sheet_still_says_what_to_do(client, db):
    html = words(page(client, SIGNS))
    assert "a seizure: call the emergency number where you are." in html
    assert "or go to the nearest emergency department at once." in html
    assert "physician" not in html and "box below" not in html


@pytest.mark.parametrize("path", ["/", "/programs/", "/about/", "/leukemia/", "/enquiry/"])
def test_the_emergency_line_leads_to_the_sheet(client, catalog, guide, path):
    html = client.get(path).content.decode()
    assert f'<a href="{SIGNS}">What to do now</a>' in html


def test_the_sheet_needs_the_same_few_queries_whatever_the_guide_holds(
    client, guide, django_assert_num_queries
):
    with django_assert_num_queries(1):
        client.get(SIGNS)


# --- the papers ---


def test_the_papers_stand_in_the_order_in_which_they_are_asked_for(client, catalog, guide):
    html = words(page(client, PAPERS))
    titles = [str(stage.title) for stage in STAGES]
    places = [html.index(title) for title in titles]
    assert places == sorted(places) and len(titles) == 4


def test_every_paper_names_its_source_and_every_number_leads_to_one(client, catalog, guide):
    html = page(client, PAPERS)
    lists = re.findall(r'<ul class="ticks">(.*?)</ul>', html, re.DOTALL)
    rows = [row for part in lists for row in re.findall(r"<li>(.*?)</li>", part, re.DOTALL)]
    assert len(rows) == sum(len(stage.papers) for stage in STAGES)
    assert [row for row in rows if "#source-" not in row] == []
    assert set(re.findall(r'href="#(source-\d+)"', html)) == set(re.findall(r'id="(source-\d+)"', html))


def test_every_reference_of_the_papers_is_in_the_guides_list_and_was_opened(guide):
    keys = {key for stage in STAGES for paper in stage.papers for key in paper.keys}
    known = Reference.objects.in_bulk(keys, field_name="key")
    assert keys - set(known) == set()
    assert {key for key, one in known.items() if one.checked == "not opened"} == set()


def test_what_a_hospital_asks_for_stands_with_source_and_day(client, catalog, guide):
    html = page(client, PAPERS)
    fact = HospitalFact.objects.get(hospital__slug="ulm", key="documents")
    assert fact.value in html and fact.sources.first().url in html
    assert "Checked 23 November 2026." in html
    assert html.count('<h3><a href="/hospitals/') == 5


def test_papers_hold_without_guide_and_hospitals(client, db):
    assert "The bone marrow report" in page(client, PAPERS)


def test_the_article_leads_to_the_papers(client, guide):
    assert f'href="{PAPERS}"' in page(client, "/leukemia/coming-to-germany/")


def test_the_papers_need_the_same_few_queries(client, catalog, guide, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get(PAPERS)


# --- about ---


@override_settings(OPERATOR_FUNDING="A foundation <pays>.", OPERATOR_EDITORS="Two nurses write it.")
def test_about_says_who_pays_who_writes_and_how_the_order_is_made(client):
    html = page(client, "/about/")
    for sentence in (
        "A foundation &lt;pays&gt;.",
        "Two nurses write it.",
        "Nobody can pay to be listed",
        "one fixed order",
        "It does not mean that a physician has read it.",
        f"mailto:{settings.OPERATOR_EMAIL}",
        reverse("pages:report"),
    ):
        assert sentence in html, sentence
