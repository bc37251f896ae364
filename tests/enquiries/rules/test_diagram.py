"""The state diagram that stands in the README."""

import pytest

from enquiries.rules.diagram import BEGIN, END, state_diagram, with_diagram


def test_it_has_an_arrow_for_each_step_with_those_who_may_take_it():
    arrows = state_diagram().splitlines()
    assert "    [*] --> pending: family" in arrows
    assert "    pending --> sent: coordinator" in arrows
    assert "    accepted --> withdrawn: family, coordinator" in arrows
    assert "    acknowledged --> expired: clock" in arrows


def test_it_is_drawn_between_its_marks_and_nothing_else_is_touched():
    drawn = with_diagram(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    assert drawn == f"before\n{BEGIN}\n{state_diagram()}\n{END}\nafter\n"


@pytest.mark.parametrize("readme", ["no mark", f"only the first {BEGIN}"])
def test_a_readme_without_a_place_for_it_is_left_alone(readme):
    with pytest.raises(ValueError, match="no place marked"):
        with_diagram(readme)
