"""Each page of the programs: what it says and what it never says, and that it costs the same at any size."""

import re

import pytest

from enquiries.words.quote_facts import POINTS
from tests.factories import make_hospital
from tests.programs.reading import html, words

pytestmark = pytest.mark.django_db


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


def test_the_page_promises_exactly_the_points_a_quote_has(client, catalog):
    page = html(client.get("/programs/ulm/21-days/"))
    listed = re.search(r'<ul class="quote-points">(.*?)</ul>', page, re.S)[1]
    promised = [words(item) for item in re.findall(r"<li>.*?</li>", listed, re.S)]
    assert promised == [str(told.promise) for _fact, told in POINTS]


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


@pytest.mark.parametrize("path", ["/programs/", "/programs/ulm/21-days/", "/programs/compare/?p=ulm-21"])
def test_no_page_sets_a_cookie_or_takes_a_post(client, catalog, path):
    response = client.get(path)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert "sessionid" not in response.headers.get("Vary", "")
    assert client.post(path).status_code == 405
