"""PDFs: rebuilt page by page into a new document that holds what is printed on the pages and nothing else.

Removing known dangers from the old document is not enough: it leaves behind what nobody thought of.
"""

import io
from typing import Any

import pikepdf

from enquiries.files.sandbox.pruning import OutOfBounds, prune_pages
from enquiries.files.sandbox.unfit import Unfit

MOST_OBJECTS = 200_000
MOST_UNPACKED = 100 * 2**20  # of everything but pictures
NOT_UNPACKED = {"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"}
TAIL = 2048


def rebuilt_pdf(data: bytes, *, most_pages: int) -> bytes:
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        parser_max_container_size=MOST_OBJECTS,
        max_stream_filters=4,
    )
    try:
        with _opened(data) as old:
            _check_kind(old)
            _check_pages(old, most_pages)
            return _rebuilt(old)
    except pikepdf.PasswordError:
        raise Unfit("encrypted") from None
    except OutOfBounds:
        raise Unfit("too_complex") from None
    except (Unfit, MemoryError):
        raise
    except Exception:  # a reader can fail in any way on a made file; all of them mean the same
        raise Unfit("unreadable") from None


def _opened(data: bytes) -> pikepdf.Pdf:
    """As it stands; a wrong table of contents is repaired only in a file that is whole to its end, since repairing a
    cut-off letter would quietly lose its last pages."""
    try:
        return pikepdf.open(io.BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        if b"%%EOF" not in data[-TAIL:]:
            raise
    mended = pikepdf.open(io.BytesIO(data), attempt_recovery=True)
    if mended.Root.Pages.get("/Count") != len(mended.pages):
        raise Unfit("unreadable")
    return mended


def _check_kind(old: pikepdf.Pdf) -> None:
    if old.is_encrypted:
        raise Unfit("encrypted")
    if "/Collection" in old.Root:
        raise Unfit("collection")
    if old.Root.get("/NeedsRendering"):
        raise Unfit("form")
    # What the file says of itself; what it really has is bounded in pruning. Counting would read them all.
    if int(old.trailer.get("/Size", 0)) > MOST_OBJECTS:
        raise Unfit("too_complex")


def _check_pages(old: pikepdf.Pdf, most_pages: int) -> None:
    if len(old.pages) > most_pages:
        raise Unfit("too_many_pages")
    if len(old.pages) == 0:
        raise Unfit("unreadable")


def _rebuilt(old: pikepdf.Pdf) -> bytes:
    # What stands in form fields, stamps and signatures becomes part of the page before the fields go.
    old.generate_appearance_streams()
    old.flatten_annotations("all")
    new = pikepdf.new()
    prune_pages([page.obj for page in old.pages])
    for page in old.pages:
        new.pages.append(page)
    _check_streams(new)
    out = io.BytesIO()
    # The usual identifier is made of the time; this one of the content.
    new.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _check_streams(new: pikepdf.Pdf) -> None:
    """Everything that a viewer must unpack to show the pages unpacks, within bounds. Pictures are judged by the size
    they state (in pruning): a viewer takes no more of them."""
    unpacked = 0
    for item in new.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image" and _is_unpackable(item):
            unpacked += len(item.read_bytes())
            if unpacked > MOST_UNPACKED:
                raise OutOfBounds


def _is_unpackable(stream: pikepdf.Stream) -> bool:
    filters: Any = stream.get("/Filter", [])
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(name) for name in filters]
    return not NOT_UNPACKED.intersection(names)
