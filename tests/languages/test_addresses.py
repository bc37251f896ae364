"""Which language a page is in: by its address alone for everyone's pages, by whose it is for a person's."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

from accounts.language import NotOffered, desk_language, set_desk_language
from all_portal.pages.reportable import is_reportable
from enquiries.models import Enquiry
from hospitals.models import Hospital
from languages.addresses import address_in, language_of, prefix_of, without_language
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, as_hospital
from tests.languages.made_up import CODE

PAGES = ["/", "/programs/", "/hospitals/", "/about/", "/search/?q=mrd", "/no-such-page/", "/glossary/"]
IN_ENGLISH, IN_MADE_UP = '<html lang="en" dir="ltr">', f'<html lang="{CODE}" dir="rtl">'
OF_MACHINES = ["/healthz", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/favicon.ico"]


@pytest.mark.parametrize(
    ("path", "language", "in_english"),
    [
        ("/about/", "en", "/about/"),
        (f"/{CODE}/about/", CODE, "/about/"),
        (f"/{CODE}/", CODE, "/"),
        (f"/{CODE}", "en", f"/{CODE}"),
        ("/en/about/", "en", "/en/about/"),
        (f"/{CODE}-AT/about/", "en", f"/{CODE}-AT/about/"),
        (f"/{CODE.upper()}/about/", "en", f"/{CODE.upper()}/about/"),
        ("", "en", ""),
    ],
)
def test_the_first_word_of_an_address_is_its_language(made_up, path, language, in_english):
    assert (language_of(path), without_language(path)) == (language, in_english)


def test_the_same_page_in_another_language_is_one_word_away(made_up):
    assert address_in("/programs/ulm/21-days/", CODE) == f"/{CODE}/programs/ulm/21-days/"
    assert address_in(f"/{CODE}/programs/", "en") == "/programs/"
    assert address_in(f"/{CODE}/", CODE) == f"/{CODE}/"
    assert prefix_of("de") == prefix_of("en") == prefix_of(None) == ""  # German is not offered here


def test_chinese_has_the_short_address_that_people_expect(settings):
    settings.LANGUAGES = [("en", "English"), ("zh-hans", "Chinese")]
    assert (prefix_of("zh-hans"), language_of("/zh/about/")) == ("zh/", "zh-hans")
    with override("zh-hans"):
        assert reverse("pages:about") == "/zh/about/"


def test_addresses_are_made_in_the_language_in_use(made_up):
    assert reverse("pages:about") == "/about/"
    with override(CODE):
        assert reverse("pages:about") == f"/{CODE}/about/"
        assert reverse("admin:index") == "/admin/"
        assert reverse("machine:sitemap") == "/sitemap.xml"


def test_a_page_is_in_the_language_of_its_address_whatever_the_browser_wants(made_up, client, catalog, guide):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = CODE
    wants = {"accept-language": f"{CODE}, de;q=0.9"}
    for path in PAGES:
        assert IN_ENGLISH in client.get(path, headers=wants).text
        assert IN_MADE_UP in client.get(made_up + path, headers={"accept-language": "en"}).text


def test_a_public_page_sets_no_cookie_and_varies_on_nothing_that_tells_of_its_reader(
    made_up, client, catalog
):
    for path in ("/", "/programs/", f"{made_up}/", f"{made_up}/programs/"):
        answer = client.get(path)
        assert (answer.headers["Vary"], dict(answer.cookies)) == ("Accept-Encoding", {})
        assert "public" in answer.headers["Cache-Control"]
        assert "<style>:root" in answer.text and 'rel="stylesheet"' not in answer.text


@pytest.mark.parametrize("zone", ["enquiry", "status", "clinic"])
def test_a_personal_page_is_one_in_every_language(made_up, client, catalog, zone):
    answer = client.get(f"{made_up}/{zone}/")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"] and "ETag" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "<style>:root" not in answer.text
    assert f"Disallow: {made_up}/{zone}/" in client.get("/robots.txt").text


@pytest.mark.parametrize("path", OF_MACHINES)
def test_what_programs_ask_for_has_one_address(made_up, client, db, path):
    assert client.get(path).status_code in {200, 302}
    assert client.get(made_up + path).status_code == 404


def test_the_language_ends_with_the_request(made_up, client, catalog):
    client.get(f"{made_up}/about/")
    assert get_language() == "en"
    assert IN_ENGLISH in client.get("/about/").text


def test_a_page_in_any_language_can_be_reported(made_up):
    assert is_reportable(f"{made_up}/about/") and is_reportable("/about/")
    assert not is_reportable(f"{made_up}/enquiry/")


def test_a_family_reads_its_enquiry_in_its_own_language_under_any_address(made_up, haddad):
    family = as_family(haddad)
    assert IN_ENGLISH in family.get("/status/enquiry/").text
    assert IN_ENGLISH in family.get(f"{made_up}/status/enquiry/").text
    Enquiry.objects.update(language=CODE)
    page = family.get("/status/enquiry/").text
    assert IN_MADE_UP in page and f'href="{made_up}/status/enquiry/write/"' in page


def test_a_hospital_reads_its_request_in_its_own_language_under_any_address(made_up, haddad, ulm, carla):
    hospital = as_hospital(factories.release(haddad, ulm, carla))
    assert IN_ENGLISH in hospital.get(f"{made_up}/clinic/request/").text
    Hospital.objects.update(language=CODE)
    assert IN_MADE_UP in hospital.get("/clinic/request/").text


def test_what_the_hospital_is_shown_of_the_family_says_that_it_is_english(made_up, haddad, ulm, carla):
    hospital = as_hospital(factories.release(haddad, ulm, carla))
    assert (
        '<section class="clinic-section" aria-labelledby="section-1">'
        in hospital.get("/clinic/request/").text
    )
    Hospital.objects.update(language=CODE)
    page = hospital.get("/clinic/request/").text
    assert '<section class="clinic-section" lang="en" dir="ltr" aria-labelledby="section-1">' in page


def test_a_language_that_is_not_offered_any_more_is_answered_in_english(haddad):
    family = as_family(haddad)
    Enquiry.objects.update(language="tlh")
    assert IN_ENGLISH in family.get("/status/enquiry/").text


def test_the_desk_is_in_the_language_of_the_account(made_up, client, carla):
    client.force_login(carla)
    title = re.compile(r"<html lang=\"([\w-]+)\"")
    assert title.search(client.get("/admin/").text)[1] == "en"
    set_desk_language(language=CODE, by=carla)
    assert title.search(client.get("/admin/").text)[1] == CODE
    set_desk_language(language="en", by=carla)
    assert title.search(client.get("/admin/").text)[1] == "en"


def test_nobody_can_work_in_a_language_that_is_not_there(carla, django_assert_num_queries, settings):
    settings.LANGUAGES = [("en", "English")]
    with pytest.raises(NotOffered):
        set_desk_language(language="tlh", by=carla)
    with django_assert_num_queries(0):  # while there is one language
        assert desk_language(carla) == "en"
