"""Which answers of an enquiry do not fit together, each with the field it belongs to."""

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.words.choices import Writer
from enquiries.words.months import is_before, years_since
from enquiries.words.questions import QUESTIONS
from enquiries.words.typed.phones import Phone, read_phone
from ground.berlin import today_in_berlin

ADULT = 18
Misfit = tuple[str, str | Promise]


def what_does_not_fit(answers: dict[str, Any]) -> Iterator[Misfit]:
    """`answers`: the cleaned ones; a field that is wrong by itself is missing."""
    yield from _what_is_missing(answers)
    yield from _about_the_months(answers)
    if answers.get("phone") and not _read_phone(answers):
        yield "phone", _("This number cannot be dialed. Please give it with the country code, or none.")


def _what_is_missing(answers: dict[str, Any]) -> Iterator[Misfit]:
    """What must be answered by this writer and not by everybody."""
    writer = answers.get("writer", "")
    for question in QUESTIONS:
        way = question.way_for(writer)
        if question.required and way and not question.is_asked_of_everybody and not answers.get(way.name):
            yield way.name, question.missing_for(writer)


def _about_the_months(answers: dict[str, Any]) -> Iterator[Misfit]:
    born, found, writer = answers.get("birth_month"), answers.get("diagnosed_month"), answers.get("writer")
    if not born:
        return
    if found and is_before(found, born):
        yield "diagnosed_month", _("This is before the patient was born. Please check both.")
    fewest, most = years_since(born, today=today_in_berlin())
    if writer == Writer.PARENT and fewest >= ADULT:
        yield (
            "writer",
            _("By the date of birth the patient is an adult. Then choose “An adult I act for is ill”."),
        )
    if writer in (Writer.PATIENT, Writer.REPRESENTATIVE) and most < ADULT:
        yield (
            "writer",
            _(
                "By the date of birth the patient is under 18. Then a parent or guardian sends the enquiry: "
                "“My child under 18 is ill”."
            ),
        )


def readable_phone(answers: dict[str, Any]) -> str:
    phone = _read_phone(answers)
    return phone.words if phone else answers["phone"]


def _read_phone(answers: dict[str, Any]) -> Phone | None:
    """A number without its country code is read as one of the patient's country."""
    return read_phone(answers["phone"], country=answers.get("country") or "")
