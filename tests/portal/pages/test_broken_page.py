"""When a page breaks or the database is away, the page that says so speaks the language of the page that was asked."""

from unittest import mock

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from all_portal.serving import errors
from tests.languages.made_up import CODE
from tests.languages.reading import left_in_english

BOTH = pytest.mark.parametrize(("view", "status"), [(errors.server_error, 500), (errors.unavailable, 503)])
EXPLAINED = {"ALL Portal", "ALL", "Portal"}


@BOTH
def test_it_follows_the_address_without_any_database(made_up, view, status):
    """The request is bare: no middleware has touched it, and no database is allowed."""
    answer = view(RequestFactory().get(f"{made_up}/programs/"))
    assert answer.status_code == status
    assert f'<html lang="{CODE}" dir="rtl">' in answer.text
    assert f'href="{made_up}/"' in answer.text and f'href="{made_up}/status/"' in answer.text
    assert set(left_in_english(answer.text)) <= EXPLAINED
    assert '<html lang="en" dir="ltr">' in view(RequestFactory().get("/programs/")).text


def test_it_follows_a_reader_who_is_known_already(made_up):
    request = RequestFactory().get("/status/enquiry/")
    request.LANGUAGE_CODE = CODE
    assert f'<html lang="{CODE}" dir="rtl">' in errors.server_error(request).text


@BOTH
def test_it_stands_in_english_when_the_texts_themselves_are_broken(made_up, view, status):
    with mock.patch("all_portal.serving.broken_page.gettext", side_effect=OSError("no such catalog")):
        answer = view(RequestFactory().get(f"{made_up}/programs/"))
    assert answer.status_code == status
    assert '<html lang="en" dir="ltr">' in answer.text and 'href="/"' in answer.text
    assert "New acute leukemia is an emergency." in answer.text


@pytest.mark.parametrize(("fault", "status"), [(ValueError("x"), 500), (OperationalError("away"), 503)])
def test_a_visitor_of_a_broken_page_reads_it_in_the_language_of_that_page(made_up, client, db, fault, status):
    client.raise_request_exception = False
    with mock.patch("all_portal.pages.home.build_finder", side_effect=fault):
        answer = client.get(f"{made_up}/")
    assert answer.status_code == status
    assert f'<html lang="{CODE}" dir="rtl">' in answer.text
