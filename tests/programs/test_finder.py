"""The finder: a box for each program, narrowed, ordered and paged without losing a tick."""

import re
from datetime import date

import pytest
from django.urls import reverse

from programs.models import Program
from tests.factories import STAYS, make_hospital
from tests.programs.reading import FINDER, boxes, html, notices, ticked, words

pytestmark = pytest.mark.django_db


def test_the_finder_has_a_box_for_each_of_the_thirty_programs(client, catalog):
    page = html(client.get(FINDER))
    assert sorted(boxes(page)) == sorted(program.code for program in Program.objects.listed())
    assert len(boxes(page)) == 30
    assert ticked(page) == []
    assert re.findall(r'name="advise" value="([^"]+)"', page) == [
        "ulm", "aachen", "frankfurt", "freiburg", "heidelberg",
    ]  # fmt: skip


def test_each_box_is_named_by_hospital_and_stay(client, catalog):
    page = html(client.get(FINDER))
    label = re.search(r'<label class="stay"><input[^>]*value="ulm-21".*?</label>', page, re.S)[0]
    assert words(label) == "Ulm University Hospital, 21 days"


def test_the_finder_sends_its_picks_to_the_enquiry_or_the_comparison_by_get(client, catalog):
    page = html(client.get(FINDER))
    form = re.search(r"<form[^>]*id=\"finder\"[^>]*>", page)[0]
    assert 'method="get"' in form and f'action="{reverse("enquiry:start")}"' in form
    assert f'formaction="{reverse("programs:compare")}"' in page


def test_picks_in_the_address_are_ticked_and_unknown_ones_are_named(client, catalog):
    page = html(client.get(FINDER + "?p=ulm-21&p=ulm-99&advise=aachen&p=<b>x"))
    assert ticked(page) == ["ulm-21", "aachen"]
    assert notices(page) == ["Not on offer here, so left out: “ ulm-99 ”, “ &lt;b&gt;x ”. The rest is here."]


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("hospital=freiburg", "freiburg-12", 6),
        ("days=57", "ulm-57", 5),
        ("land=BW", "ulm-12", 18),
        ("land=BW&days=21", "ulm-21", 3),
        ("hospital=ulm&hospital=aachen&days=12&days=21", "ulm-12", 4),
        ("sort=city", "aachen-12", 30),
        ("sort=land", "freiburg-12", 30),
        ("hospital=&days=&land=", "ulm-12", 30),
    ],
)
def test_the_table_can_be_narrowed_and_ordered(client, catalog, query, first, count):
    page = html(client.get(f"{FINDER}?{query}"))
    assert (boxes(page)[0], len(boxes(page)), notices(page)) == (first, count, [])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("hospital=atlantis", "hospital: atlantis"),
        ("days=13", "days: 13"),
        ("days=99999999999999999999999999", "days: 99999999999999999999999999"),
        ("land=XX", "Land: XX"),
        ("sort=price", "order: price"),
        ("page=-1", "page: -1"),
        ("page=٣", "page: ٣"),
        ("page=1e9", "page: 1e9"),
    ],
)
def test_a_filter_nobody_knows_changes_nothing_and_is_named(client, catalog, query, said):
    page = html(client.get(FINDER, query_params=dict([query.split("=")])))
    assert len(boxes(page)) == 30
    assert notices(page) == [f"We don't know this, so it changes nothing: “ {said} ”"]


def test_where_nothing_fits_there_is_a_way_back_that_keeps_the_picks(client, catalog):
    page = html(client.get(FINDER + "?hospital=ulm&land=HE&p=ulm-21"))
    assert "No program fits all of that at once." in page
    assert '<a href="/programs/?p=ulm-21">Show every program</a>' in page


def test_picks_that_a_narrowed_table_does_not_show_stay_picked(client, catalog):
    page = html(client.get(FINDER + "?hospital=freiburg&p=ulm-21&p=freiburg-31&advise=aachen"))
    assert ticked(page) == ["freiburg-31", "ulm-21", "aachen"]


def test_sorted_by_stay_the_list_below_goes_from_short_to_long(client, catalog):
    page = html(client.get(FINDER + "?sort=stay"))
    assert re.findall(r"<h3>(.*?)</h3>", page)[:6] == [f"{days} days" for days in STAYS]


def test_a_program_no_longer_offered_is_an_empty_cell(client, catalog):
    Program.objects.filter(hospital__slug="ulm", stay_days=12).update(is_active=False)
    page = html(client.get(FINDER))
    assert "ulm-12" not in boxes(page)
    assert (
        words(re.search(r'<td role="cell" class="is-none">.*?</td>', page, re.S)[0]) == "\u2013 not offered"
    )
    assert client.get("/programs/ulm/12-days/").status_code == 410


def test_a_hospital_that_pauses_cannot_be_ticked_and_says_until_when(client, catalog):
    make_hospital("quiet", not_accepting_until_on=date(2999, 1, 4))
    page = html(client.get(FINDER + "?p=quiet-21"))
    assert [code for code in boxes(page) if code.startswith("quiet")] == []
    assert "Takes no requests before 4 January 2999." in page
    detail = html(client.get("/programs/quiet/21-days/"))
    assert "takes no requests before 4 January 2999" in detail
    assert "?p=quiet-21" not in detail


def test_a_long_catalogue_comes_in_pages_and_keeps_what_was_ticked(client):
    for number in range(60):
        make_hospital(f"h{number:02}")
    page = html(client.get(FINDER + "?page=2&p=h00-21&p=h30-12&advise=h59"))
    assert len(boxes(page)) == 25 * 6 + 1
    assert ticked(page) == ["h30-12", "h00-21", "h59"]
    assert re.findall(r'name="page" value="(\d+)"', page) == ["1", "3"]
    assert len(boxes(html(client.get(FINDER + "?page=9999")))) == 10 * 6


def test_many_different_stays_become_a_list_per_hospital(client):
    hospital = make_hospital("wide")
    Program.objects.bulk_create([Program(hospital=hospital, stay_days=days) for days in range(100, 110)])
    page = html(client.get(FINDER))
    assert "finder--chips" in page
    assert len(boxes(page)) == 16
