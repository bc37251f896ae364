"""`python -m enquiries.files.sandbox <most pages>`: the file on stdin; on stdout one line of JSON, either
{"refused": reason} or {"content_type": type} followed by the cleaned file.

The readers are imported where they are needed: after the limits are in force, and no more of them than needed.
"""

import json
import sys
from collections.abc import Callable

from enquiries.files.sandbox import kinds
from enquiries.files.sandbox.confinement import confine, open_nothing_more
from enquiries.files.sandbox.unfit import Unfit

type Cleaner = Callable[[bytes], tuple[str, bytes]]


def main() -> None:
    most_pages = int(sys.argv[1])
    confine()
    data = sys.stdin.buffer.read()
    try:
        content_type, cleaned = cleaned_file(data, most_pages, before_reading=open_nothing_more)
        answer = {"content_type": content_type}
    except Unfit as unfit:
        answer, cleaned = {"refused": unfit.reason}, b""
    except MemoryError:
        answer, cleaned = {"refused": "too_complex"}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + cleaned)


def cleaned_file(
    data: bytes, most_pages: int, *, before_reading: Callable[..., None] = lambda **options: None
) -> tuple[str, bytes]:
    """The content type of what is kept, and its bytes."""
    kind = kinds.kind_of(data)
    is_picture = kind not in (kinds.PDF, kinds.TIFF)
    read = _picture(kind) if is_picture else _document(kind, most_pages)
    before_reading(picture=is_picture, threads=kind == kinds.HEIC)
    return read(data)


def _document(kind: str, most_pages: int) -> Cleaner:
    from enquiries.files.sandbox.pdf import drawing, rebuilding  # noqa: PLC0415

    drawing.load()
    if kind == kinds.PDF:
        return lambda data: ("application/pdf", rebuilding.rebuilt_pdf(data, most_pages=most_pages))
    from enquiries.files.sandbox.pictures import scans  # noqa: PLC0415

    return lambda data: (
        "application/pdf",
        rebuilding.rebuilt_pdf(scans.pdf_of_scan(data, most_pages=most_pages), most_pages=most_pages),
    )


def _picture(kind: str) -> Cleaner:
    from enquiries.files.sandbox.pictures import redrawing  # noqa: PLC0415

    if kind == kinds.HEIC:
        from enquiries.files.sandbox.pictures import heics  # noqa: F401, PLC0415
    return lambda data: redrawing.redrawn_image(data, kind)


if __name__ == "__main__":
    main()
