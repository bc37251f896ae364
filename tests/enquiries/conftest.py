import pytest

from tests.enquiries.enquiry_pages import Family


@pytest.fixture
def family(client, ulm, settings) -> Family:
    """A family at the enquiry form, allowed to press as fast as a test does."""
    settings.ENQUIRY_LEAST_SECONDS = 0
    return Family(client)
