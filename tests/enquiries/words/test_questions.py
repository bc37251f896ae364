"""The rows themselves: what no row may say, whatever it asks."""

import re
from pathlib import Path

import pytest

from enquiries.words.choices import Writer
from enquiries.words.questions import QUESTIONS, examples, kinds
from enquiries.words.questions.parts import Reader
from tests.enquiries.words.questions import another

by_field = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.field)


def test_no_two_questions_share_a_column_or_a_field_of_the_form():
    fields = [question.field for question in QUESTIONS]
    names = [way.name for question in QUESTIONS for way in question.ways]
    assert len(set(fields)) == len(fields)
    assert len(set(names)) == len(names)


def test_who_writes_is_the_one_answer_that_stands_in_clear():
    """Written down a second time on purpose: an answer about the patient is never made clear by a slip in its row."""
    assert {question.field for question in QUESTIONS if question.clear_because} == {"writer"}
    assert {question.field for question in QUESTIONS if not question.personal} == {"writer"}


def test_these_are_read_by_the_chosen_hospital_alone():
    """As above: how a family is reached is not told by a slip."""
    chosen = {q.field for q in QUESTIONS if q.readers & {Reader.HOSPITAL, Reader.CHOSEN_HOSPITAL} == {
        Reader.CHOSEN_HOSPITAL}}  # fmt: skip
    none = {q.field for q in QUESTIONS if not q.readers & {Reader.HOSPITAL, Reader.CHOSEN_HOSPITAL}}
    assert (chosen, none) == ({"email", "phone"}, {"relationship", "authority", "phone_when"})


@by_field
def test_each_answer_is_read_by_the_family_and_by_a_coordinator(question):
    assert {Reader.FAMILY, Reader.COORDINATOR} <= question.readers


@by_field
def test_each_example_is_one_that_a_parent_may_give(question):
    if isinstance(question.kind, kinds.One):
        way = question.way_for("parent")
        assert question.example in (way.options or list(question.kind.options))
    assert question.kind.words(examples()[question.field]) != ""
    assert another(question) != examples()[question.field]


@by_field
def test_whoever_must_answer_is_told_what_is_missing(question):
    for writer in Writer:
        if question.required and question.way_for(writer):
            assert str(question.missing_for(writer)).endswith(".")


def test_an_example_is_nobody_s_address():
    assert examples()["email"].endswith("@example.org")


def test_the_questions_are_listed_nowhere_else():
    """A list of fields beside the rows is one from which the next question is missing. The demo's stories name the
    answers in which they differ."""
    telling = {question.field for question in QUESTIONS if "_" in question.field}
    named = {
        path.as_posix(): telling & set(re.findall(r"\w+", path.read_text()))
        for path in sorted(Path("enquiries").rglob("*.py"))
        if "migrations" not in path.parts and not path.is_relative_to("enquiries/words/questions")
    }
    named.pop("enquiries/demo.py")
    assert {path: fields for path, fields in named.items() if len(fields) > 4} == {}
