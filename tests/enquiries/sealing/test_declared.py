"""Check 66: every field of every model is spoken for, and a database full of answers holds none of them in clear."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.utils import timezone

from all_portal.declared import DECLARED
from enquiries.actions import answering, coordinating, deciding
from enquiries.background import privacy
from enquiries.models import Document, Enquiry
from enquiries.sealing.fields import EncryptedTextField
from enquiries.words.actors import Actor
from enquiries.words.questions import QUESTIONS, examples, kinds
from enquiries.words.quote_facts import FACTS
from ground.declared import How, clear, declare, sealed
from tests import factories
from tests.enquiries.words.quote_facts import full_quote

SEALED = [
    (model, name)
    for model, fields in DECLARED.items()
    for name, declared in fields.items()
    if declared.how is How.SEALED
]
BLANKED = [
    (model, name)
    for model, fields in DECLARED.items()
    for name, declared in fields.items()
    if declared.blanked
]
TYPED = (kinds.Line, kinds.Story)
CANARIES = {
    question.field: f"Canary {question.field}" for question in QUESTIONS if isinstance(question.kind, TYPED)
}


@pytest.fixture
def filled(ulm, freiburg, carla) -> Enquiry:
    """An answer to everything, and something in every text that anybody can write."""
    enquiry = factories.make_enquiry(ulm, freiburg, **CANARIES)
    deciding.write(enquiry=enquiry, text="Canary message", by=Actor.family(enquiry))
    coordinating.add_note(enquiry=enquiry, text="Canary note", by=Actor.coordinator(carla))
    for hospital in (ulm, freiburg):
        factories.release(enquiry, hospital, carla)
    factories.quote(factories.request_to(enquiry, ulm), **full_quote())
    declined = factories.request_to(enquiry, freiburg)
    answering.decline(quote_request=declined, reason="other", text="Canary no", by=Actor.hospital(declined))
    Document.objects.create(
        enquiry=enquiry, kind="lab", name="Canary name", content_type="application/pdf", size=10, sha256="0" * 64,
        stored_as=uuid.uuid4().hex, scan="clean", created_at=enquiry.created_at, added_by="family",
    )  # fmt: skip
    return enquiry


def column(model: str, name: str) -> list[str]:
    """As it stands in the database, row by row, past everything that decrypts."""
    meta = apps.get_model(model)._meta
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{meta.get_field(name).column}" FROM "{meta.db_table}"')
        return [value or "" for (value,) in cursor.fetchall()]


def everything() -> str:
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return "\n".join(str(row) for row in rows)


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_every_field_is_spoken_for_and_none_that_is_gone(model):
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    assert set(DECLARED[model._meta.label]) == {field.name for field in fields}


def test_no_model_is_spoken_for_that_is_gone():
    assert set(DECLARED) == {model._meta.label for model in apps.get_models()}


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_what_is_said_of_a_field_is_what_its_class_does(model):
    for name, declared in DECLARED[model._meta.label].items():
        is_ciphertext = isinstance(model._meta.get_field(name), EncryptedTextField)
        assert is_ciphertext is (declared.how is How.SEALED), name


def test_these_are_sealed_besides_answers_and_quotes():
    """Written down a second time on purpose: nobody makes one of them clear by changing the table alone. For what has
    rows of its own, test_questions.py and test_quote_facts.py do the same."""
    answers = {("enquiries.Enquiry", question.field) for question in QUESTIONS}
    quotes = {("enquiries.Quote", fact.field) for fact in FACTS if not fact.clear_because}
    assert answers & set(SEALED) == answers - {("enquiries.Enquiry", "writer")}
    assert quotes <= set(SEALED)
    assert set(SEALED) - answers - quotes == {
        ("enquiries.Document", "name"),
        ("enquiries.Message", "text"),
        ("enquiries.Note", "text"),
        ("enquiries.QuoteRequest", "decline_text"),
    }


def test_whatever_stands_in_clear_has_its_reason():
    without = [
        (model, name)
        for model, fields in DECLARED.items()
        for name, declared in fields.items()
        if declared.how is How.CLEAR and not declared.because.endswith(".")
    ]
    assert without == []


def test_a_field_that_is_spoken_for_twice_is_refused():
    with pytest.raises(ValueError, match="declared twice: name"):
        declare(sealed("name text"), clear("name", because="No."))


def test_in_each_row_each_sealed_field_is_ciphertext(filled):
    """By row and column: a code such as "b" or "JO" can be searched for in no dump."""
    wrong, never_filled = [], []
    for model, name in SEALED:
        values = [value for value in column(model, name) if value]
        wrong += [(model, name) for value in values if not value.startswith("v1:t1:")]
        never_filled += [(model, name)] if not values else []
    assert (wrong, never_filled) == ([], [])


def test_a_dump_of_the_whole_database_holds_no_word_of_it(filled):
    dump = everything()
    assert "Ulm University Hospital" in dump
    texts = {value for value in examples().values() if isinstance(value, str) and len(value) > 6}
    texts |= {value for value in factories.ANSWERS.values() if isinstance(value, str) and len(value) > 6}
    # Codes of choices are words of our own, and months are those of other days too.
    codes = {code for question in QUESTIONS if isinstance(question.kind, kinds.Choice)
             for code in question.kind.options.values}  # fmt: skip
    assert [text for text in {*texts - codes, "Canary"} if text in dump] == []


def test_after_anonymizing_nothing_is_left_in_a_field_that_is_to_be_blank(filled):
    assert [one for one in BLANKED if not any(column(*one))] == []
    deciding.withdraw_all(enquiry=filled, by=Actor.family(filled))
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert privacy.retain()["enquiries"] == 1
    assert [one for one in BLANKED if any(column(*one))] == []
