"""People are found by a word of their name, however they and we write it."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from enquiries.words.typed.name_words import name_words, typed_words


def finds(typed: str, name: str) -> bool:
    words = typed_words(typed)
    return bool(words) and all(spellings & name_words(name) for spellings in words)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("O'Neill", "O\u2019Neill"),
        ("O\u2019Neill", "O'Neill"),
        ("ONeill", "O\u02bcNeill"),
        ("Mueller", "Müller"),
        ("Müller", "Mueller"),
        ("Muller", "Müller"),
        ("müller", "MU\u0308LLER"),
        ("Nguyen", "Nguyễn"),
        ("nguyen", "Nguyễn Thị Đào"),
        ("dao", "Nguyễn Thị Đào"),
        ("Thi Nguyen", "Nguyễn Thị Đào"),
        ("Yildiz", "Yıldız"),
        ("YILDIZ", "Yıldız"),
        ("ismail", "İsmail"),
        ("ISMAIL", "ismaıl"),
        ("Алена", "Алёна"),
        ("алёна", "Алена"),
        ("احمد", "أحمد"),
        ("امال", "آمال"),
        ("ابراهيم", "إبراهيم"),
        ("محمد", "مُحَمَّد"),
        ("محمد", "محـــمد"),
        ("فاطمه", "فاطمة"),
        ("ليلي", "ليلى"),
        ("کریم", "كريم"),
        ("Strasse", "Straße"),
        ("Soren", "Søren"),
        ("Soeren", "Søren"),
        ("Jerome", "Jérôme"),
        ("Haddad", "Al-Haddad"),
        ("AlHaddad", "Al-Haddad"),
        ("Al Haddad", "Al-Haddad"),
        ("Al-Haddad", "Al Haddad"),
        ("AlHaddad", "Al Haddad"),
        ("Garcia", "María José García\u00a0Márquez"),
        ("Marquez Maria", "María José García\u00a0Márquez"),
        ("王", "王 小明"),
        ("Lukasz", "Łukasz"),
        ("Eliyev", "Əliyev"),
        ("\u200fHad\u00addad", "Haddad"),
        ("राम", "राम"),
    ],
)
def test_the_name_is_found(typed, name):
    assert finds(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Hadda", "Haddad"),
        ("ad", "Haddad"),
        ("", "Haddad"),
        ("%", "Haddad"),
        ("-", "Al-Haddad"),
        ("Amira Khoury", "Amira Haddad"),
        ("Muller", "Miller"),
        ("رام", "राम"),
    ],
)
def test_a_part_or_another_name_is_not(typed, name):
    assert not finds(typed, name)


@given(st.text(min_size=1, max_size=40))
def test_whoever_is_written_is_found_by_all_of_it_in_any_form(name):
    assume("\u00b4" not in name)  # a mark of its own that Unicode takes for a space
    for form in ("NFC", "NFD", "NFKC"):
        typed = unicodedata.normalize(form, name)
        words = typed_words(typed)
        assert all(spellings & name_words(name) for spellings in words), typed
