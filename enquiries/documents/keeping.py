"""Documents from end to end: a file is checked, cleaned, encrypted and stored, or refused with a sentence.

Guaranteed: no row without its file. Not: no file without a row; the sweep removes those. Held by
tests/enquiries/documents/test_documents.py.
"""

import hashlib
from contextlib import suppress
from datetime import date
from functools import partial

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from enquiries.actions import turns
from enquiries.files.blobs import delete_blob, write_blob
from enquiries.files.inspection import Cleaned, inspect
from enquiries.files.names import harmless_name
from enquiries.files.refusals import DocumentRefused
from enquiries.files.serving import document_response
from enquiries.models import Document, Enquiry, QuoteRequest
from enquiries.models.document import DocumentKind
from enquiries.rules import workflow
from enquiries.words.actors import Actor, ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import WITH_HOSPITAL

__all__ = [
    "DocumentRefused",
    "add_document",
    "delete_document",
    "delete_documents",
    "document_response",
    "keep_document",
    "let_go",
    "prepare_document",
]


def add_document(
    *,
    enquiry: Enquiry,
    upload: UploadedFile,
    kind: str,
    by: Actor,
    language: str = "",
    dated_on: date | None = None,
    quote_request: QuoteRequest | None = None,
) -> Document:
    """Keeps the cleaned file and its row, or raises DocumentRefused and keeps neither.

    Without `quote_request` it is the family's file; with it, that hospital's letter (`kind` quote_letter). A file of
    the family ends our wait for it.
    """
    document = prepare_document(
        enquiry=enquiry,
        upload=upload,
        kind=kind,
        by=by,
        language=language,
        dated_on=dated_on,
        quote_request=quote_request,
    )
    try:
        return keep_document(document, by=by)
    except Refused:
        # Any other error may have struck after the commit: then the row needs its blob, and the sweep decides.
        let_go(document)
        raise


def prepare_document(
    *,
    enquiry: Enquiry,
    upload: UploadedFile,
    kind: str,
    by: Actor,
    language: str = "",
    dated_on: date | None = None,
    quote_request: QuoteRequest | None = None,
) -> Document:
    """The file checked, cleaned and durably stored; its row is yet to be kept. It takes seconds, so nobody who holds a
    lock does it. Raises DocumentRefused, and leaves no file then."""
    _check_may_add(enquiry, kind=kind, by=by, quote_request=quote_request)
    _check_room(enquiry, quote_request, upload.size or 0)
    cleaned = inspect(upload)
    document = Document(
        enquiry=enquiry,
        quote_request=quote_request,
        kind=DocumentKind(kind),
        language=language,
        dated_on=dated_on,
        name=harmless_name(upload.name or "", cleaned.content_type),
        content_type=cleaned.content_type,
        size=len(cleaned.data),
        sha256=hashlib.sha256(cleaned.data).hexdigest(),
        scan=Document.Scan.CLEAN,
        added_by=by.kind,
        added_by_user=by.user,
    )
    document.stored_as = _stored(cleaned, document)
    return document


def let_go(document: Document) -> None:
    """The file of a prepared document whose row is not kept after all."""
    _unlink(document.stored_as)


def delete_document(document: Document) -> None:
    """The row first, then the file: a crash in between leaves a blob without a row, which the sweep removes."""
    _delete(Document.objects.filter(pk=document.pk))


def delete_documents(enquiry: Enquiry) -> int:
    """All files of an enquiry, the hospitals' letters too; how many there were."""
    return _delete(enquiry.documents.all())


@transaction.atomic
def _delete(documents: QuerySet[Document]) -> int:
    names = list(documents.select_for_update().values_list("stored_as", flat=True))
    documents.delete()
    for name in names:
        transaction.on_commit(partial(_unlink, name))
    return len(names)


def _unlink(stored_as: str) -> None:
    # The row is gone for good; what a read-only disk keeps for now, the sweep removes later.
    with suppress(OSError):
        delete_blob(stored_as)


def _stored(cleaned: Cleaned, document: Document) -> str:
    try:
        return write_blob(cleaned.data, uid=document.uid)
    except OSError:
        raise DocumentRefused("not_kept") from None


@transaction.atomic
def keep_document(document: Document, *, by: Actor) -> Document:
    """The row of a prepared document. What was true before the check of its file is asked again under the lock: raises
    DocumentRefused, and its caller lets the file go."""
    enquiry = document.enquiry = workflow.locked(document.enquiry_id)
    if document.quote_request_id:
        document.quote_request = enquiry.requests.get(pk=document.quote_request_id)
    _check_may_add(enquiry, kind=document.kind, by=by, quote_request=document.quote_request)
    _check_room(enquiry, document.quote_request, document.size)
    document.created_at = timezone.now()
    document.save()
    if by.kind == ActorKind.FAMILY:
        turns.end_wait(enquiry)
    workflow.happened(
        enquiry,
        Occurrence.DOCUMENT_ADDED,
        by=by,
        at=document.created_at,
        quote_request=document.quote_request,
        detail=document.kind,
    )
    return document


def _check_may_add(enquiry: Enquiry, *, kind: str, by: Actor, quote_request: QuoteRequest | None) -> None:
    if not enquiry.is_open:
        raise DocumentRefused("closed")
    if quote_request is not None and quote_request.state not in WITH_HOSPITAL:
        raise DocumentRefused("closed")
    is_letter = kind == DocumentKind.QUOTE_LETTER
    if is_letter != (quote_request is not None) or not _may_add(enquiry, by, quote_request):
        raise DocumentRefused("not_yours")


def _may_add(enquiry: Enquiry, by: Actor, quote_request: QuoteRequest | None) -> bool:
    if quote_request is not None and quote_request.enquiry_id != enquiry.pk:
        return False
    if by.kind == ActorKind.FAMILY:
        return quote_request is None and by.enquiry_id == enquiry.pk
    if by.kind == ActorKind.HOSPITAL:
        return quote_request is not None and by.quote_request_id == quote_request.pk
    return by.kind == ActorKind.COORDINATOR and by.user is not None


def _check_room(enquiry: Enquiry, quote_request: QuoteRequest | None, size: int) -> None:
    """Family and each hospital have room of their own, so that nobody uses up another's."""
    kept = enquiry.documents.filter(quote_request=quote_request).aggregate(
        files=Count("pk"), total=Sum("size", default=0)
    )
    if kept["files"] >= settings.MAX_ENQUIRY_FILES:
        raise DocumentRefused("too_many_files")
    if size <= settings.MAX_FILE_BYTES and kept["total"] + size > settings.MAX_ENQUIRY_FILE_BYTES:
        raise DocumentRefused("too_much")
