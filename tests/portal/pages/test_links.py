"""No link of the portal leads nowhere: read from the pages as they are shown."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.portal.crawl import PERSONAL, crawl, own

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


# The eleven articles, and the signs that cannot wait.
def test_the_links_reach_every_page_of_the_catalogue_and_the_guide(site):
    paths = [urlsplit(path).path for path in site]
    counts = {
        start: len({path for path in paths if path.startswith(start) and path.count("/") == slashes})
        for start, slashes in (("/programs/", 4), ("/hospitals/", 3), ("/leukemia/", 3))
    }
    assert counts == {"/programs/": 30, "/hospitals/": 5, "/leukemia/": 12}


def test_no_internal_link_is_dead(site):
    assert {path: page.status for path, page in site.items() if page.status not in (200, 302)} == {}
    assert [path for path, page in site.items() if page.status == 302] == ["/admin/"]


def test_no_link_points_to_a_place_its_page_does_not_have(site):
    dead = []
    for path, page in site.items():
        for link in page.links:
            address, fragment = own(link, path) or ("", "")
            if fragment and address in site and fragment not in site[address].ids:
                dead.append(f"{path}: {link}")
    assert dead == []


def test_every_picture_sheet_and_script_that_a_page_names_exists(site):
    named = {own(link, path) for path, page in site.items() for link in page.links}
    files = sorted(one[0] for one in named if one and one[0].startswith("/static/"))
    assert files
    assert [path for path in files if not finders.find(path.removeprefix("/static/"))] == []


def test_no_page_uses_an_id_twice(site):
    twice = {
        path: [one for one, times in Counter(page.ids).items() if times > 1] for path, page in site.items()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_a_dead_link_would_be_found(client, catalog, monkeypatch):
    """The crawl itself can fail: with one more link in the frame, it is seen."""
    monkeypatch.setattr("all_portal.templatetags.portal.MAIN", [("Gone", "programs:detail", ("ulm", 13))])
    dead = {path for path, page in crawl(client, "/about/").items() if page.status == 404}
    assert "/programs/ulm/13-days/" in dead


def test_the_crawl_stays_out_of_nobodys_zone_but_looks_at_its_door(site):
    assert {one for one in PERSONAL if any(path.startswith(one) for path in site)} == set(PERSONAL)
