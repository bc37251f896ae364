"""A phone number is taken as people write it and as messengers show it, under older and newer plans alike."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enquiries.words.typed.phones import read_phone

JORDAN, BERLIN = "+962791234567", "+4930901820"


@pytest.mark.parametrize(
    ("typed", "country", "e164"),
    [
        ("+962 79 123 4567", "DE", JORDAN),
        ("00962 79 123 4567", "DE", JORDAN),
        ("079 123 4567", "JO", JORDAN),
        ("0791234567", "JO", JORDAN),
        ("962791234567", "JO", JORDAN),
        ("962 79 123 4567", "DE", JORDAN),  # without its plus
        ("\u0660\u0667\u0669\u0661\u0662\u0663\u0664\u0665\u0666\u0667", "JO", JORDAN),
        ("+\u06f9\u06f6\u06f2 \u06f7\u06f9 \u06f1\u06f2\u06f3 \u06f4\u06f5\u06f6\u06f7", "DE", JORDAN),
        ("\u200e\u202a+962\u00a079\u00a0123\u00a04567\u202c\u200f", "", JORDAN),  # as a messenger copies it
        ("\uff0b962 79 123 4567", "", JORDAN),
        ("+962\u201379\u2011123\u20134567", "", JORDAN),
        ("tel:+962-79-123-4567", "DE", JORDAN),
        ("https://wa.me/962791234567", "DE", JORDAN),
        ("+962-79-123-4567 (WhatsApp)", "DE", JORDAN),
        ("WhatsApp: +962 79 123 4567", "DE", JORDAN),
        ("0791234567 / 0797654321", "JO", JORDAN),
        ("0791234567, abends", "JO", JORDAN),
        ("+49 (0)30 901820", "JO", BERLIN),
        ("+49(0)30/90 18 20", "JO", BERLIN),
        ("(030) 901820", "DE", BERLIN),
        ("(+49) 30 901820", "JO", BERLIN),
        ("0049.30.901820", "JO", BERLIN),
        ("+ 49 30 901820", "JO", BERLIN),
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("8 (912) 345-67-89", "KZ", "+79123456789"),
        ("+966 05 1234 5678", "SA", "+966512345678"),
        ("011 15 1234-5678", "AR", "+5491112345678"),
    ],
)
def test_a_number_is_read_as_its_writer_means_it(typed, country, e164):
    assert read_phone(typed, country=country).e164 == e164


@pytest.mark.parametrize(
    ("typed", "country", "e164"),
    [
        ("+225 07123456", "", "+22507123456"),  # Ivory Coast before 2021
        ("07123456", "CI", "+22507123456"),
        ("+225 0707123456", "", "+2250707123456"),
        ("+229 97123456", "", "+22997123456"),  # Benin before 2024
        ("+229 01 97 12 34 56", "", "+2290197123456"),
        ("+52 1 55 1234 5678", "", "+5215512345678"),  # Mexico before 2019
        ("+237 71 23 45 67", "", "+23771234567"),
        ("0123 456 7890", "VN", "+841234567890"),  # Vietnam before 2018
    ],
)
def test_a_number_of_an_older_plan_and_of_a_newer_one_is_taken(typed, country, e164):
    assert read_phone(typed, country=country).e164 == e164


@pytest.mark.parametrize(
    "typed", ["", "12", "none", "+", "+49 30", "0", "()", "+999 1234567890", "1" * 30, "\u200e"]
)
def test_what_no_network_takes_is_no_number(typed):
    assert read_phone(typed, country="JO") is None


def test_the_words_beside_it_stay():
    assert read_phone("0791234567 (only WhatsApp)", country="JO").words == "+962 7 9123 4567 (only WhatsApp)"


def test_a_number_may_be_found_as_it_is_shown_at_home():
    assert read_phone("+49 (0)30 901820").national == "30901820"


@given(st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)), st.data())
def test_in_every_country_the_number_of_each_form_is_the_same(region, data):
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    number = number or phonenumbers.example_number(region)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    forms = [phonenumbers.format_number(number, form) for form in (0, 1, 3)] + [f"00{e164[1:]}"]
    if phonenumbers.region_code_for_number(number) == region:
        forms.append(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
    typed = data.draw(st.sampled_from(forms))
    dressed = data.draw(st.sampled_from(["{}", " {} ", "\u202a{}\u202c", "\u200e{}", "{}."]))
    assert read_phone(dressed.format(typed), country=region).e164 == e164


@given(st.text(max_size=60), st.sampled_from(["", "JO", "DE", "US"]))
def test_whatever_is_typed_is_a_number_or_none(typed, country):
    phone = read_phone(typed, country=country)
    assert phone is None or 7 <= len(phone.e164) <= 16 + 3
