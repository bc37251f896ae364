"""TIFFs of scanners and fax machines: each page becomes a page of a PDF, since hospitals' viewers seldom show the
second page of a TIFF, or any."""

import io
import warnings
from collections.abc import Iterator

import pikepdf
from PIL import Image, PdfImagePlugin, TiffImagePlugin

from enquiries.files.sandbox.pictures.redrawing import MOST_PIXELS, on_white, reduced
from enquiries.files.sandbox.pictures.turning import ORIENTATION
from enquiries.files.sandbox.unfit import Unfit

# Loaded here and not by need; see redrawing.
Image.preinit()
WRITERS = (PdfImagePlugin, TiffImagePlugin)
A4_INCHES = 8.27
ON_ITS_SIDE = (5, 6, 7, 8)
LEAST_DPI, MOST_DPI = 30, 2400


def pdf_of_scan(data: bytes, *, most_pages: int) -> bytes:
    """Raises Unfit. The PDF is made of pictures alone, and is to be rebuilt as any other."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=["TIFF"]) as scan:
            if _count(scan) > most_pages:
                raise Unfit("too_many_pages")
            return _joined(_pages(scan))
    except (Unfit, MemoryError):
        raise
    except Exception as error:  # a reader can fail in any way on a made file; all of them mean the same
        raise Unfit("incomplete" if "truncated" in str(error) else "unreadable") from None


def _pages(scan: Image.Image) -> Iterator[bytes]:
    for number in range(_count(scan)):
        scan.seek(number)
        if scan.width * scan.height > MOST_PIXELS:
            raise Unfit("too_many_pixels")
        inches = _inches(scan)
        # The reader turns a page itself when it is loaded, and its size is the turned one from the start.
        scan.load()
        yield _pdf(reduced(scan.copy()), inches)


def _count(scan: Image.Image) -> int:
    return getattr(scan, "n_frames", 1)


def _pdf(page: Image.Image, inches: tuple[float, float]) -> bytes:
    """Black and white stays so, in a fax machine's own packing; everything else becomes a JPEG."""
    page = page if page.mode == "1" else on_white(page)
    page.info = {}
    out = io.BytesIO()
    dpi = (page.width / inches[0], page.height / inches[1])
    page.save(out, "PDF", dpi=dpi, **({} if page.mode == "1" else {"quality": 85}))
    return out.getvalue()


def _inches(scan: Image.Image) -> tuple[float, float]:
    """Of the paper. A fax has half as many lines down as across; who knows no size gets a sheet of A4's width."""
    across, down = scan.info.get("dpi", (0, 0))
    if scan.getexif().get(ORIENTATION) in ON_ITS_SIDE:
        across, down = down, across
    if not (LEAST_DPI <= across <= MOST_DPI and LEAST_DPI <= down <= MOST_DPI):
        across = down = scan.width / A4_INCHES
    return scan.width / float(across), scan.height / float(down)


def _joined(pages: Iterator[bytes]) -> bytes:
    joined = pikepdf.new()
    for page in pages:
        with pikepdf.open(io.BytesIO(page)) as one:
            joined.pages.extend(one.pages)
    out = io.BytesIO()
    joined.save(out)
    return out.getvalue()
