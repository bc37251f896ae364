"""What a hospital reads of the stays that it is asked for."""

import pytest

from enquiries.rules.disclosure import disclose
from tests import factories


@pytest.mark.parametrize(
    ("stays", "advise", "read"),
    [
        ([21, 12], False, "12 days, 21 days"),
        ([21], True, "21 days; the family asks the hospital to advise on the stay"),
        ([], True, "the family asks the hospital to advise on the stay"),
    ],
)
def test_the_stays_are_read_with_the_wish_to_be_advised(haddad, ulm, stays, advise, read):
    quote_request = factories.request_to(haddad, ulm)
    quote_request.programs.set(ulm.programs.filter(stay_days__in=stays))
    quote_request.advise = advise
    rows = [row for section in disclose(quote_request).sections for row in section.rows]
    assert dict(rows)["Inpatient stay"] == read
