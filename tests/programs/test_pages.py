import re
from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse

from enquiries.rules.quote_points import POINTS
from programs.models import Program
from programs.quote_promise import QUOTE_TELLS
from programs.search import search
from programs.stay_axis import draw_axis
from tests.factories import STAYS, make_hospital

pytestmark = pytest.mark.django_db
FINDER = reverse("programs:list")


def html(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def boxes(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="p" value="([^"]+)"', page)


def ticked(page: str) -> list[str]:
    return re.findall(r'type="checkbox" name="(?:p|advise)" value="([^"]+)" checked', page)


def notices(page: str) -> list[str]:
    found = re.search(r'<ul class="notices".*?</ul>', page, re.S)
    return [words(one) for one in re.findall(r"<li.*?</li>", found[0], re.S)] if found else []


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


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/programs/?p=h0-21&advise=h0", 5),
        ("/programs/h0/21-days/", 5),
        ("/programs/compare/?p=h0-21&advise=h0", 4),
    ],
)
def test_queries_are_fixed_whatever_the_size(client, path, queries, django_assert_num_queries):
    make_hospital("h0").facts.create(
        key="languages", value="x", status="not_confirmed", checked_on="2026-11-23"
    )
    with django_assert_num_queries(queries):
        client.get(path)
    for number in range(1, 35):
        make_hospital(f"h{number}").facts.create(
            key="languages", value="x", status="not_confirmed", checked_on="2026-11-23"
        )
    more = "&".join(f"p=h{number}-21" for number in range(1, 31)) if "?" in path else ""
    with django_assert_num_queries(queries):
        client.get(f"{path}&{more}" if more else path)


def test_a_programs_page_says_what_is_known_and_what_is_not(client, catalog):
    page = html(client.get("/programs/freiburg/31-days/"))
    assert words(re.search(r"<h1>.*?</h1>", page)[0]) == "31 days at University Hospital Freiburg"
    for label, value in [("Length of stay", "31 days"), ("Setting", "Inpatient"), ("Price", "On request")]:
        assert f"<dt>{label}</dt><dd>{value}</dd>" in page
    assert "Which treatment this stay is meant for." in page
    assert 'href="/enquiry/?p=freiburg-31"' in page
    assert re.findall(r'href="/programs/freiburg/(\d+)-days/"', page) == ["12", "21", "25", "34", "57"]


def test_a_stay_is_never_explained_as_a_treatment(client, catalog):
    """Check against the phases of treatment: the catalogue gives days and nothing else."""
    for path in (
        "/programs/",
        "/programs/ulm/12-days/",
        "/programs/ulm/57-days/",
        "/programs/compare/?p=ulm-57",
    ):
        main = words(re.search(r"<main.*</main>", html(client.get(path)), re.S)[0])
        found = re.findall(
            r"induction|consolidation|maintenance|intensification|\bcycle\b|\bbest\b", main, re.I
        )
        assert found == []


def test_the_page_promises_exactly_the_points_a_quote_has():
    assert list(QUOTE_TELLS) == [key for key, _label, _read in POINTS]


@pytest.mark.parametrize(
    "path",
    [
        "ulm/22-days/",
        "ulm/021-days/",
        "ulm/0-days/",
        "ulm/9999-days/",
        "nowhere/21-days/",
        "ulm/21/",
        "Ulm/21-days/",
    ],
)
def test_an_address_of_no_program_is_not_found(client, catalog, path):
    assert client.get(f"/programs/{path}").status_code == 404


def test_the_comparison_puts_each_hospitals_rules_side_by_side_with_their_sources(client, catalog):
    page = html(
        client.get("/programs/compare/?p=freiburg-31&p=ulm-21&p=freiburg-25&advise=heidelberg&p=ulm-13")
    )
    rows = {
        words(row[0]): [
            words(cell) for cell in re.findall(r'<td role="cell" data-label.*?</td>', row[1], re.S)
        ]
        for row in re.findall(
            r'<tr role="row"><th role="rowheader" scope="row">(.*?)</th>(.*?)</tr>', page, re.S
        )
    }
    assert rows["Stay picked"] == ["21 days", "25 days , 31 days", "the hospital advises"]
    assert [cell[:22] for cell in rows["Department for children and teenagers"]] == [
        "Department of Pediatri",
        "Department of Pediatri",
        "Department of Pediatri",
    ]
    assert rows["Department for adults"][0].startswith("Internal Medicine III")
    assert "not confirmed" in rows["Department for adults"][1]
    assert rows["Price"] == ["On request, inpatient"] * 3
    assert [re.sub(r" \[\d+\]", "", cell) for cell in rows["Payment guarantees"]] == [
        "nothing found 23 Nov 2026",
        "None accepted, neither from an embassy nor from an insurer. 23 Nov 2026",
        "Accepted from some embassies. 23 Nov 2026",
    ]
    assert notices(page) == ["Not on offer here, so left out: “ ulm-13 ”. The rest is here."]
    for number in re.findall(r'href="#source-(\d+)"', page):
        assert f'<li id="source-{number}" value="{number}">' in page
    assert 'href="/enquiry/?p=ulm-21&amp;p=freiburg-25&amp;p=freiburg-31&amp;advise=heidelberg"' in page


def test_a_hospital_can_be_taken_out_of_the_comparison(client, catalog):
    page = html(client.get("/programs/compare/?p=ulm-21&p=freiburg-25&advise=freiburg"))
    assert re.findall(r'comparison__drop" href="([^"]+)"', page) == [
        "/programs/compare/?p=freiburg-25&amp;advise=freiburg",
        "/programs/compare/?p=ulm-21",
    ]


@pytest.mark.parametrize("query", ["", "?p=ulm-13", "?p=&advise="])
def test_nothing_to_compare_offers_the_finder(client, catalog, query):
    page = html(client.get(f"/programs/compare/{query}"))
    assert "Nothing is picked yet." in page
    assert len(boxes(page)) == 30


@pytest.mark.parametrize("path", ["/programs/", "/programs/ulm/21-days/", "/programs/compare/?p=ulm-21"])
def test_no_page_sets_a_cookie_or_takes_a_post(client, catalog, path):
    response = client.get(path)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert "sessionid" not in response.headers.get("Vary", "")
    assert client.post(path).status_code == 405


def test_on_the_axis_each_stay_lies_by_its_length_and_no_labels_collide():
    axis = draw_axis(list(STAYS), marked=31)
    places = {mark.days: mark.x for mark in axis.marks}
    assert (places[57] - places[12]) / (places[34] - places[12]) == pytest.approx(45 / 22, rel=0.01)
    assert [mark.days for mark in axis.marks if mark.is_marked] == [31]
    by_line = {}
    for mark in axis.marks:
        by_line.setdefault(mark.label_y, []).append(mark.x)
    assert all(b - a >= 36 for line in by_line.values() for a, b in pairwise(line))


def test_an_axis_holds_one_stay_or_a_whole_year():
    assert [mark.days for mark in draw_axis([1], marked=1).marks] == [1]
    assert draw_axis([1, 365], marked=365).end <= 640


@pytest.mark.parametrize(
    ("asked", "count", "first"),
    [
        ("21 days ulm", 1, "Ulm University Hospital, 21 days"),
        ("programs hesse 57", 1, "University Hospital Frankfurt, 57 days"),
        ("21-days", 5, "Ulm University Hospital, 21 days"),
        ("FREIBURG", 6, "University Hospital Freiburg, 12 days"),
        ("99", 0, ""),
        ("induction", 0, ""),
        ("%", 0, ""),
        ("", 0, ""),
    ],
)
def test_search_understands_days_and_places(catalog, asked, count, first):
    hits = search(asked)
    assert (len(hits), hits[0].title if hits else "") == (count, first)


def test_a_hit_leads_to_its_program(catalog):
    (hit,) = search("ulm 34")
    assert (hit.url, hit.snippet) == (
        "/programs/ulm/34-days/",
        "Ulm, Baden-Württemberg. Inpatient, price on request.",
    )
