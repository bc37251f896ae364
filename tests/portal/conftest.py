import pytest
from django.db import transaction
from django.test import Client

from tests.portal.crawl import Page, crawl
from tests.shipped import CATALOG, GUIDE

# The comparison is reached by a form, not by a link.
COMPARISON = "/programs/compare/?p=ulm-21&p=freiburg-31&p=frankfurt-12&advise=heidelberg&advise=aachen"


@pytest.fixture(scope="session")
def site(kept_catalog, kept_guide, as_shipped, django_db_blocker) -> dict[str, Page]:
    """All pages over the data as shipped, read once for all tests; the database is then as before."""
    with django_db_blocker.unblock(), transaction.atomic():
        as_shipped.put_back(*CATALOG)
        as_shipped.put_back(*GUIDE)
        client = Client()
        pages = crawl(client)
        pages |= {path: page for path, page in crawl(client, COMPARISON).items() if path not in pages}
        transaction.set_rollback(True)
    return pages


@pytest.fixture
def public(site) -> dict[str, Page]:
    """Without the zones of a person, the sign-in pages and what is no page."""
    personal = ("/enquiry/", "/status/", "/clinic/", "/admin/")
    return {path: page for path, page in site.items() if page.html and not path.startswith(personal)}


@pytest.fixture
def shipped(catalog, guide) -> None:
    """With the catalog and the guide."""
