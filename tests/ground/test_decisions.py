"""The design of a row: what may be left out of one, and what may not."""

from dataclasses import FrozenInstanceError, dataclass

import pytest

from ground.decisions import Decision


def row(**more):
    return Decision(
        key="take", label="Take it", permission="app.take", action=lambda subject, typed, by: None, **more
    )


def test_a_row_that_says_no_more_stands_in_no_ones_way_and_promises_nothing():
    least = row()
    assert (least.needs("subject", "user"), least.form, least.template, least.button) == ("", None, "", "")
    assert (least.will_happen("subject", "user"), least.told("subject")) == ([], [])
    assert (dict(least.begins("subject")), dict(least.shows("subject")), least.checks_version) == (
        {},
        {},
        True,
    )


@pytest.mark.parametrize("name", ["key", "label", "permission", "action"])
def test_a_row_without_key_label_permission_or_action_can_not_be_written(name):
    parts = {"key": "a", "label": "A", "permission": "a.b", "action": print}
    del parts[name]
    with pytest.raises(TypeError, match=name):
        Decision(**parts)


def test_a_row_is_never_changed_and_an_app_may_add_fields_of_its_own():
    @dataclass(frozen=True, kw_only=True)
    class OnDesk(Decision[str]):
        after: str

    assert OnDesk(key="a", label="A", permission="a.b", action=print, after="next").after == "next"
    with pytest.raises(FrozenInstanceError):
        row().key = "b"
