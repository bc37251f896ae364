"""A good code at the wrong door is told where it belongs; whoever only guesses learns nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from enquiries.entry.code_entry import BAD_CODES, DOES_NOT_FIT, OTHER_DOOR, TOO_MANY
from enquiries.models import AccessCode
from tests import factories
from tests.enquiries.entry.zone_doors import family_code, hospital_code


@pytest.fixture(params=["family", "hospital"])
def wrong_way(request, haddad, ulm, carla):
    """(the door, whose door it is, a code of the other one, the link that leads there)."""
    sent = factories.release(haddad, ulm, carla)
    if request.param == "family":
        return "/status/", "family", hospital_code(sent), '<a href="/clinic/">To the page for hospitals</a>'
    return "/clinic/", "hospital", family_code(haddad), '<a href="/status/">Follow my enquiry</a>'


def said(response):
    return response.context["form"].errors["code"]


def test_the_wrong_door_names_the_right_one_and_opens_nothing(client, wrong_way):
    door, whose, code, link = wrong_way
    response = client.post(door, {"code": code})
    assert (response.status_code, said(response)) == (200, [OTHER_DOOR[whose]])
    assert link in response.text
    for inside in ("/status/enquiry/", "/clinic/request/"):
        assert client.get(inside).status_code == 302


@pytest.mark.parametrize("ended", ["revoked_at", "expires_at"])
def test_a_code_that_has_ended_is_told_no_more_than_a_wrong_one(client, wrong_way, ended):
    door, _whose, code, link = wrong_way
    AccessCode.objects.update(**{ended: timezone.now() - timedelta(seconds=1)})
    response = client.post(door, {"code": code})
    assert said(response) == [DOES_NOT_FIT]
    assert link not in response.text.partition("<main")[2].partition("</main>")[0]


def test_at_the_wrong_door_a_good_code_counts_as_a_bad_one(client, wrong_way):
    door, whose, code, _link = wrong_way
    answers = [client.post(door, {"code": code}) for _time in range(BAD_CODES + 1)]
    assert [said(answer) for answer in answers] == [[OTHER_DOOR[whose]]] * BAD_CODES + [[TOO_MANY]]
    assert answers[-1].status_code == 429
