"""The comparison: each hospital's rules side by side."""

import re

import pytest

from tests.programs.reading import boxes, html, notices, words

pytestmark = pytest.mark.django_db


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
