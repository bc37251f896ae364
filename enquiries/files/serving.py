"""How a document leaves: as an attachment that no browser runs, frames, sniffs or keeps. Held by
tests/enquiries/files/test_file_doors.py."""

import logging

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from enquiries.files.blobs import BlobMissing, read_blob
from enquiries.files.names import EXTENSIONS, harmless_name
from enquiries.models import Document
from enquiries.sealing.keys import DecryptionError

log = logging.getLogger(__name__)


def document_response(document: Document) -> HttpResponse:
    """For views that have checked who asks. A file that is unchecked, missing or damaged is "not found"; the last two
    are logged as errors with the row's number."""
    if document.scan != Document.Scan.CLEAN:
        raise Http404("not checked")
    try:
        data = read_blob(document.stored_as, uid=document.uid)
    except (BlobMissing, DecryptionError) as error:
        log.error("document %s can't be read: %s", document.pk, type(error).__name__)
        raise Http404("can't be read") from None
    allowed = document.content_type if document.content_type in EXTENSIONS else "application/octet-stream"
    return HttpResponse(data, content_type=allowed, headers=_headers(document))


def _headers(document: Document) -> dict[str, str]:
    name = harmless_name(document.name, document.content_type)
    return {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
    }
