"""PDFs: rebuilt page by page into a new document that holds what is printed on the pages and nothing else.

Removing known dangers from the old document is not enough: it leaves behind what nobody thought of.
"""

import io
import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from enquiries.files.sandbox.pdf.annotations import give_appearance, has_appearance, kind
from enquiries.files.sandbox.pdf.drawing import Undrawable, drawings, sheets
from enquiries.files.sandbox.pdf.fields import fields_to_draw
from enquiries.files.sandbox.pdf.layers import Layers
from enquiries.files.sandbox.pdf.notes import notes_of
from enquiries.files.sandbox.pdf.pruning import OutOfBounds, prune_pages
from enquiries.files.sandbox.pdf.sameness import first_changed_page
from enquiries.files.sandbox.unfit import Unfit

MOST_OBJECTS = 200_000
MOST_UNPACKED = 100 * 2**20  # of everything but pictures
NOT_UNPACKED = {"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"}
# What every whole PDF has behind its last object.
END = re.compile(rb"%%EOF|startxref\s+\d+")
OBJECT = re.compile(rb"\d\s+obj\b|endobj")


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
            return _rebuilt_alike(old)
    except pikepdf.PasswordError:
        raise Unfit("encrypted") from None
    except OutOfBounds:
        raise Unfit("too_complex") from None
    except Undrawable:
        raise Unfit("changing") from None
    except (Unfit, MemoryError):
        raise
    except Exception:  # a reader can fail in any way on a made file; all of them mean the same
        raise Unfit("unreadable") from None


def _opened(data: bytes) -> pikepdf.Pdf:
    """As it stands; a wrong table of contents is repaired only in a file that is whole to its end, since repairing a
    cut-off letter would quietly lose its last pages. What is locked only against copying opens without a password."""
    try:
        return pikepdf.open(io.BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        if not _is_whole(data):
            raise Unfit("incomplete") from None
    mended = pikepdf.open(io.BytesIO(data), attempt_recovery=True)
    if mended.Root.Pages.get("/Count") != len(mended.pages):
        raise Unfit("unreadable")
    return mended


def _is_whole(data: bytes) -> bool:
    """Other lines may follow the end, as some servers and mail programs add them, but no further object."""
    ends = [found.end() for found in END.finditer(data)]
    return OBJECT.search(data) is None or (bool(ends) and OBJECT.search(data, ends[-1]) is None)


def _check_kind(old: pikepdf.Pdf) -> None:
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


def _rebuilt_alike(old: pikepdf.Pdf) -> bytes:
    """Raises Unfit("changing") when a page looks otherwise than before, or words on it can't be kept."""
    touched = [index for index, page in enumerate(old.pages) if "/Annots" in page.obj]
    if "/OCProperties" in old.Root:
        touched = list(range(len(old.pages)))
    layers = Layers(old)
    layers.drop_hidden_annotations()
    told = _drawn_out(old)
    before = io.BytesIO()
    old.save(before)
    layers.drop_hidden_drawings()
    after = _rebuilt(old, told)
    if first_changed_page(before.getvalue(), after, touched=touched) is not None:
        raise Unfit("changing")
    return after


def _drawn_out(old: pikepdf.Pdf) -> list[str]:
    """Gives a drawing to everything that a viewer would draw by itself. The words of notes that only open at a click
    are returned."""
    notes = notes_of(old)
    wanted = [*fields_to_draw(old), *notes.to_draw]
    if wanted:
        for (shown, _words), drawing in zip(
            wanted, drawings(old, [words for _shown, words in wanted]), strict=True
        ):
            give_appearance(shown, drawing)
    for page in old.pages:
        _drop_told(page.obj)
    # Otherwise viewers would go on drawing the fields themselves.
    if isinstance(form := old.Root.get("/AcroForm"), Dictionary) and "/NeedAppearances" in form:
        del form["/NeedAppearances"]
    return notes.told


def _drop_told(page: pikepdf.Object) -> None:
    """The windows of notes, and notes that others answer or that say nothing: their signs are the viewer's own."""
    if isinstance(page.get("/Annots"), Array):
        page.Annots = Array(
            [one for one in page.Annots if kind(one) not in ("/Popup", "/Text") or has_appearance(one)]
        )


def _rebuilt(old: pikepdf.Pdf, told: list[str]) -> bytes:
    # What stands in form fields, stamps and signatures becomes part of the page before the fields go.
    old.flatten_annotations("screen")
    new = pikepdf.new()
    prune_pages([page.obj for page in old.pages])
    for page in old.pages:
        new.pages.append(page)
    if told:
        sheets(new, "\n\n".join(told))
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
