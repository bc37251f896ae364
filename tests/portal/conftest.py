import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tests.portal.crawl import Page, crawl

# The comparison is reached by a form, not by a link.
COMPARISON = "/programs/compare/?p=ulm-21&p=freiburg-31&p=frankfurt-12&advise=heidelberg&advise=aachen"


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker) -> dict[str, Page]:
    """All pages over the data as shipped, read once for all tests; the database is then as before."""
    with django_db_blocker.unblock(), transaction.atomic():
        for command in ("load_hospitals", "load_programs", "load_guide"):
            call_command(command, verbosity=0)
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
