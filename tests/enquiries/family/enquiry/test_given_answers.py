"""The answers: what has to be given, what is refused by name and kept, how what is given is read."""

import pytest

from enquiries.family.enquiry.form import EnquiryForm
from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import ANSWERS, Inputs

pytestmark = pytest.mark.one_database

REQUIRED = {
    "emergency_signs": "Please choose one.",
    "writer": "Please choose one.",
    "birth_month": "Please give at least the year.",
    "country": "Please choose one.",
    "family_name": "Please tell us your name.",
    "email": "Please give an e-mail address: we have no other way to tell you of an answer.",
    "preferred_language": "Please choose one.",
    "diagnosis": "Please choose one.",
}


def errors(response) -> dict[str, list[str]]:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_only_the_few_things_a_hospital_cannot_do_without_have_to_be_given(family):
    response = family.client.post("/enquiry/check/", {"p": "ulm-21"})
    assert response.status_code == 422
    assert errors(response) == {name: [sentence] for name, sentence in REQUIRED.items()}


@pytest.mark.parametrize("name", ["given_name", "phase", "treatment_started"])
def test_the_rest_may_stay_empty(family, name):
    assert family.check(without=[name]).templates[0].name == "enquiry/check.html"


def test_each_error_is_linked_from_the_summary_and_described_at_its_field(family):
    html = family.check(without=["diagnosis"], email="amira@").text
    assert "<title>Error: Ask for quotes · ALL Portal</title>" in html
    assert 'href="#id_email"><b>Your e-mail address</b> This is not a complete e-mail address.' in html
    assert 'href="#div_id_diagnosis"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_error"' in html


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"birth_month_year": "1850"}, "birth_month", "Please type the year with four digits, for example "),
        ({"birth_month_year": "19"}, "birth_month", "Please type the year with four digits, for example "),
        (
            {"birth_month_year": "99999999999999999999"},
            "birth_month",
            "Please type the year with four digits",
        ),
        (
            {"birth_month_year": "2999"},
            "birth_month",
            "This month is still to come. Please check month and year.",
        ),
        ({"birth_month_year": ""}, "birth_month", "Please add the year, with four digits."),
        (
            {"diagnosed_month_month": "03", "diagnosed_month_year": "2020"},
            "diagnosed_month",
            "This is before the patient was born. Please check both.",
        ),
        (
            {"story": "x" * 1501},
            "story",
            "This is 1501 characters long and 1500 fit: please shorten it by 1 character.",
        ),
        (
            {"story": "é\n" * 900},
            "story",
            "This is 1799 characters long and 1500 fit: please shorten it by 299 characters.",
        ),
        ({"story": "a\x00b"}, "story", "There is a character in it that cannot be read or printed."),
        (
            {"family_name": "Had\x07dad"},
            "family_name",
            "There is a character in it that cannot be read or printed.",
        ),
        (
            {"family_name": "Had\ndad"},
            "family_name",
            "There is a character in it that cannot be read or printed.",
        ),
        ({"phone": "12"}, "phone", "This number cannot be dialed."),
        ({"relationship": ""}, "relationship", "Please tell us how you are related to the child."),
        (
            {"relationship": "", "writer": "professional"},
            "relationship",
            "Please tell us what you are to the patient.",
        ),
        ({"authority_parent": ""}, "authority_parent", "Please choose one."),
        ({"writer": "representative"}, "authority_adult", "Please choose one."),
        ({"country": "Atlantis"}, "country", "Select a valid choice."),
        ({"earliest_month": "2020-01"}, "earliest_month", "This month has passed. Please choose again."),
        ({"email": "a@b\r\nBcc: x@example.org"}, "email", "This is not a complete e-mail address."),
        ({"email": "a" * 300 + "@example.org"}, "email", "This address is too long to be an e-mail address."),
        (
            {"writer": "parent", "birth_month_year": "1990"},
            "writer",
            "By the date of birth the patient is an adult. Then choose “An adult I act for is ill”.",
        ),
        (
            {"writer": "patient"},
            "writer",
            "By the date of birth the patient is under 18. Then a parent or guardian",
        ),
    ],
)
def test_what_cannot_be_is_named_beside_its_field_and_kept(family, changed, field, sentence):
    response = family.check(**changed)
    assert response.status_code == 422
    assert errors(response)[field][0].startswith(sentence)
    sent = ANSWERS | {name: [value] for name, value in changed.items()}
    kept = Inputs(response.text).forms["/enquiry/check/"]
    for name in sent.keys() - changed.keys():
        assert kept[name] == sent[name]
    if field in changed and field not in ("country", "earliest_month"):
        assert "".join(kept.get(field, [])) == changed[field]
    assert Enquiry.objects.count() == 0


@pytest.mark.parametrize(
    ("month", "year", "stored"),
    [("04", "2020", "2020-04"), ("", "2020", "2020"), ("12", "٢٠١٩", "2019-12"), ("01", " 2019 ", "2019-01")],
)
def test_a_month_is_read_as_families_give_it(family, month, year, stored):
    assert family.check(birth_month_month=month, birth_month_year=year).context["form"].writer == "parent"
    form = EnquiryForm(family.check(birth_month_month=month, birth_month_year=year).wsgi_request.POST)
    assert form.is_valid()
    assert form.answers["birth_month"] == stored


def test_a_diagnosis_in_the_year_of_birth_is_possible(family):
    assert family.check(birth_month_month="", diagnosed_month_year="2020").status_code == 200


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("06 462 0000", "+962 6 462 0000"),
        ("00962 6 462 0000", "+962 6 462 0000"),
        ("+49 30 901820", "+49 30 901820"),
    ],
)
def test_a_phone_number_is_understood_from_the_country_given(family, typed, stored):
    form = EnquiryForm(family.check(phone=typed).wsgi_request.POST)
    assert form.is_valid()
    assert form.answers["phone"] == stored


def test_what_concerns_another_writer_is_left_out_though_it_was_typed(family):
    typed = {"writer": "patient", "birth_month_year": "1990", "authority_adult": "power_of_attorney"}
    form = EnquiryForm(family.check(**typed).wsgi_request.POST)
    assert form.is_valid()
    assert (form.answers["relationship"], form.answers["authority"]) == ("", "")


def test_the_number_that_we_show_as_an_example_is_taken(family):
    form = EnquiryForm(family.check(phone="+962 6 123 4567").wsgi_request.POST)
    assert form.errors == {}


def test_the_summary_asks_a_parent_as_the_form_does(family):
    link = '<a href="#id_relationship"><b>{}</b> Please tell us'
    assert link.format("How are you related to the child?") in family.check(relationship="").text
    adult = family.check(relationship="", writer="professional").text
    assert link.format("What are you to the patient?") in adult
