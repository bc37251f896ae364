"""What the shipped file says of the hospitals: what their pages say, with source and day, and no more."""

import json
import re

import pytest

from hospitals.fact_keys import RULES, FactKey
from hospitals.loading import DATA_FILE
from hospitals.models import Hospital, HospitalFact
from tests.hospitals.conftest import fact

pytestmark = pytest.mark.usefixtures("catalog")


def test_no_address_in_the_shipped_data_could_reach_a_real_hospital():
    addresses = Hospital.objects.values_list("request_email", flat=True)
    assert [one for one in addresses if not one.endswith(".example.org")] == []
    assert re.findall(r"[\w.]+@[\w.]+", DATA_FILE.read_text()) == [f"requests@{slug}.example.org" for slug in
        ("ulm", "aachen", "frankfurt", "freiburg", "heidelberg")]  # fmt: skip
    assert re.findall(r"\+\d{2}|\btel\b|telephone number", DATA_FILE.read_text(), re.I) == []


def test_every_fact_that_was_read_names_a_source_and_a_day():
    verified = HospitalFact.objects.filter(status="verified")
    assert verified.count() > 60
    assert not verified.filter(sources=None).exists()
    assert not HospitalFact.objects.filter(checked_on=None).exists()


def test_nothing_is_said_about_aachens_rules_because_nothing_was_found():
    found = HospitalFact.objects.filter(hospital__slug="aachen", key__in=RULES)
    assert {(one.status, one.value) for one in found} == {("not_found", "")}
    assert found.count() == len(RULES)


def test_what_nobody_looked_up_is_not_told_as_looked_for_in_vain():
    """Whether a hospital takes part in GMALL, and Heidelberg's transplants for children: no page on it was opened."""
    unread = [fact(slug, "study_group") for slug in ("ulm", "aachen", "freiburg", "heidelberg")]
    for one in [*unread, fact("heidelberg", "transplant_children")]:
        assert one.status == "not_confirmed" and one.value.endswith("we have not read a page that says so.")


def test_the_hospitals_rules_say_what_their_pages_say():
    assert fact("ulm", "documents").value.startswith("Medical findings no older than 3 months")
    assert fact("ulm", "languages").value == "German or English."
    assert fact("ulm", "final_invoice").value == (
        "Its own pages differ: 8 to 12 weeks on the newer one, 4 to 8 weeks on the older one."
    )
    assert fact("ulm", "final_invoice").sources.count() == 2
    assert "unimed" in fact("frankfurt", "channel").value
    assert (
        fact("freiburg", "guarantees").value == "None accepted, neither from an embassy nor from an insurer."
    )
    assert fact("freiburg", "final_invoice").value == "After about 8 weeks."
    assert fact("heidelberg", "guarantees").value == "Accepted from some embassies."
    assert fact("heidelberg", "final_invoice").value == "After about 6 weeks."


def test_a_count_of_cases_never_stands_without_its_year_and_what_it_counts():
    counts = HospitalFact.objects.filter(key=FactKey.CASES, status="verified")
    assert counts.count() == 3
    for one in counts:
        assert "2019" in one.value and "all lymphoid leukemias" in one.value
        assert one.sources.get().year == 2019


def test_the_shipped_file_says_american_words_and_makes_no_promise():
    text = " ".join(
        fact["value"] for one in json.loads(DATA_FILE.read_text())["hospitals"] for fact in one["facts"]
    )
    assert (
        re.findall(r"leukaemia|programme|paediatric|haemato|\bcentre|\bbest\b|\blargest\b|\bcure", text, re.I)
        == []
    )
