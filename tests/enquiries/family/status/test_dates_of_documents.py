"""A document of today is taken, wherever on Earth its reader's today has begun."""

from datetime import date

import pytest
import time_machine

from enquiries.family.status.forms import DocumentForm
from enquiries.forms.months import MonthField, MonthWidget
from ground.berlin import today_in_berlin


def refused(day: str) -> list[str]:
    return DocumentForm({"kind": "lab", "dated_on": day}).errors.get("dated_on", [])


@pytest.mark.parametrize("moment", ["2026-07-01T12:30:00Z", "2026-07-01T21:30:00Z"])
def test_a_letter_dated_today_in_auckland_is_not_of_the_future(moment):
    with time_machine.travel(moment, tick=False):
        assert refused("2026-07-02") == []
        assert refused("2026-07-04") == ["The date of a document lies in the past."]


def test_a_month_that_has_begun_in_auckland_is_not_of_the_future():
    with time_machine.travel("2026-06-30T13:00:00Z", tick=False):
        assert MonthField(widget=MonthWidget()).clean(["07", "2026"]) == "2026-07"
        assert today_in_berlin() == date(2026, 6, 30)
