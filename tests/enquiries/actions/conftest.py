import pytest

from tests import factories


@pytest.fixture
def at_ulm(haddad, ulm, carla):
    """The Haddads' request, released to Ulm."""
    return factories.release(haddad, ulm, carla)
