"""Staff choose the language of their own desk on a page of their own."""

import re

import pytest
from django.test import Client

from accounts.models import AccountSetting
from tests import factories
from tests.languages.made_up import CODE, NAMES

PAGE = "/admin/language/"
LINK = f'href="{PAGE}"'


def language_of(page: str) -> str:
    return re.search(r"<html lang=\"([\w-]+)\"", page)[1]


@pytest.fixture
def desk(client, carla):
    client.force_login(carla)
    return client


def test_a_coordinator_chooses_her_language_and_reads_her_desk_in_it_from_then_on(made_up, desk):
    assert LINK in desk.get("/admin/").text
    page = desk.get(PAGE).text
    assert "English" in page and NAMES["name_local"] in page
    assert re.search(r'value="en"[^>]* checked', page)
    after = desk.post(PAGE, {"language": CODE}, follow=True)
    assert after.redirect_chain == [("/admin/", 302)]
    assert language_of(after.text) == CODE
    assert re.search(rf'value="{CODE}"[^>]* checked', desk.get(PAGE).text)


def test_what_she_chose_is_said_in_the_language_she_chose(made_up, desk):
    desk.post(PAGE, {"language": CODE}, follow=True)
    said = desk.post(PAGE, {"language": "en"}, follow=True).text
    assert "Your desk is in this language now." in said and language_of(said) == "en"


def test_she_changes_nobody_elses_desk(made_up, desk, db):
    other = Client()
    other.force_login(factories.make_staff("otto", "coordinator"))
    desk.post(PAGE, {"language": CODE})
    assert language_of(other.get("/admin/").text) == "en"


@pytest.mark.parametrize("language", ["tlh", "", "de"])
def test_a_language_that_is_not_offered_is_refused_with_a_sentence(made_up, desk, language):
    answer = desk.post(PAGE, {"language": language})
    assert answer.status_code == 422
    assert "Please choose one of these languages." in answer.text
    assert not AccountSetting.objects.exists()


def test_looking_changes_nothing_and_a_form_from_elsewhere_is_refused(made_up, carla):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(carla)
    assert strict.get(f"{PAGE}?language={CODE}").status_code == 200
    assert strict.post(PAGE, {"language": CODE}).status_code == 403
    assert not AccountSetting.objects.exists()


def test_where_there_is_one_language_nobody_is_asked(desk, settings):
    settings.LANGUAGES = [("en", "English")]
    assert LINK not in desk.get("/admin/").text


def test_who_is_not_signed_in_is_sent_to_sign_in(made_up, client, db):
    assert client.get(PAGE).url == f"/admin/login/?next={PAGE}"
