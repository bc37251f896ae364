"""A PNG cut down to its picture: texts, times and profiles are blocks beside it, and a damaged one is no damaged
picture."""

import struct
from collections.abc import Iterator

from enquiries.files.sandbox.unfit import Unfit

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PICTURE = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def picture_alone(data: bytes) -> bytes:
    """Raises Unfit when the file ends before the picture does, or when it moves."""
    kept = [SIGNATURE]
    for kind, block in _blocks(data):
        if kind == b"acTL" and int.from_bytes(block[8:12]) > 1:
            raise Unfit("moving")
        if kind in PICTURE:
            kept.append(block)
    return b"".join(kept)


def _blocks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if not kind.isalpha():
            raise Unfit("unreadable")
        if end > len(data):
            break
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise Unfit("incomplete")
