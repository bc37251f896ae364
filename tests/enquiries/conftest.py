import pytest

from tests.enquiries.family.enquiry.enquiry_pages import Family


@pytest.fixture
def family(client, ulm, settings) -> Family:
    """A family at the enquiry form, allowed to press as fast as a test does."""
    settings.ENQUIRY_LEAST_SECONDS = 0
    return Family(client)


@pytest.fixture
def private(settings, tmp_path):
    """An empty private folder of this test's own."""
    settings.PRIVATE_FILES_DIR = tmp_path / "private"
    return settings.PRIVATE_FILES_DIR
