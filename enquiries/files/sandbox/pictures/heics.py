"""Photos as iPhones and many other phones store them."""

import io
import itertools

import pillow_heif
from PIL import Image

from enquiries.files.sandbox.unfit import Unfit

# The decoder knows no reduced size: at its peak it holds the picture twice, in four and a half bytes a pixel.
MOST_PIXELS = 110_000_000
KEPT_PIXELS = 40_000_000
BAND = 1024  # rows, an even number
pillow_heif.options.DECODE_THREADS = 1
for aside in ("THUMBNAILS", "DEPTH_IMAGES", "AUX_IMAGES"):
    # vow state: an option of the decoder, and no row of any table
    setattr(pillow_heif.options, aside, False)
ENDED_EARLY = ("end of file", "eof", "incomplete")


def heic_image(data: bytes) -> Image.Image:
    """The photo itself, upright: the decoder turns it as the file says, so its EXIF must not turn it again."""
    try:
        file = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True, remove_stride=False)
        photo = file[file.primary_index]
        width, height = photo.size
        if width * height > MOST_PIXELS:
            raise Unfit("too_many_pixels")
        photo.load()
    except (ValueError, EOFError, OSError, SyntaxError) as error:
        early = any(word in str(error).casefold() for word in ENDED_EARLY)
        raise Unfit("incomplete" if early else "unreadable") from None
    if width * height <= KEPT_PIXELS:
        return photo.to_pillow()
    return _halved(photo)


def _halved(photo: pillow_heif.HeifImage) -> Image.Image:
    """In bands, so that the large picture is never there a second time."""
    width, height = photo.size
    rows = memoryview(photo.data)
    half = Image.new(photo.mode, ((width + 1) // 2, (height + 1) // 2))
    for top, bottom in itertools.pairwise([*range(0, height, BAND), height]):
        part = rows[top * photo.stride : bottom * photo.stride]
        band = Image.frombytes(photo.mode, (width, bottom - top), part, "raw", photo.mode, photo.stride)
        half.paste(band.reduce(2), (0, top // 2))
    return half
