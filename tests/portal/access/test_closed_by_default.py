"""Check 57: a view that says nothing of who may open it is for those who have signed in."""

import pytest
from django.http import HttpResponse
from django.urls import path

from all_portal import urls

urlpatterns = [path("nobody-thought-of-it/", lambda request: HttpResponse("Canary")), *urls.urlpatterns]


@pytest.mark.urls("tests.portal.access.test_closed_by_default")
def test_a_page_that_says_nothing_of_who_may_asks_for_a_sign_in(client, db):
    answer = client.get("/nobody-thought-of-it/")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/login/?next=/nobody-thought-of-it/")
