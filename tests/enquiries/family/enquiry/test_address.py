"""The address by which everything comes: cleaned, asked about, and never refused for a guess of ours."""

import pytest

from enquiries.actions import deciding
from enquiries.forms.email_field import AS_TYPED
from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import Inputs
from tests.enquiries.family.enquiry.test_given_answers import errors

pytestmark = pytest.mark.django_db


def stored(family, **typed) -> Enquiry:
    family.send(**typed)
    return Enquiry.objects.get()


def test_a_typo_is_asked_about_and_the_address_can_be_kept_as_it_is(family):
    asked = family.check(email="amira@gmial.com")
    assert asked.status_code == 422
    assert errors(asked)["email"] == [
        "Did you mean amira@gmail.com? Please correct the address, or say below that it is right."
    ]
    assert "Keep amira@gmial.com: it is right as I typed it." in asked.text
    assert Inputs(asked.text).forms["/enquiry/check/"]["email"] == ["amira@gmial.com"]
    kept = family.check(email="amira@gmial.com", **{AS_TYPED: "amira@gmial.com"})
    assert kept.status_code == 200
    assert Inputs(kept.text).forms["/enquiry/send/"][AS_TYPED] == ["amira@gmial.com"]
    assert stored(family, email="amira@gmial.com", **{AS_TYPED: "amira@gmial.com"}).email == "amira@gmial.com"


def test_who_has_kept_an_address_is_not_asked_again_after_another_fault_or_on_coming_back(family):
    kept = {"email": "amira@gmial.com", AS_TYPED: "amira@gmial.com"}
    fault = family.check(phone="12", **kept)
    assert "email" not in errors(fault)
    assert Inputs(fault.text).forms["/enquiry/check/"][AS_TYPED] == ["amira@gmial.com"]
    back = family.client.post("/enquiry/", family.check(**kept).wsgi_request.POST)
    assert Inputs(back.text).forms["/enquiry/check/"][AS_TYPED] == ["amira@gmial.com"]


def test_keeping_one_address_answers_for_no_other(family):
    assert family.check(email="amira@hotmial.com", **{AS_TYPED: "amira@gmial.com"}).status_code == 422
    assert "Keep" not in family.check(email="amira@example.org").text.partition("<main")[2]


def test_a_letter_our_mails_cannot_reach_gets_a_true_sentence(family):
    assert errors(family.check(email="josé@example.org"))["email"] == [
        "Before the @ there is a letter such as “é”, or one of another script. Our mails cannot be sent to such an "
        "address. Please give another one."
    ]


@pytest.mark.parametrize("typed", ["amira@bücher.example.org", "\u202aamira@BÜCHER.example.org\u202c"])
def test_an_address_with_an_international_domain_is_kept_as_machines_write_it_and_found(
    family, client, typed
):
    enquiry = stored(family, email=typed)
    assert enquiry.email == "amira@xn--bcher-kva.example.org"
    before = enquiry.codes.count()
    client.post("/status/new-link/", {"email": "\u200eamira@bücher.example.org "})
    assert enquiry.codes.count() == before + 1
    deciding.renew_code(email="amira@xn--bcher-kva.example.org")
    assert enquiry.codes.count() == before + 2


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u2800 \u00a0", "\u00ad", "\u202a\u202c", "\u0301"])
def test_a_name_needs_something_to_see(family, name):
    assert errors(family.check(family_name=name))["family_name"] == ["Please tell us your name."]


@pytest.mark.parametrize("name", ["X", "Ng", "王", "1", "\u200fحداد"])
def test_a_name_of_one_letter_is_a_name(family, name):
    assert family.check(family_name=name).status_code == 200
