"""Check 60: the words people agree to name everything they have to name."""

import hashlib
import re

import pytest

from enquiries.rules.consent_texts import (
    as_kept,
    authority_statement,
    explanations,
    hospital_statement,
    portal_statement,
)
from enquiries.rules.consents import consents_for
from enquiries.words.choices import Writer


def portal_text(*, writer: str) -> str:
    """What is kept when box A is ticked."""
    return as_kept(explanations(writer=writer), portal_statement(writer=writer))


@pytest.fixture(autouse=True)
def operator(settings):
    settings.OPERATOR_NAME = "Operator Ltd"
    settings.OPERATOR_ADDRESS = "Street 1, 12345 Town, Germany"
    settings.OPERATOR_DATA_PROTECTION = "privacy@example.org"
    settings.OPERATOR_PROCESSORS = "Host One in Berlin (servers)"
    settings.KEEP_CLOSED_ENQUIRY_DAYS = 77
    settings.KEEP_BACKUP_DAYS = 14


@pytest.mark.parametrize(
    "words",
    [
        "Operator Ltd, Street 1, 12345 Town, Germany",  # 1 controller
        "privacy@example.org",
        "what you wrote about the patient and the illness, and the documents you add",  # 2 what
        "read my data and my child's",  # 3 purpose A
        "I expressly agree",  # 5
        "Nobody has to agree",  # 6 voluntary
        "that hospital gets nothing; this has no other disadvantage",
        "At any time and as easily as you agreed",  # 7
        "Hospitals that have your data are told to delete them",
        "77 days after it is closed",  # 8
        "within 14 days",
        "Host One in Berlin (servers)",  # 9
        "The law of your own country may count as well",  # 10
        "No computer decides anything: a person reads",  # 11
        "complain to a data protection authority",  # 12
        "All who hold parental responsibility should agree",  # 13
        "The words of each box you tick, their language, the time, and in which role",  # 16
        "an estimate and binds nobody",  # 17
        "made only between patient and hospital",
    ],
)
def test_the_text_kept_for_the_portals_box_names_each_element(words):
    assert words in portal_text(writer="parent")


def test_each_hospital_is_named_and_is_then_itself_responsible(ulm):
    """4"""
    text = hospital_statement(ulm, writer="parent")
    assert text.startswith("I expressly agree that my name, what I wrote about my child and the illness")
    assert "passed to Ulm University Hospital in Ulm" in text
    assert "The hospital is itself responsible" in text


@pytest.mark.parametrize(
    ("writer", "authority", "words"),
    [
        ("parent", "joint_agreed", "The other person who holds it agrees."),
        ("parent", "sole", "I am the only one who holds it."),
        ("parent", "joint_unknown", "the coordinators will ask me before anything is passed to a hospital"),
        ("parent", "guardianship", "I am the child's guardian"),
        ("representative", "power_of_attorney", "under a power of attorney"),
        ("representative", "guardianship", "I am the patient's guardian"),
        ("representative", "patient_asked", "a written power of attorney is needed before"),
        ("professional", "patient_agrees", "their own confirmation is needed before"),
    ],
)
def test_who_acts_for_another_states_by_what_right(writer, authority, words):
    """13, 14, 15"""
    assert words in authority_statement(writer=writer, authority=authority)


def test_patients_who_write_themselves_state_no_right():
    assert authority_statement(writer="patient", authority="") == ""


def test_no_two_roles_agree_to_the_same_words(ulm):
    for make in (
        lambda writer: portal_text(writer=writer),
        lambda writer: str(len(explanations(writer=writer))) + portal_statement(writer=writer),
    ):
        assert len({make(writer) for writer in Writer.values}) >= 3
    assert len({portal_text(writer=writer) for writer in Writer.values}) == 4


def test_another_wording_has_another_fingerprint(settings):
    before = portal_text(writer="parent")
    settings.KEEP_CLOSED_ENQUIRY_DAYS = 78
    after = portal_text(writer="parent")
    assert hashlib.sha256(before.encode()).digest() != hashlib.sha256(after.encode()).digest()


def test_consents_are_given_one_by_one(ulm, freiburg):
    given = consents_for([ulm, freiburg], writer="parent", authority="sole")
    assert [(one.purpose.value, one.hospital) for one in given] == [
        ("portal", None),
        ("hospital", ulm),
        ("hospital", freiburg),
        ("authority", None),
    ]
    assert [one.purpose.value for one in consents_for([ulm], writer="patient")] == ["portal", "hospital"]


@pytest.mark.parametrize("writer", Writer.values)
def test_no_box_is_tied_to_anything_else(ulm, writer):
    """5"""
    texts = [portal_text(writer=writer), hospital_statement(ulm, writer=writer)]
    for word in ("newsletter", "advertis", "cookie", "terms", "%("):
        assert not [text for text in texts if word in text.lower()]


def test_each_missing_box_is_named_in_the_summary_as_on_the_page(family, freiburg):
    """No text was typed on this page: nothing is said of it."""
    nothing_ticked = family.ready(tick=False, p=["ulm-21", "freiburg-21"])
    page = family.client.post("/enquiry/send/", nothing_ticked).text
    summary = page.split('id="error-summary"')[1].split("</div>")[0]
    named = re.findall(r'<a href="#([^"]+)"><b>([^<]+)</b> ', summary)
    assert named == [
        ("id_consent_authority", "Your statement as parent or guardian"),
        ("id_consent_portal", "To us: reading and checking"),
        ("id_consent_ulm_hospital", "Ulm University Hospital"),
    ]
    for _anchor, name in named:
        assert re.search(rf"<h[34][^>]*>{name}</h[34]>", page), name
    assert "What you typed" not in summary
    assert "What you typed is still there." in family.check(email="amira@").text
