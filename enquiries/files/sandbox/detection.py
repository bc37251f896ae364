"""What a file says it is in its first bytes, and whether it is something else as well."""

import io
import zipfile

import puremagic

from enquiries.files.sandbox.unfit import Unfit

# Strict: readers look for "%PDF-" anywhere in the first kilobyte, which is what lets a GIF be a PDF too.
FIRST_BYTES = {"application/pdf": b"%PDF-", "image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}


def check_signature(data: bytes, content_type: str) -> None:
    if not data.startswith(FIRST_BYTES[content_type]):
        raise Unfit("mismatch")
    if not _known_as(data, content_type):
        raise Unfit("mismatch")
    if _is_archive(data):
        raise Unfit("mixed")


def _known_as(data: bytes, content_type: str) -> bool:
    try:
        found = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        return False
    return any(match.mime_type == content_type for match in found)


def _is_archive(data: bytes) -> bool:
    """A ZIP is read from its end, so it can stand behind anything. Only its table of contents is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return bool(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
