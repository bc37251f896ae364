"""What a family is offered about a hospital's quote is what its click will do, whatever state the request is in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from enquiries.actions import coordinating, deciding
from enquiries.family.status.comparison import compare
from enquiries.family.status.overview import own_requests
from enquiries.models import Enquiry, Quote, QuoteRequest
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState
from ground.berlin import today_in_berlin
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def quoted(haddad, ulm, freiburg, carla) -> Enquiry:
    """Ulm and Freiburg have quoted, both quotes are released."""
    for hospital in (ulm, freiburg):
        factories.release_quote(factories.quote(factories.release(haddad, hospital, carla)), carla)
    return haddad


def choose_freiburg(enquiry: Enquiry, carla) -> None:
    quote_request = enquiry.requests.get(hospital__slug="freiburg")
    deciding.accept(quote_request=quote_request, by=Actor.family(enquiry))


def revise(enquiry: Enquiry, carla) -> None:
    factories.quote(enquiry.requests.get(hospital__slug="ulm"))


def let_time_pass(enquiry: Enquiry, carla) -> None:
    Quote.objects.update(valid_until_on=today_in_berlin() - timedelta(days=1))


def close(enquiry: Enquiry, carla) -> None:
    by = Actor.coordinator(carla)
    coordinating.close(enquiry=enquiry, reason="none_chosen", letter="", by=by)


def turn_down(enquiry: Enquiry, carla) -> None:
    quote_request = enquiry.requests.get(hospital__slug="ulm")
    deciding.turn_down(quote_request=quote_request, by=Actor.family(enquiry))


def unrelease(enquiry: Enquiry, carla) -> None:
    Quote.objects.update(released_at=None)


# (what happened to Ulm's quote, can it be chosen, can it be turned down)
CASES = (
    (lambda enquiry, carla: None, True, True),
    (choose_freiburg, False, True),
    (revise, False, True),
    (let_time_pass, False, True),
    (close, False, False),
    (turn_down, False, False),
    (unrelease, False, False),
)


def takes(act, enquiry: Enquiry) -> bool:
    quote_request = enquiry.requests.get(hospital__slug="ulm")
    try:
        act(quote_request=quote_request, by=Actor.family(enquiry))
    except Refused:
        return False
    return True


@pytest.mark.parametrize(("happened", "chosen", "turned_down"), CASES)
@pytest.mark.parametrize("act", [deciding.accept, deciding.turn_down])
def test_a_quote_is_offered_exactly_while_the_click_would_be_taken(
    quoted, carla, happened, chosen, turned_down, act
):
    happened(quoted, carla)
    quoted.refresh_from_db()
    column = next(
        column
        for column in compare(own_requests(quoted), today=today_in_berlin()).columns
        if column.hospital == "Ulm"
    )
    assert (column.can_choose, column.can_turn_down) == (chosen, turned_down)
    assert takes(act, quoted) is (chosen if act is deciding.accept else turned_down)


def in_state(enquiry: Enquiry, state: RequestState) -> QuoteRequest:
    more = {"decline_reason": "other"} if state == RequestState.DECLINED else {}
    QuoteRequest.objects.filter(enquiry=enquiry).update(state=state, sent_at=timezone.now(), **more)
    return own_requests(enquiry)[0]


@pytest.mark.parametrize("state", RequestState)
def test_taking_back_is_offered_while_a_hospital_reads_by_the_family_s_consent(haddad, state, carla):
    may_read = {"pending", "sent", "acknowledged", "info_requested", "quoted", "accepted"}
    quote_request = in_state(haddad, state)
    column = compare([quote_request], today=today_in_berlin()).columns[0]
    assert column.can_withdraw is (state.value in may_read)
    haddad.state = "closed"
    column = compare([quote_request], today=today_in_berlin()).columns[0]
    assert column.can_withdraw is (state == RequestState.ACCEPTED)
