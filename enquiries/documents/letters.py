"""A hospital's quote with its letter: the letter is kept only with the quote it came with."""

from django.core.files.uploadedfile import UploadedFile

from enquiries.actions.quoting_once import made_before, quote_once
from enquiries.documents.keeping import add_document, delete_document
from enquiries.models import Document, Quote, QuoteRequest
from enquiries.rules import workflow
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState


def quote_with_letter(
    *, quote_request: QuoteRequest, facts: dict, begun_on: int, upload: UploadedFile | None, by: Actor
) -> Quote:
    """As `quote_once`, which says what else is refused; raises DocumentRefused when the letter can't be taken.

    The letter is checked and stored before the enquiry is locked, since checking a file takes seconds; if the
    quote is not made after all, the letter goes again.
    """
    if made := made_before(quote_request=quote_request, facts=facts, begun_on=begun_on):
        return made
    workflow.check_move(quote_request, RequestState.QUOTED, by=by)
    letter = keep_letter(quote_request, upload, by) if upload else None
    try:
        made = quote_once(quote_request=quote_request, facts=facts, begun_on=begun_on, by=by, letter=letter)
    except Refused:
        _let_go(letter)
        raise
    if letter and made.letter_id != letter.pk:
        _let_go(letter)
    return made


def keep_letter(quote_request: QuoteRequest, upload: UploadedFile, by: Actor) -> Document:
    return add_document(
        enquiry=quote_request.enquiry,
        upload=upload,
        kind=Document.Kind.QUOTE_LETTER,
        by=by,
        quote_request=quote_request,
    )


def _let_go(letter: Document | None) -> None:
    if letter:
        delete_document(letter)
