"""An address is kept in one form, however it was typed or pasted; a likely typo is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enquiries.words.typed.email_addresses import (
    PROVIDERS,
    REAL,
    clean_address,
    has_foreign_local_part,
    likely_meant,
)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("amira@example.org", "amira@example.org"),
        (" amira@example.org\u00a0", "amira@example.org"),
        ("\u202aamira@example.org\u202c", "amira@example.org"),
        ("ami\u00adra@exam\u200bple.org\ufeff", "amira@example.org"),
        ("mailto:amira@example.org", "amira@example.org"),
        ("<amira@example.org>", "amira@example.org"),
        ("amira@example.org.", "amira@example.org"),
        ("Amira@Example.ORG", "Amira@example.org"),
        ("\uff41mira\uff20example.org", "amira@example.org"),
        ("amira@bücher.example.org", "amira@xn--bcher-kva.example.org"),
        ("amira@BÜCHER.example.org", "amira@xn--bcher-kva.example.org"),
        ("amira@bu\u0308cher.example.org", "amira@xn--bcher-kva.example.org"),
        ("amira@straße.example.org", "amira@xn--strae-oqa.example.org"),
        ("amira@пример.example", "amira@xn--e1afmkfd.example"),
        ("amira@例え。example.org", "amira@xn--r8jz45g.example.org"),
        ("josé@example.org", "josé@example.org"),
        ("no address", "no address"),
        ("", ""),
        ("a@b..c", "a@b..c"),
        ("a@" + "ü" * 80, "a@" + "ü" * 80),
    ],
)
def test_an_address_is_cleaned(typed, clean):
    assert clean_address(typed) == clean
    assert clean_address(clean) == clean


@given(st.text(max_size=80))
def test_cleaning_anything_twice_changes_no_more(typed):
    once = clean_address(typed)
    assert clean_address(clean_address(once)) == clean_address(once)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a@gmial.com", "a@gmail.com"),
        ("a@gmai.com", "a@gmail.com"),
        ("a@gmail.con", "a@gmail.com"),
        ("a@gmaill.com", "a@gmail.com"),
        ("a@hotmial.com", "a@hotmail.com"),
        ("a@outlok.com", "a@outlook.com"),
        ("a@yaho.com", "a@yahoo.com"),
        ("a@yahoo.cmo", "a@yahoo.com"),
        ("a@example.con", "a@example.com"),
        ("a@uni-klinik.ogr", "a@uni-klinik.org"),
        ("a@Gmial.com", "a@gmail.com"),
    ],
)
def test_a_likely_typo_is_seen(typed, meant):
    assert likely_meant(typed) == meant


@pytest.mark.parametrize(
    "right",
    [*(f"a@{domain}" for domain in sorted({*PROVIDERS, *REAL})), "a@example.org", "a@gmal-clinic.test",
     "a@mail.example.com", "a@web.at", "a@gmx.at", "no address", "", "@", "a@localhost"],
)  # fmt: skip
def test_nobody_is_asked_about_an_address_that_is_right(right):
    assert likely_meant(right) == ""


def test_a_letter_no_mail_server_of_ours_takes_is_seen():
    assert has_foreign_local_part("josé@example.org")
    assert not has_foreign_local_part("jose@xn--bcher-kva.example.org")
