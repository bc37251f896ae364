import pytest


@pytest.fixture
def private(settings, tmp_path):
    """An empty private folder of this test's own."""
    settings.PRIVATE_FILES_DIR = tmp_path / "private"
    return settings.PRIVATE_FILES_DIR
