"""Pictures: decoded to pixels and drawn anew, so that nothing but the pixels is left (no place, time, camera, text).

What is kept opens in every viewer: JPEG, or PNG for what came as PNG. Large photos are read reduced, which is still
more than a printed page shows.
"""

import io
import warnings

from PIL import Image, ImageFile, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from enquiries.files.sandbox import kinds
from enquiries.files.sandbox.pictures.pngs import picture_alone
from enquiries.files.sandbox.pictures.turning import turned
from enquiries.files.sandbox.unfit import Unfit

KEPT_PIXELS = 40_000_000
MOST_PIXELS = 100_000_000  # decoded whole, four bytes each
MOST_JPEG_PIXELS = 260_000_000  # decoded at a half, a quarter or an eighth of its size
PNG_MODES = ("1", "L", "LA", "RGB", "RGBA", "I;16")
# Loaded here and not by need: while a picture is read no file can be opened any more, a module's neither.
Image.preinit()
READERS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = None  # the bounds are those above, and differ by kind


def redrawn_image(data: bytes, kind: str) -> tuple[str, bytes]:
    """The content type of what is kept, and its bytes."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of damaged blocks beside the picture
            return _saved(_READ[kind](data), as_png=kind == kinds.PNG)
    except (Unfit, MemoryError):
        raise
    except Exception as error:  # a reader can fail in any way on a made file; all of them mean the same
        raise Unfit("incomplete" if "truncated" in str(error) else "unreadable") from None


def _jpeg(data: bytes) -> Image.Image:
    # MPO: a JPEG as many phones write it, with a preview behind; its first picture is the photo.
    image = Image.open(io.BytesIO(data), formats=["JPEG", "MPO"])
    _check_size(image, MOST_JPEG_PIXELS)
    scale = next(scale for scale in (1, 2, 4, 8) if image.width * image.height <= KEPT_PIXELS * scale**2)
    image.draft(None, (image.width // scale, image.height // scale))
    image.load()
    return turned(image, image.info.get("exif"))


def _png(data: bytes) -> Image.Image:
    picture = picture_alone(data)
    # Pillow decodes no checksums of its picture data, verify() does.
    Image.open(io.BytesIO(picture), formats=["PNG"]).verify()
    image = Image.open(io.BytesIO(picture), formats=["PNG"])
    _check_size(image, MOST_PIXELS)
    image.load()
    return reduced(image)


def _webp(data: bytes) -> Image.Image:
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise Unfit("incomplete")
    image = Image.open(io.BytesIO(data), formats=["WEBP"])
    _check_size(image, KEPT_PIXELS)
    if getattr(image, "is_animated", False):
        raise Unfit("moving")
    image.load()
    return turned(image, image.info.get("exif"))


def _heic(data: bytes) -> Image.Image:
    from enquiries.files.sandbox.pictures.heics import heic_image  # noqa: PLC0415

    return heic_image(data)


_READ = {kinds.JPEG: _jpeg, kinds.PNG: _png, kinds.WEBP: _webp, kinds.HEIC: _heic}


def _check_size(image: Image.Image, most: int) -> None:
    if image.width * image.height > most:
        raise Unfit("too_many_pixels")


def reduced(image: Image.Image) -> Image.Image:
    """Half as wide and high when it is larger than what is kept."""
    if image.width * image.height <= KEPT_PIXELS or image.mode == "I;16":
        return image
    if image.mode == "1":
        image = image.convert("L")
    elif image.mode not in PNG_MODES:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.reduce(2)


def on_white(image: Image.Image) -> Image.Image:
    """In a mode that a JPEG can have; what can be seen through shows the paper."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if not image.has_transparency_data:
        return image.convert("L" if image.mode == "1" else "RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _saved(image: Image.Image, *, as_png: bool) -> tuple[str, bytes]:
    if not as_png:
        return "image/jpeg", jpeg_bytes(on_white(image))
    if image.mode not in PNG_MODES:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # The writers take a comment, a profile and times from here when they are not told otherwise.
    image.info = {}
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return "image/png", out.getvalue()


def jpeg_bytes(image: Image.Image) -> bytes:
    image.info = {}
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()
