"""Whom a family calls: a number that two sources name, or none."""

import re

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from enquiries.words.ambulance import EUROPEAN_UNION, PLACES, ambulance_number, read_places
from enquiries.words.countries import COUNTRIES

LIKELY = """
    KZ UZ KG TJ TM  GE AM AZ  SA AE QA KW BH OM  YE IQ  LB SY JO PS IL  EG LY TN DZ MA SD  TR RU UA BY MD
    RS BA ME MK AL XK BG RO GR HR  CN IR PK IN VN  AF BD ID MN NG KE
"""
"""Where families most likely write from."""

MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
WITHOUT = "UZ TM AM YE LY DZ MA SD AF ID NG"
SHOWN = [(code, place.number, place.library) for place in PLACES if place.number for code in place.countries]

ROW = """
uncounted = ["phone-maker"]
[origins]
ministry = "the ministry"
neighbor = "the neighbor's travel advice"
phone-maker = "names no source of its own"
[[place]]
countries = ["KZ"]
number = "103"
sources = [
    {by = "ministry", read = "page", numbers = ["103", "112"], page = "https://ministry.example"},
    {by = "neighbor", read = "page", numbers = ["103"], page = "https://neighbor.example"},
]
"""
NO_NUMBER = '\n[[place]]\ncountries = ["UZ"]\nwhy = "nobody knows"\nsources = []\n'


def test_each_country_a_family_likely_writes_from_was_looked_up():
    looked_up = {code for place in PLACES for code in place.countries}
    assert set(LIKELY.split()) - looked_up == set()
    assert looked_up - COUNTRIES.keys() == set()


def test_germany_and_all_of_the_european_union_have_112():
    assert sorted(EUROPEAN_UNION) == MEMBERS.split()
    assert {ambulance_number(code) for code in EUROPEAN_UNION} == {"112"}


@pytest.mark.parametrize(
    ("code", "number"),
    [("KZ", "103"), ("UA", "103"), ("SA", "997"), ("LB", "140"), ("EG", "123"), ("TR", "112"), ("VN", "115")],
)
def test_the_ambulance_has_its_number(code, number):
    assert ambulance_number(code) == number


def test_where_the_sources_do_not_agree_there_is_no_number():
    assert [code for code in LIKELY.split() if ambulance_number(code) is None] == WITHOUT.split()
    assert [place.countries for place in PLACES if bool(place.why) != (place.number is None)] == []


@pytest.mark.parametrize("code", ["US", "ZZ", "", "de"])
def test_a_country_nobody_has_looked_up_has_no_number(code):
    assert ambulance_number(code) is None


@pytest.mark.parametrize(("code", "number", "known_as"), SHOWN)
def test_the_phone_library_knows_the_number_as_the_file_says(code, number, known_as):
    short = phonenumbers.PhoneNumber(
        country_code=phonenumbers.country_code_for_region(code), national_number=int(number)
    )
    assert str(short.national_number) == number
    assert shortnumberinfo.is_valid_short_number_for_region(short, code)
    assert known_as == ("emergency" if shortnumberinfo.is_emergency_number(number, code) else "short")


def test_a_row_with_two_sources_is_taken_and_one_without_a_number_says_why():
    first, second = read_places(ROW + NO_NUMBER)
    assert (first.number, second.number, second.why) == ("103", None, "nobody knows")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('by = "neighbor"', 'by = "ministry"', "KZ: 103 is not named by two sources of different origin"),
        ('numbers = ["103"]', 'numbers = ["112"]', "KZ: 103 is not named by two sources of different origin"),
        ('by = "neighbor"', 'by = "phone-maker"', "KZ: 103 is not named by two sources of different origin"),
        ('by = "neighbor"', 'by = "somebody"', "KZ: unknown: somebody, page"),
        ('read = "page"', 'read = "from memory"', "KZ: unknown: ministry, from memory"),
        ('"103"', '"+103"', "KZ: a number is digits alone"),
        ('["KZ"]', '["KZ", "ZZ"]', "KZ, ZZ: no country: ['ZZ']"),
        ('["UZ"]', '["KZ"]', "KZ: stands twice"),
        ('why = "nobody knows"', "", "UZ: neither a number nor why there is none"),
        ('number = "103"', 'number = "103"\nwhy = "changing"', "KZ: a number, and why there is none"),
    ],
)
def test_a_row_that_could_show_a_wrong_number_is_refused(right, wrong, said):
    text = ROW + NO_NUMBER
    assert right in text
    with pytest.raises(ValueError, match=re.escape(said)):
        read_places(text.replace(right, wrong))
