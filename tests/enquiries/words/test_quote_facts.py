"""The rows of a quote's facts: what no row may say, whatever it states."""

import re
from pathlib import Path

import pytest

from enquiries.words.quote_facts import BY_FIELD, FACTS, POINTS, is_always_there, kinds
from enquiries.words.quote_facts.fact import Note, Told, ToldWith
from tests.enquiries.words.quote_facts import another, full_quote

by_field = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.field)
# They say how facts fit together; none of them is a list of all.
MAY_NAME_MANY = {
    "enquiries/demo.py",
    "enquiries/models/quote_facts.py",
    "enquiries/rules/quote_rules.py",
}


def test_no_two_facts_share_a_column_or_a_label():
    assert len(BY_FIELD) == len(FACTS)
    labels = [str(told.label) for _fact, told in POINTS]
    assert len(set(labels)) == len(labels)


@by_field
def test_each_fact_is_a_point_or_is_read_in_the_line_of_one(fact):
    shown = fact.told if isinstance(fact.told, Told) else BY_FIELD[fact.told.field].told
    assert isinstance(shown, Told)
    if isinstance(fact.told, ToldWith):
        assert shown.words, "the line of one field can't tell of another"


def test_these_stand_in_clear_and_no_word_of_a_hospitals_own():
    """Written down a second time on purpose: no fact is made clear by a slip in its row."""
    clear = {fact.field for fact in FACTS if fact.clear_because}
    assert clear == {
        "amount_low", "amount_high", "currency", "deposit", "deposit_refundable", "nights", "room",
        "earliest_admission_on", "valid_until_on", "final_invoice_weeks_low", "final_invoice_weeks_high",
    }  # fmt: skip
    assert clear == {fact.field for fact in FACTS if not fact.personal}
    assert clear == {fact.field for fact in FACTS if not isinstance(fact.kind, kinds.Text)}


def test_only_a_sum_its_currency_and_its_last_day_are_demanded():
    assert {fact.field for fact in FACTS if fact.required} == {"amount_low", "currency", "valid_until_on"}
    assert {fact.field for fact in FACTS if is_always_there(fact)} == {
        "amount_low", "amount_high", "currency", "valid_until_on",
    }  # fmt: skip


@by_field
def test_whoever_must_state_it_is_told_what_is_missing(fact):
    assert str(fact.asked.missing).endswith(".") is fact.required


def test_sums_are_said_to_be_incomparable_where_what_they_rest_on_differs():
    assert {fact.field for fact in FACTS if fact.differs_at} == {"currency", "nights", "room", "assumptions"}


def test_each_note_of_the_comparison_stands_beside_one_point():
    notes = [(told.note, fact.field) for fact, told in POINTS if told.note]
    assert sorted(notes, key=lambda note: note[1]) == [
        (Note.STAY_ASKED_FOR, "nights"),
        (Note.WHETHER_RUN_OUT, "valid_until_on"),
    ]


@by_field
def test_each_example_differs_from_the_other(fact):
    assert another(fact) != full_quote()[fact.field]
    if isinstance(fact.kind, kinds.Choice):
        assert another(fact) in fact.kind.options.values


def test_the_facts_are_listed_nowhere_else():
    """A list of fields beside the rows is one from which the next fact is missing."""
    telling = {fact.field for fact in FACTS if "_" in fact.field}
    named = {
        path.as_posix(): telling & set(re.findall(r"\w+", path.read_text()))
        for app in ("enquiries", "programs", "all_portal")
        for path in sorted(Path(app).rglob("*.py"))
        if "migrations" not in path.parts and not path.is_relative_to("enquiries/words/quote_facts")
    }
    assert {path for path, fields in named.items() if len(fields) > 3} == MAY_NAME_MANY
