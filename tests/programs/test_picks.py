"""Picks are whatever someone put into the address."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from programs.models import Program
from programs.picks import MOST_PICKS, read_picks
from tests.factories import make_hospital

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_hospital("ulm"), make_hospital("freiburg")


def read(query: str):
    return read_picks(QueryDict(query))


def test_programs_and_hospitals_to_advise_are_found_in_the_order_of_the_list(two):
    picks = read("p=freiburg-31&p=ulm-21&p=ulm-12&advise=freiburg")
    assert [one.code for one in picks.programs] == ["ulm-12", "ulm-21", "freiburg-31"]
    assert [one.slug for one in picks.advise] == ["freiburg"]
    assert (picks.unknown, picks.left_out, bool(picks)) == ([], 0, True)


def test_by_hospital_brings_both_kinds_together(two):
    ulm, freiburg = two
    picks = read("p=freiburg-31&p=freiburg-12&advise=ulm&advise=freiburg")
    assert [
        (one, [p.stay_days for p in programs], advise) for one, programs, advise in picks.by_hospital()
    ] == [
        (ulm, [], True),
        (freiburg, [12, 31], True),
    ]


def test_the_query_can_be_read_back(two):
    query = "p=ulm-21&p=freiburg-31&advise=freiburg"
    assert read(query).query() == query


def test_the_same_pick_twice_in_any_case_and_with_spaces_is_one(two):
    assert read("p=ulm-21&p=ULM-21&p=%20ulm-21%20").query() == "p=ulm-21"


@pytest.mark.parametrize(
    "value",
    [
        "ulm", "ulm-", "-21", "ulm-0", "ulm-021", "ulm-22", "ulm--21", "ulm-21-21", "ulm-9999999999999999999999",
        "ulm-٢١", "ulm-21\n", "' OR 1=1", "../ulm-21", "<script>", "ulm-21\u202e", "ulm-1e3", "ulm-21.0", "💥",
    ],
)  # fmt: skip
def test_nonsense_is_unknown_and_harms_nothing(two, value):
    query = QueryDict(mutable=True)
    query.setlist("p", [value, "ulm-21"])
    picks = read_picks(query)
    assert picks.query() == "p=ulm-21"
    assert picks.unknown == ([] if value.strip() == "ulm-21" else [value.strip().lower()])


def test_what_is_not_offered_any_more_is_unknown(two):
    Program.objects.filter(hospital__slug="ulm", stay_days=12).update(is_active=False)
    make_hospital("gone", is_published=False)
    picks = read("p=ulm-12&p=gone-21&advise=gone")
    assert (bool(picks), picks.unknown) == (False, ["ulm-12", "gone-21", "gone"])


def test_a_slug_with_hyphens_and_digits_is_read_whole():
    make_hospital("st-georg-2")
    assert read("p=st-georg-2-21").query() == "p=st-georg-2-21"


def test_sixty_picks_are_read_and_the_rest_is_counted(two):
    values = "&".join(f"p=ulm-{number}" for number in range(100, 200)) + "&advise=ulm"
    picks = read(values)
    assert (len(picks.unknown), picks.left_out) == (MOST_PICKS, 41)


def test_what_is_said_back_is_short(two):
    assert read(f"p={'x' * 9000}").unknown == ["x" * 40]


@pytest.mark.parametrize(
    "query", ["p=ulm-21&advise=ulm", "&".join(f"p=h{n}-21&advise=h{n}" for n in range(40))]
)
def test_two_queries_at_most(two, query, django_assert_max_num_queries):
    for number in range(40):
        make_hospital(f"h{number}")
    with django_assert_max_num_queries(2):
        read(query).by_hospital()


@pytest.mark.parametrize("query", ["", "p=&advise=", "q=1", "p=%20"])
def test_an_address_without_picks_needs_no_query(query, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not read(query)


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_at_all_is_read_without_failing(codes, slugs):
    query = QueryDict(mutable=True)
    query.setlist("p", codes)
    query.setlist("advise", slugs)
    picks = read_picks(query)
    assert not picks
    assert len(picks.unknown) <= len(codes) + len(slugs)
