"""The same pages with five hospitals and with three hundred: as many queries, and a page one can still use."""

import re

import pytest
from django.core.management import CommandError, call_command

from hospitals.models import Hospital
from programs.models import Program

pytestmark = pytest.mark.django_db

# What each page may ask the database, and may weigh before compression, whatever the size of the catalogue.
PAGES = {
    "/": (5, 60_000),
    "/?p=made-up-001-21&hospital=made-up-002&page=3": (6, 60_000),
    "/programs/": (3, 110_000),
    "/programs/?page=7&days=21&land=HE&sort=city": (3, 110_000),
    "/programs/?hospital=made-up+town": (3, 110_000),
    "/programs/?" + "&".join(f"advise=made-up-{number:03}" for number in range(1, 90)): (4, 130_000),
    "/hospitals/": (2, 60_000),
    "/hospitals/?land=BW&page=2": (2, 60_000),
    "/programs/compare/": (3, 90_000),
    "/search/?q=made-up": (5, 60_000),
    "/search/?q=21+days": (5, 60_000),
    "/hospitals/ulm/": (3, 60_000),
    "/programs/ulm/21-days/": (5, 60_000),
    "/sitemap.xml": (3, 500_000),
}
FREE_CHOICE = "/enquiry/"


@pytest.fixture
def crowd(catalog) -> None:
    call_command("load_made_up_catalog", verbosity=0)


def page(client, path: str) -> str:
    """Without the style, which is the same for every catalogue."""
    response = client.get(path)
    assert response.status_code == 200, path
    return re.sub(r"<style>.*?</style>", "", response.content.decode(), flags=re.DOTALL)


def hospitals_in(html: str) -> list[str]:
    return re.findall(r'name="advise" value="([^"]+)"', html)


def test_each_page_needs_as_many_queries_at_three_hundred_hospitals_as_at_five(
    client, catalog, guide, django_assert_max_num_queries
):
    counts: dict[str, list[int]] = {path: [] for path in PAGES}
    for size in ("five", "three hundred"):
        if size == "three hundred":
            call_command("load_made_up_catalog", verbosity=0)
        for path, (most, weight) in PAGES.items():
            with django_assert_max_num_queries(most) as queries:
                html = page(client, path)
            counts[path].append(len(queries))
            assert len(html.encode()) < weight, f"{path} at {size}: {len(html.encode())} bytes"
    plain = {path: count for path, count in counts.items() if "made-up" not in path}
    assert {path: count for path, count in plain.items() if len(set(count)) > 1} == {}


def test_home_opens_with_ten_hospitals_and_leads_to_all_of_them(client, crowd):
    html = page(client, "/?page=4&p=made-up-150-21&p=ulm-21")
    assert len(hospitals_in(html)) == 10
    assert hospitals_in(html)[:5] == ["ulm", "aachen", "frankfurt", "freiburg", "heidelberg"]
    assert "All 305 hospitals, by name, Land and length of stay" in html
    doors = html[html.index('id="hospitals"') :]
    assert len(re.findall(r'<li><a href="/hospitals/[^"]+/" translate="no">', doors)) == 10
    assert '<li><a href="/hospitals/">All 305 hospitals</a></li>' in doors


def test_the_programs_come_in_pages_of_twenty_five_that_together_hold_every_hospital_once(client, crowd):
    found = [
        slug for number in range(1, 14) for slug in hospitals_in(page(client, f"/programs/?page={number}"))
    ]
    assert len(found) == len(set(found)) == 305
    assert set(found) == set(Hospital.objects.values_list("slug", flat=True))


def test_among_many_a_hospital_is_found_by_typing_its_name_or_city(client, crowd):
    html = page(client, "/programs/?hospital=hospital+217")
    assert hospitals_in(html) == ["made-up-217"]
    assert 'name="hospital" maxlength="100" value="hospital 217"' in html
    assert '<select id="filter-hospital"' not in html
    assert hospitals_in(page(client, "/programs/?hospital=heidelberg")) == ["heidelberg"]
    assert "hospital: atlantis" in page(client, "/programs/?hospital=atlantis")


def test_with_five_hospitals_the_filter_is_a_list_to_choose_from(client, catalog):
    assert '<select id="filter-hospital"' in page(client, "/programs/")
    assert 'id="hospitals-q"' not in page(client, "/hospitals/")


def test_the_list_of_hospitals_is_paged_narrowed_and_says_what_it_ignored(client, crowd):
    def doors(html: str) -> list[str]:
        return re.findall(r'<li><a href="/hospitals/([^"]+)/" translate="no">', html)

    first = page(client, "/hospitals/")
    assert len(doors(first)) == 50
    assert '<a href="?page=2" rel="next">' in first
    assert len(doors(page(client, "/hospitals/?page=7"))) == 5
    assert doors(page(client, "/hospitals/?q=hospital+217")) == ["made-up-217"]
    narrowed = page(client, "/hospitals/?land=he&q=made-up")
    assert len(doors(narrowed)) == Hospital.objects.filter(land_code="HE", slug__startswith="made-up").count()
    assert "No hospital fits that." in page(client, "/hospitals/?q=atlantis")
    ignored = page(client, "/hospitals/?land=<b>&page=-1")
    assert '“<bdi translate="no">Land: &lt;b&gt;</bdi>”, “<bdi translate="no">page: -1</bdi>”' in ignored
    assert len(doors(ignored)) == 50


def test_on_the_map_three_hundred_are_points_and_five_are_names(client, crowd):
    crowded = page(client, "/hospitals/")
    assert "map__hit" not in crowded
    assert crowded.count("h0") > 100
    few = page(client, "/hospitals/?q=university")
    assert few.count("map__hit") == 5


def test_the_enquiry_without_picks_does_not_pour_out_the_whole_catalogue(client, crowd):
    assert len(page(client, FREE_CHOICE).encode()) < 150_000


def test_the_made_up_catalogue_can_be_made_twice_and_taken_away(crowd, catalog):
    assert (Hospital.objects.count(), Program.objects.count()) == (305, 2030)
    call_command("load_made_up_catalog", hospitals=3, programs=9, verbosity=0)
    assert (Hospital.objects.count(), Program.objects.count()) == (8, 39)
    assert all(one.name.startswith("Made-up Hospital") for one in Hospital.objects.filter(position__gt=1000))
    call_command("load_made_up_catalog", remove=True, verbosity=0)
    assert (Hospital.objects.count(), Program.objects.count()) == (5, 30)


def test_no_made_up_hospital_enters_a_real_installation(catalog, settings):
    settings.LOCAL = False
    for options in ({}, {"remove": True}):
        with pytest.raises(CommandError, match="never where families read"):
            call_command("load_made_up_catalog", **options)
    assert Hospital.objects.count() == 5


@pytest.mark.parametrize("options", [{"hospitals": 0}, {"hospitals": 1000}, {"hospitals": 2, "programs": 21}])
def test_an_impossible_size_is_refused_before_anything_is_made(catalog, options):
    with pytest.raises(CommandError, match="1 to 999 hospitals"):
        call_command("load_made_up_catalog", **options)
    assert Hospital.objects.count() == 5
