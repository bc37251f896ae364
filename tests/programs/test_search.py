"""Programs found by the search."""

import pytest

from programs.search import search

pytestmark = pytest.mark.django_db


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
