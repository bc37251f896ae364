"""What a family can do about a hospital's request: choose its quote, turn it down, take its consent back. The page that
offers it and the action that does it ask here.

Held by tests/enquiries/rules/test_choosing.py.
"""

from datetime import date

from django.utils.translation import gettext as _

from enquiries.models import Quote, QuoteRequest
from enquiries.rules.workflow import can_move
from enquiries.words.actors import Actor
from enquiries.words.states import WITHDRAWABLE, RequestState


def is_out_of_date(quote: Quote, *, today: date) -> bool:
    return quote.valid_until_on < today


def why_not_chosen(quote_request: QuoteRequest, *, today: date, chosen_already: bool) -> str:
    """The sentence that says why its quote can't be chosen; "" when it can. Whether the request's state allows it is
    the workflow's to say. `chosen_already`: whether the family has chosen a hospital."""
    quote = quote_request.released_quote
    if quote is None or quote.superseded_at is not None:
        return _("There is no quote to choose yet: the newest one is still being checked.")
    if is_out_of_date(quote, today=today):
        return _("This quote is no longer valid. Ask the hospital for a new one by writing to us.")
    if chosen_already:
        return _("You have already chosen a hospital. Write to us if you want to change that.")
    return ""


def why_not_turned_down(quote_request: QuoteRequest) -> str:
    """As `why_not_chosen`, for deciding against it."""
    return "" if quote_request.released_quote else _("There is no quote to turn down yet.")


def can_choose(quote_request: QuoteRequest, *, today: date, chosen_already: bool) -> bool:
    if why_not_chosen(quote_request, today=today, chosen_already=chosen_already):
        return False
    return _may_go_to(RequestState.ACCEPTED, quote_request)


def can_turn_down(quote_request: QuoteRequest) -> bool:
    return not why_not_turned_down(quote_request) and _may_go_to(RequestState.NOT_SELECTED, quote_request)


def _may_go_to(target: RequestState, quote_request: QuoteRequest) -> bool:
    return can_move(quote_request, target, by=Actor.family(quote_request.enquiry))


def is_withdrawal_offered(quote_request: QuoteRequest) -> bool:
    """While a hospital reads, or will read, because of the family's consent. A closed enquiry is read by the chosen
    one alone."""
    if not quote_request.enquiry.is_open:
        return quote_request.state == RequestState.ACCEPTED
    return quote_request.state in WITHDRAWABLE
