"""The workflow as one table of (from, to, who, allowed): every cell that is not named here is refused (check 15)."""

import itertools

import pytest

from enquiries.rules.workflow import allowed
from enquiries.words.actors import ActorKind
from enquiries.words.states import EnquiryState, RequestState, derive_state

F, H, C, K = "family", "hospital", "coordinator", "clock"
TABLE = {
    ("pending", "sent"): {C},
    ("sent", "acknowledged"): {H},
    ("sent", "info_requested"): {H},
    ("acknowledged", "info_requested"): {H},
    ("info_requested", "acknowledged"): {C},
    ("sent", "quoted"): {H, C},
    ("acknowledged", "quoted"): {H, C},
    ("quoted", "quoted"): {H, C},
    ("sent", "declined"): {H, C},
    ("acknowledged", "declined"): {H, C},
    ("quoted", "declined"): {H, C},
    ("declined", "acknowledged"): {C},
    ("expired", "sent"): {C},
    ("sent", "expired"): {K},
    ("acknowledged", "expired"): {K},
    ("pending", "withdrawn"): {F, C},
    ("sent", "withdrawn"): {F, C},
    ("acknowledged", "withdrawn"): {F, C},
    ("info_requested", "withdrawn"): {F, C},
    ("quoted", "withdrawn"): {F, C},
    ("accepted", "withdrawn"): {F, C},
    ("quoted", "accepted"): {F},
    ("quoted", "not_selected"): {F},
}
CELLS = list(itertools.product(RequestState.values, RequestState.values, ActorKind.values))


@pytest.mark.parametrize(("source", "target", "who"), CELLS)
def test_only_the_steps_of_the_table_are_possible_and_only_for_whom_it_names(source, target, who):
    assert allowed(source, target, ActorKind(who)) is (who in TABLE.get((source, target), set()))


R, N, W, Q, NOQ, D = (
    EnquiryState.RECEIVED,
    EnquiryState.NEEDS_INFO,
    EnquiryState.WITH_HOSPITALS,
    EnquiryState.QUOTES_AVAILABLE,
    EnquiryState.ALL_ANSWERED_NO_QUOTE,
    EnquiryState.DECIDED,
)


@pytest.mark.parametrize(
    ("requests", "waiting", "expected"),
    [
        ([("pending", False)], False, R),
        ([("pending", False)], True, N),
        ([("pending", False), ("sent", False)], True, W),
        ([("sent", False), ("declined", False)], False, W),
        ([("quoted", False), ("declined", False)], False, W),
        ([("quoted", True), ("sent", False)], False, Q),
        ([("quoted", True), ("accepted", True)], False, D),
        ([("declined", False), ("expired", False)], False, NOQ),
        ([("declined", False), ("withdrawn", False)], False, NOQ),
        ([("withdrawn", False), ("withdrawn", False)], False, D),
        ([("not_selected", True), ("declined", False)], False, D),
        ([("pending", False), ("declined", False)], False, R),
        ([("info_requested", False), ("pending", False)], False, W),
    ],
)
def test_the_enquiry_s_state_follows_from_its_requests(requests, waiting, expected):
    assert derive_state(requests, waiting_for_family=waiting) == expected
