"""A coordinator finds a family by what it says on the phone; the database holds digests only."""

import pytest
from django.db import connection

from enquiries.models import Enquiry, FindingWord
from enquiries.rules.answers import found_by
from enquiries.sealing.blind_index import blind_index
from tests import factories

pytestmark = pytest.mark.django_db
OTHER_KEY = bytes(range(50, 82))


@pytest.fixture
def mueller(ulm):
    return factories.make_enquiry(
        ulm, given_name="Zoë Nguyễn", family_name="O\u2019Neill-Müller", email="zoe@bücher.example.org",
        phone="+962 7 9123 4567", country="JO", key="mueller",
    )  # fmt: skip


def found(words):
    return list(Enquiry.objects.matching(words))


@pytest.mark.parametrize(
    "typed",
    ["O'Neill", "oneill", "Mueller", "muller", "Müller", "Nguyen", "zoe", "Zoë Nguyễn", "Mueller Zoe",
     "O\u2019Neill-Müller", "+962791234567", "079 123 4567", "00962 (0)79 1234567", "791234567",
     "+\u0669\u0666\u0662 \u0667\u0669 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667"],
)  # fmt: skip
def test_a_word_of_the_name_or_the_number_finds_it(mueller, haddad, typed):
    assert found(typed) == [mueller]


@pytest.mark.parametrize(
    "typed", ["Neil", "Mülle", "Zoe Haddad", "1234567", "96279123456", "zoe@", "()", "+"]
)
def test_a_part_or_a_name_of_two_families_finds_nothing(mueller, haddad, typed):
    assert found(typed) == []


def test_a_name_corrected_is_found_by_what_it_is_now_and_not_by_what_it_was(mueller):
    mueller.family_name = "Schmidt"
    found_by.set_indexes(mueller)
    mueller.save()
    found_by.write_finding_words(mueller)
    assert (found("Schmidt"), found("Mueller"), found("zoe")) == ([mueller], [], [mueller])


def test_an_enquiry_from_before_a_key_rotation_is_found(mueller, settings):
    settings.PORTAL_KEYS = {"n2": OTHER_KEY} | settings.PORTAL_KEYS
    assert found("Mueller Zoe") == [mueller]


def test_no_word_stands_in_the_database_and_without_the_key_none_can_be_guessed(mueller, settings):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM enquiries_findingword")
        rows = str(cursor.fetchall()).lower()
    assert [word for word in ("mueller", "zoe", "neill", "962791234567") if word in rows] == []
    settings.PORTAL_KEYS = {"t1": OTHER_KEY}
    assert found("Mueller") == []


def test_each_kind_of_index_has_a_key_of_its_own(mueller):
    kinds = ("name-word", "family_name", "email", "phone")
    assert len({blind_index("mueller", purpose=kind) for kind in kinds}) == len(kinds)
    assert FindingWord.objects.filter(digest=blind_index("mueller", purpose="name-word")).count() == 1
    assert FindingWord.objects.filter(digest=blind_index("mueller", purpose="phone")).count() == 0
