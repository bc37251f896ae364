"""One form makes one revision of a quote: sent twice, by a double click or a reload, it is still that one.

Held by tests/enquiries/clinic/test_quote.py.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from enquiries.actions import answering
from enquiries.models import Document, Quote, QuoteRequest
from enquiries.rules import workflow
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused


@transaction.atomic
def quote_once(
    *,
    quote_request: QuoteRequest,
    facts: dict[str, Any],
    begun_on: int,
    by: Actor,
    letter: Callable[[], Document] | None = None,
) -> Quote:
    """The quote, or the one that the same form has made before; `begun_on` is the revision it was begun upon, 0 for
    none. `letter` keeps the letter it came with, and is called only when a quote is made.

    Raises Refused for a form that would replace what its author has not seen, and as `answering.quote` does.
    """
    quote_request = workflow.locked_request(quote_request)
    made = made_before(quote_request=quote_request, facts=facts, begun_on=begun_on)
    return made or answering.quote(
        quote_request=quote_request, facts=facts, by=by, letter=letter() if letter else None
    )


def made_before(*, quote_request: QuoteRequest, facts: dict[str, Any], begun_on: int) -> Quote | None:
    """The revision that a form with these facts has made. Raises Refused if another form has made one since this one
    was begun."""
    newest = quote_request.current_quote
    if newest is None or newest.revision == begun_on:
        return None
    if newest.revision == begun_on + 1 and _says(newest, facts):
        return newest
    raise Refused(_("A newer quote for this request was sent in the meantime. Please look at it first."))


def _says(quote: Quote, facts: dict[str, Any]) -> bool:
    return all(getattr(quote, name) == value for name, value in facts.items())
