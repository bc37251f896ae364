"""The axis on which the stays are drawn."""

from itertools import pairwise

import pytest

from programs.pages.stay_axis import draw_axis
from tests.factories import STAYS


def test_on_the_axis_each_stay_lies_by_its_length_and_no_labels_collide():
    axis = draw_axis(list(STAYS), marked=31)
    places = {mark.days: mark.x for mark in axis.marks}
    assert (places[57] - places[12]) / (places[34] - places[12]) == pytest.approx(45 / 22, rel=0.01)
    assert [mark.days for mark in axis.marks if mark.is_marked] == [31]
    by_line = {}
    for mark in axis.marks:
        by_line.setdefault(mark.label_y, []).append(mark.x)
    assert all(b - a >= 36 for line in by_line.values() for a, b in pairwise(line))


def test_an_axis_holds_one_stay_or_a_whole_year():
    assert [mark.days for mark in draw_axis([1], marked=1).marks] == [1]
    assert draw_axis([1, 365], marked=365).end <= 640
