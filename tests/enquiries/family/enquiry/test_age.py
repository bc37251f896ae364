"""Who may write for whom goes by the patient's age, of which we know the month of birth and no day.

In the very month in which somebody turns 18 both may be so: neither a parent nor the patient is turned away.
"""

from datetime import UTC, datetime

import pytest
import time_machine

pytestmark = pytest.mark.one_database

BOTH, CHILD, ADULT = {"parent", "patient", "representative"}, {"parent"}, {"patient", "representative"}
OF_WRITER = {
    "parent": {},
    "patient": {"relationship": "", "authority_parent": ""},
    "representative": {"authority_parent": "", "authority_adult": "power_of_attorney"},
}


@pytest.mark.parametrize(
    ("today", "month", "year", "may_write"),
    [
        (datetime(2026, 12, 1, 12, tzinfo=UTC), "12", "2008", BOTH),
        (datetime(2026, 12, 31, 12, tzinfo=UTC), "12", "2008", BOTH),
        (datetime(2026, 12, 15, 12, tzinfo=UTC), "11", "2008", ADULT),
        (datetime(2026, 12, 15, 12, tzinfo=UTC), "01", "2009", CHILD),
        (datetime(2026, 1, 15, 12, tzinfo=UTC), "12", "2008", CHILD),
        (datetime(2027, 1, 15, 12, tzinfo=UTC), "12", "2008", ADULT),
        (datetime(2026, 6, 15, 12, tzinfo=UTC), "", "2008", BOTH),  # of a year we know less still
        (datetime(2026, 6, 15, 12, tzinfo=UTC), "", "2009", CHILD),
        (datetime(2026, 6, 15, 12, tzinfo=UTC), "", "2007", ADULT),
    ],
)
def test_by_month_of_birth_these_may_write(family, today, month, year, may_write):
    born = {"birth_month_month": month, "birth_month_year": year, "diagnosed_month_year": ""}
    with time_machine.travel(today, tick=False):
        pages = {
            writer: family.check(writer=writer, **born, **changed) for writer, changed in OF_WRITER.items()
        }
    taken = {writer for writer, page in pages.items() if page.status_code == 200}
    assert taken == may_write
    assert all("writer" in pages[writer].context["form"].errors for writer in set(pages) - taken)
