"""Small answers every public list and page gives in the same way."""

import pytest
from django.http import Http404, QueryDict

from ground.page_number import page_number
from ground.taken_down import taken_down


@pytest.mark.parametrize(
    ("text", "number", "ignored"),
    [
        ("", 1, []),
        ("page=3", 3, []),
        ("page=%203%20", 3, []),
        ("page=9999", 9999, []),
        ("page=10000", 1, ["page: 10000"]),
        ("page=two", 1, ["page: two"]),
        ("page=-1", 1, ["page: -1"]),
        ("page=%C2%B2", 1, ["page: ²"]),
        ("page=" + "9" * 60, 1, ["page: " + "9" * 40]),
    ],
)
def test_what_is_no_page_number_is_the_first_page_and_is_told(text, number, ignored):
    told = []
    assert (page_number(QueryDict(text), told), told) == (number, ignored)


def test_what_was_public_once_says_that_it_is_gone_and_what_never_was_does_not_exist(rf):
    assert taken_down(rf.get("/x/"), was_public=True).status_code == 410
    with pytest.raises(Http404):
        taken_down(rf.get("/x/"), was_public=False)
