"""The cast: the people and houses that the tests speak of."""

import pytest

from tests import factories


@pytest.fixture
def ulm(db):
    return factories.make_hospital("ulm")


@pytest.fixture
def freiburg(db):
    return factories.make_hospital("freiburg")


@pytest.fixture
def frankfurt(db):
    return factories.make_hospital("frankfurt", land="Hesse", land_code="HE")


@pytest.fixture
def heidelberg(db):
    """Takes only its own form."""
    return factories.make_hospital(
        "heidelberg", channel="own_form", own_form_url="https://form.example.org", request_email=""
    )


@pytest.fixture
def carla(db):
    """A coordinator."""
    return factories.make_staff("carla", "coordinator")


@pytest.fixture
def haddad(ulm, freiburg):
    """The Haddad family's enquiry to Ulm and Freiburg, address confirmed, nothing sent yet."""
    return factories.make_enquiry(ulm, freiburg)
