"""The made-up language for any test that asks for it: `made_up` speaks it for the length of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from tests.languages.made_up import CODE, make_catalog, spoken
from tests.portal.crawl import Page, crawl
from tests.shipped import CATALOG, GUIDE


@pytest.fixture(scope="session")
def made_up_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    make_catalog(folder)
    return folder


@pytest.fixture(scope="session")
def made_up_site(made_up_folder, kept_catalog, kept_guide, as_shipped, django_db_blocker) -> dict[str, Page]:
    """All its pages over the data as shipped, read once; the database is then as before."""
    with django_db_blocker.unblock(), transaction.atomic(), spoken(made_up_folder):
        as_shipped.put_back(*CATALOG)
        as_shipped.put_back(*GUIDE)
        pages = crawl(Client(), f"/{CODE}/")
        transaction.set_rollback(True)
    return {path: page for path, page in pages.items() if path.startswith(f"/{CODE}/")}


@pytest.fixture
def made_up(made_up_folder) -> Iterator[str]:
    """Gives the first part of its addresses."""
    with spoken(made_up_folder):
        yield f"/{CODE}"
