"""The columns of the answers, one for each question (enquiries.words.questions). Everything that tells who is ill, or
of what, is ciphertext."""

from typing import Any

from django.db import models

from enquiries.sealing.fields import EncryptedJSONField, EncryptedTextField, Sealed
from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.kinds import Choice, Many
from enquiries.words.questions.question import Question


class Answers(Sealed):
    # The columns come below; these lines tell a type checker of those that code reads by name.
    writer: str
    emergency_signs: str
    treatment_started: str
    diagnosis: str
    given_name: str
    family_name: str
    email: str
    phone: str
    country: str

    class Meta:
        abstract = True


def _column(question: Question) -> "models.Field[Any, Any]":
    if isinstance(question.kind, Many):
        return EncryptedJSONField(null=True, blank=True)
    if not question.clear_because:
        return EncryptedTextField(blank=True, default="")
    # What may stand in clear is one of a few codes, never what a person typed.
    assert isinstance(question.kind, Choice)  # noqa: S101
    return models.CharField(max_length=16, choices=question.kind.options)


for _question in QUESTIONS:
    Answers.add_to_class(_question.field, _column(_question))
