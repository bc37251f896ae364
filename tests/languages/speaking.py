"""The made-up language for any test that asks for it: `made_up` speaks it for the length of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.languages.made_up import CODE, make_catalog, spoken


@pytest.fixture(scope="session")
def made_up_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    make_catalog(folder)
    return folder


@pytest.fixture
def made_up(made_up_folder) -> Iterator[str]:
    """Gives the first part of its addresses."""
    with spoken(made_up_folder):
        yield f"/{CODE}"
