"""A hospital's quote with its letter: the letter is kept only with the quote it came with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from django.core.files.uploadedfile import UploadedFile

from enquiries.actions.quoting_once import made_before, quote_once
from enquiries.documents.keeping import keep_document, let_go, prepare_document
from enquiries.models import Document, Quote, QuoteRequest
from enquiries.rules import workflow
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState

Keep = Callable[[], Document]
"""Keeps the row of a letter; called inside of its quote's transaction."""


def quote_with_letter(
    *, quote_request: QuoteRequest, facts: dict, begun_on: int, upload: UploadedFile | None, by: Actor
) -> Quote:
    """As `quote_once`, which says what else is refused; raises DocumentRefused when the letter can't be taken."""
    if made := made_before(quote_request=quote_request, facts=facts, begun_on=begun_on):
        return made
    workflow.check_move(quote_request, RequestState.QUOTED, by=by)
    with letter_at_hand(quote_request, upload, by) as keep:
        return quote_once(quote_request=quote_request, facts=facts, begun_on=begun_on, by=by, letter=keep)


@contextmanager
def letter_at_hand(
    quote_request: QuoteRequest, upload: UploadedFile | None, by: Actor
) -> Iterator[Keep | None]:
    """For the whole of the transaction that makes the quote: checking a file takes seconds, so that is done before the
    enquiry is locked. A letter that is not kept inside, or that was kept with what is then refused, goes again.

    Raises DocumentRefused; None where there is no letter.
    """
    if upload is None:
        yield None
        return
    letter = prepare_document(
        enquiry=quote_request.enquiry,
        upload=upload,
        kind=Document.Kind.QUOTE_LETTER,
        by=by,
        quote_request=quote_request,
    )
    try:
        yield partial(keep_document, letter, by=by)
    except Refused:
        let_go(letter)
        raise
    if letter.pk is None:
        let_go(letter)
