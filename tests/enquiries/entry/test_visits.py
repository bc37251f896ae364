"""Checks 39 and 55: a visit ends with its code, after half an hour without a step, and after eight hours."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from enquiries import codes
from enquiries.actions import deciding
from enquiries.models import QuoteRequest
from tests import factories
from tests.enquiries.entry.zone_doors import as_family, as_hospital, family_code, text_of

FAMILY, HOSPITAL = "/status/enquiry/", "/clinic/request/"


@pytest.fixture
def visits(haddad, ulm, carla):
    """One of the family and one of the hospital, each at its page."""
    quote_request = factories.release(haddad, ulm, carla)
    return {FAMILY: as_family(haddad), HOSPITAL: as_hospital(quote_request)}


def is_open(visits, path) -> bool:
    response = visits[path].get(path)
    assert response.status_code in {200, 302}
    return response.status_code == 200


def in_minutes(minutes: int):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


def test_a_new_code_ends_the_visits_of_the_one_before(visits, haddad, ulm):
    assert is_open(visits, FAMILY) and is_open(visits, HOSPITAL)
    codes.issue(purpose="hospital", enquiry=haddad, quote_request=factories.request_to(haddad, ulm))
    assert (is_open(visits, FAMILY), is_open(visits, HOSPITAL)) == (True, False)
    deciding.renew_code(email=haddad.email)
    assert not is_open(visits, FAMILY)


@pytest.mark.parametrize("path", [FAMILY, HOSPITAL])
def test_half_an_hour_without_a_step_ends_a_visit(visits, path):
    with in_minutes(29):
        assert is_open(visits, path)
    with in_minutes(29 + 31):
        assert not is_open(visits, path)
    with in_minutes(29 + 32):
        assert not is_open(visits, path)


@pytest.mark.parametrize("path", [FAMILY, HOSPITAL])
def test_after_eight_hours_a_visit_ends_however_busy_it_was(visits, path):
    for minutes in range(20, 480, 20):
        with in_minutes(minutes):
            assert is_open(visits, path)
    with in_minutes(481):
        assert not is_open(visits, path)


def test_the_end_of_a_code_ends_its_visit(visits, haddad, ulm):
    factories.request_to(haddad, ulm).codes.update(expires_at=timezone.now() + timedelta(minutes=5))
    assert is_open(visits, HOSPITAL)
    with in_minutes(6):
        assert not is_open(visits, HOSPITAL)


def test_each_visit_opens_its_own_and_nothing_of_another(visits, haddad, ulm, freiburg, carla):
    """Check 36: the code that opened it says whose it is, whichever came later."""
    strangers = factories.make_enquiry(freiburg, given_name="Strange")
    newer = factories.release(strangers, freiburg, carla)
    own = factories.request_to(haddad, ulm)
    page = text_of(visits[HOSPITAL].get(HOSPITAL))
    assert own.reference in page and newer.reference not in page and "Strange" not in page
    page = text_of(visits[FAMILY].get(FAMILY))
    assert haddad.reference in page and strangers.reference not in page
    assert newer.reference in text_of(as_hospital(newer).get(HOSPITAL))


def test_a_visit_begins_under_a_new_key_of_its_session(client, haddad):
    """Whoever laid a session under this browser beforehand does not come in with it."""
    client.force_login(factories.make_staff("jonas", "coordinator"))
    laid = client.session.session_key
    client.post("/status/", {"code": family_code(haddad)})
    assert client.get(FAMILY).status_code == 200
    assert client.session.session_key != laid


def test_looking_again_acknowledges_nothing(visits, haddad, ulm):
    """Check 38: a request that was sent again is opened by its new code, not by a page still open somewhere."""
    QuoteRequest.objects.filter(hospital=ulm).update(state="sent", acknowledged_at=None)
    assert is_open(visits, HOSPITAL)
    again = factories.request_to(haddad, ulm)
    assert (again.state, again.acknowledged_at) == ("sent", None)
