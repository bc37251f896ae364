"""How a JPEG is to be turned, as far as it can be known: read by hand, since the block that says it is often damaged
elsewhere, by messengers and cheap cameras, and a whole reader then gives up."""

import struct

from PIL import Image

ORIENTATION, SHORT = 0x0112, 3
TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}


def turned(image: Image.Image, exif: bytes | None) -> Image.Image:
    for turn in TURNS.get(orientation(exif or b""), ()):
        image = image.transpose(turn)
    return image


def orientation(exif: bytes) -> int:
    """1 to 8, or 1 where it can't be known."""
    block = exif.removeprefix(b"Exif\x00\x00")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", block, 4)
        (entries,) = struct.unpack_from(f"{order}H", block, at)
        for number in range(entries):
            tag, kind, _count, value = struct.unpack_from(f"{order}HHIH", block, at + 2 + 12 * number)
            if (tag, kind) == (ORIENTATION, SHORT):
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1
