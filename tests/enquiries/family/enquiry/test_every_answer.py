"""What is asked is read by those it is asked for: change one answer, and each of their pages says something else."""

import pytest

from enquiries.rules.disclosure import disclose
from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.kinds import Choice
from enquiries.words.questions.question import Question
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.entry.zone_doors import text_of

# Another answer for each question, as it is stored; a question that stands here not yet gets one of its own kind.
CHOSEN = {
    "given_name": "Samira",
    "family_name": "Haddad-Nour",
    "email": "other@example.org",
    "phone": "+49 30 901821",
    "phone_when": "at noon",
    "preferred_language": "fr",
    "relationship": "aunt",
    "authority": "sole",
    "birth_month": "2019-03",
    "country": "IQ",
    "sex": "male",
    "diagnosis": "suspected",
    "leukemia_type": "t",
    "diagnosed_month": "2026-09",
    "treatments": ["radiation"],
    "story": "Nothing was begun.",
    "in_hospital_now": "no",
    "treatment_started": "no",
    "emergency_signs": "yes",
    "fit_to_travel": "no",
    "earliest_month": "2027-01",
    "payment_route": "insurer",
}


def another(question: Question) -> str:
    if isinstance(question.kind, Choice):
        return next(code for code in question.kind.options.values if code != question.example)
    return f"Another {question.field}"


OTHER = {
    question.field: CHOSEN.get(question.field) or another(question)
    for question in QUESTIONS
    if question.field != "writer"
}
# How to reach the family is for the hospital that it has chosen; by what right it writes is ours to check.
NOT_FOR_HOSPITALS = {"email", "phone", "phone_when", "relationship", "authority"}
PARTS = {"birth_month", "diagnosed_month"}
FIRST = {
    "phone_when": "in the morning", "sex": "female", "leukemia_type": "b", "story": "It began in spring.",
    "treatments": ["chemotherapy"], "in_hospital_now": "yes", "fit_to_travel": "unknown", "payment_route": "self",
    "phone": "+49 30 901820", "birth_month_month": "04", "birth_month_year": "2020",
    "diagnosed_month_month": "10", "diagnosed_month_year": "2026",
    "earliest_month": "2026-12",
}  # fmt: skip


def as_typed(field: str, value) -> dict:
    """The form asks for a month in two parts, and for the right to act in the words for a child."""
    if field in PARTS:
        year, month = value.split("-")
        return {f"{field}_year": year, f"{field}_month": month}
    return {"authority_parent" if field == "authority" else field: value}


def test_each_question_has_another_answer_here():
    assert set(CHOSEN) <= set(OTHER)
    assert [field for field in OTHER if OTHER[field] == factories.ANSWERS[field]] == []


@pytest.mark.time_machine("2026-11-23 12:00Z")
@pytest.mark.parametrize("field", OTHER)
def test_the_family_reads_it_before_sending(family, field):
    seen = {"emergency_seen": "yes"}
    before = family.check(**FIRST, **seen)
    after = family.check(**FIRST | as_typed(field, OTHER[field]), **seen)
    assert (before.status_code, after.status_code) == (200, 200)
    assert text_of(before) != text_of(after)


@pytest.mark.parametrize("field", OTHER)
def test_the_hospital_reads_it_or_must_not(haddad, ulm, field):
    def read() -> list:
        return [
            (section.title, section.rows) for section in disclose(factories.request_to(haddad, ulm)).sections
        ]

    before = read()
    setattr(haddad, field, OTHER[field])
    haddad.save()
    assert (read() == before) is (field in NOT_FOR_HOSPITALS)


@pytest.mark.parametrize("field", OTHER)
def test_the_coordinator_reads_it(client, haddad, carla, field):
    desk = Desk(client, carla)

    def read() -> str:
        page = desk.open(haddad)
        return str(page.context["sections"]) + str(page.context["contact"])

    before = read()
    setattr(haddad, field, OTHER[field])
    haddad.save()
    assert read() != before
