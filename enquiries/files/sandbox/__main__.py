"""`python -m enquiries.files.sandbox <content type> <most pages>`: the file on stdin; on stdout one line of JSON,
either {"refused": reason} or {"ok": true} followed by the cleaned file.

The readers are imported where they are needed: after the limits are in force, and no more of them than needed.
"""

import json
import sys
from collections.abc import Callable

from enquiries.files.sandbox.confinement import confine, open_nothing_more
from enquiries.files.sandbox.unfit import Unfit


def main() -> None:
    content_type, most_pages = sys.argv[1], int(sys.argv[2])
    confine()
    data = sys.stdin.buffer.read()
    answer: dict[str, str | bool]
    try:
        answer, cleaned = (
            {"ok": True},
            cleaned_file(data, content_type, most_pages, before_reading=open_nothing_more),
        )
    except Unfit as unfit:
        answer, cleaned = {"refused": unfit.reason}, b""
    except MemoryError:
        answer, cleaned = {"refused": "too_complex"}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + cleaned)


def cleaned_file(
    data: bytes, content_type: str, most_pages: int, *, before_reading: Callable[[], None] = lambda: None
) -> bytes:
    from enquiries.files.sandbox.detection import check_signature  # noqa: PLC0415

    check_signature(data, content_type)
    if content_type == "application/pdf":
        from enquiries.files.sandbox.pdfs import rebuilt_pdf  # noqa: PLC0415

        before_reading()
        return rebuilt_pdf(data, most_pages=most_pages)
    from enquiries.files.sandbox.images import redrawn_image  # noqa: PLC0415

    before_reading()
    return redrawn_image(data, content_type)


if __name__ == "__main__":
    main()
