"""Pictures: decoded to pixels and drawn anew, so that nothing but the pixels is left (no place, time, camera, text)."""

import io
import warnings

from PIL import Image, ImageFile, ImageOps, MpoImagePlugin

from enquiries.files.sandbox.unfit import Unfit

MOST_PIXELS = 40_000_000
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}
MODES = {"JPEG": ("L", "RGB"), "PNG": ("1", "L", "LA", "RGB", "RGBA", "I;16")}
# Loaded here and not by need: while a picture is read no file can be opened any more, a module's neither.
Image.preinit()
PHONES_JPEG = MpoImagePlugin
ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def redrawn_image(data: bytes, content_type: str) -> bytes:
    kind = FORMATS[content_type]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _saved(_pixels(data, kind), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit("too_many_pixels") from None
    except (Unfit, MemoryError):
        raise
    except Exception:  # a reader can fail in any way on a made file; all of them mean the same
        raise Unfit("unreadable") from None


def _pixels(data: bytes, kind: str) -> Image.Image:
    _check_whole(data, kind)
    # MPO: a JPEG as many phones write it, with a preview behind; its first picture is the photo.
    image = Image.open(io.BytesIO(data), formats=[kind, "MPO"] if kind == "JPEG" else [kind])
    if image.width * image.height > MOST_PIXELS:
        raise Unfit("too_many_pixels")
    if getattr(image, "is_animated", False) and image.format == "PNG":
        raise Unfit("moving")
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _check_whole(data: bytes, kind: str) -> None:
    """PNG only: Pillow decodes no checksums of its picture data, verify() does."""
    if kind == "PNG":
        Image.open(io.BytesIO(data), formats=[kind]).verify()


def _saved(image: Image.Image, kind: str) -> bytes:
    if image.mode not in MODES[kind]:
        see_through = kind == "PNG" and image.has_transparency_data
        image = image.convert("RGBA" if see_through else "RGB")
    # The writers take a comment, a profile and times from here when they are not told otherwise.
    image.info = {}
    out = io.BytesIO()
    options = {"quality": 90} if kind == "JPEG" else {"compress_level": 3}
    image.save(out, kind, **options)
    return out.getvalue()
