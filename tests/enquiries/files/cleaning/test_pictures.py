"""Photos of any size and turn, and the pages of scanners and fax machines."""

import io
import resource
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, TiffImagePlugin

from enquiries.files.inspection import Cleaned, inspect
from enquiries.files.sandbox import confinement, kinds
from enquiries.files.sandbox.pictures.redrawing import redrawn_image
from enquiries.files.sandbox.pictures.scans import pdf_of_scan
from enquiries.files.sandbox.pictures.turning import orientation
from enquiries.files.sandbox.unfit import Unfit
from tests.enquiries.files.cleaning.drawn import page_of
from tests.enquiries.files.making import moving_png, upload

CASES = Path(__file__).parent / "cases"
RED, BLUE = (255, 0, 0), (0, 0, 255)


def sent(name: str, data: bytes) -> Cleaned:
    return inspect(upload(name, data))


def saved(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def two_colored(size: tuple[int, int]) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, size[1] // 2, *size))
    return image


def near(seen: tuple[int, int, int], meant: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(seen, meant, strict=True))


def is_two_colored(image: Image.Image) -> bool:
    middle = image.width // 2
    return near(image.getpixel((middle, 5)), RED) and near(image.getpixel((middle, image.height - 5)), BLUE)


LARGE = {
    "200 megapixels": (lambda: saved(Image.new("L", (16320, 12240), 90), "JPEG", quality=40), (4080, 3060)),
    "48 megapixels": (lambda: saved(two_colored((8064, 6048)), "JPEG", quality=40), (4032, 3024)),
    "48 megapixels, progressive": (
        lambda: saved(two_colored((8064, 6048)), "JPEG", quality=40, progressive=True),
        (4032, 3024),
    ),
    "48 megapixels of an iPhone": ((CASES / "48_megapixels.heic").read_bytes, (4032, 3024)),
    "scanned to PNG, 70 megapixels": (
        lambda: saved(Image.new("L", (10_000, 7_000), 90), "PNG"),
        (5_000, 3_500),
    ),
}


@pytest.mark.parametrize("what", LARGE)
def test_a_large_photo_is_read_reduced_within_the_limits_of_its_process(what):
    """check 30: 768 MB and 5 seconds are what the process is given; it would be killed beyond them."""
    make, size = LARGE[what]
    kept = Image.open(io.BytesIO(sent("photo", make()).data))
    assert kept.size == size
    assert kept.mode == "L" or is_two_colored(kept)
    assert (confinement.MEMORY_BYTES, confinement.PICTURE_SECONDS) == (768 * 2**20, 5)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 768 * 1024


def test_a_picture_has_less_time_than_a_letter_and_only_heic_may_start_threads(monkeypatch):
    bounds = {}
    monkeypatch.setattr(confinement, "_bound", lambda name, value: bounds.update({name: value}))
    confinement.open_nothing_more()
    assert bounds == {"RLIMIT_NPROC": 0, "RLIMIT_NOFILE": 0}
    bounds.clear()
    confinement.open_nothing_more(picture=True, threads=True)
    assert bounds == {"RLIMIT_CPU": 5, "RLIMIT_NOFILE": 0}


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_stands_upright_however_the_phone_was_held(turn, order):
    exif = Image.Exif()
    exif.endian = order
    exif[0x0112] = turn
    upright = two_colored((80, 40))
    back = {5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270"}
    level = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM"}
    move = (back | level).get(turn)
    held = upright.transpose(Image.Transpose[move]) if move else upright
    for kind, form in ((kinds.JPEG, "JPEG"), (kinds.WEBP, "WEBP")):
        _type, kept = redrawn_image(saved(held, form, exif=exif.tobytes()), kind)
        image = Image.open(io.BytesIO(kept))
        assert image.size == (80, 40) and is_two_colored(image)


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"Exif\x00\x00",
        b"II*\x00\xff\xff\xff\xff",
        b"MM\x00*\x00\x00\x00\x08\x00\x09",
        b"II*\x00" + bytes(20),
    ],
)
def test_what_a_damaged_block_does_not_say_is_upright(block):
    assert orientation(block) == 1


def test_what_can_be_seen_through_shows_the_paper_in_a_jpeg():
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    _type, kept = redrawn_image(saved(clear, "WEBP", lossless=True), kinds.WEBP)
    assert near(Image.open(io.BytesIO(kept)).getpixel((4, 4)), (255, 255, 255))


def test_a_moving_picture_is_refused():
    moving = saved(
        two_colored((20, 20)), "WEBP", save_all=True, append_images=[Image.new("RGB", (20, 20), BLUE)]
    )
    for data, kind in ((moving, kinds.WEBP), (moving_png(), kinds.PNG)):
        with pytest.raises(Unfit, match="moving"):
            redrawn_image(data, kind)


def scan(*pages: Image.Image, **options) -> bytes:
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], **options)


def test_every_page_of_a_scan_is_a_page_of_the_pdf():
    gray = Image.new("L", (827, 1169), 90)
    pages = [two_colored((827, 1169)), gray, Image.new("1", (827, 1169), 1)]
    kept = sent("scan.tif", scan(*pages, dpi=(100, 100))).data
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        assert len(pdf.pages) == 3
        assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"} and b"Pillow" not in kept
    assert page_of(kept, 1).getextrema() == (90, 90)
    assert page_of(kept, 2).getextrema()[0] == 255


def test_a_fax_has_the_shape_of_its_paper_and_is_black_on_white():
    """204 dots an inch across and 98 down, as fax machines send in their plain mode."""
    fax = Image.new("1", (1728, 1078), 1)
    fax.paste(0, (0, 0, 1728, 100))
    kept = sent("fax.tif", scan(fax, compression="group4", dpi=(204, 98))).data
    page = page_of(kept)
    assert page.size == (610, 792)
    assert page.getpixel((300, 20)) < 60 and page.getpixel((300, 600)) > 200


@pytest.mark.parametrize("compression", ["raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_a_scan_may_be_packed_in_any_usual_way(compression):
    page = page_of(sent("scan.tif", scan(two_colored((400, 400)), compression=compression)).data)
    assert page.getextrema()[0] < 60


def test_a_scan_lying_on_its_side_is_turned_with_its_size():
    held = two_colored((800, 400)).transpose(Image.Transpose.ROTATE_90)
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[0x0112] = 6
    data = saved(held, "TIFF", tiffinfo=info, dpi=(200, 100))
    # 400 across at 200, 800 down at 100: two by eight inches as it lies, eight by two as it is read.
    page = page_of(pdf_of_scan(data, most_pages=9))
    assert page.size == (576, 144)
    assert page.getpixel((288, 5)) != page.getpixel((288, 139))


def test_a_scan_that_says_no_size_is_as_wide_as_a_sheet():
    assert page_of(pdf_of_scan(scan(Image.new("L", (300, 424), 90)), most_pages=9)).width == 596


def test_a_deep_gray_scan_keeps_its_gray():
    kept = pdf_of_scan(scan(Image.new("I;16", (300, 300), 90 * 257)), most_pages=9)
    assert abs(page_of(kept).getpixel((100, 100)) - 90) < 3


def test_a_scan_of_too_many_pages_is_refused_with_the_number():
    with pytest.raises(Unfit, match="too_many_pages"):
        pdf_of_scan(scan(*[Image.new("1", (8, 8))] * 4), most_pages=3)


def test_a_photo_of_a_phone_and_its_kept_jpeg_are_the_same_picture():
    photo = two_colored((640, 480))
    kept = Image.open(io.BytesIO(sent("photo.jpg", saved(photo, "JPEG", quality=95)).data))
    assert (
        max(high for _low, high in ImageChops.difference(photo, kept).crop((0, 0, 640, 230)).getextrema())
        < 12
    )
