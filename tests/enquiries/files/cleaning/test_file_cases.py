"""Files as families and hospitals really send them, each through the confined process as in an installation."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat, PngImagePlugin

from enquiries.files.inspection import Cleaned, inspect
from enquiries.files.refusals import DocumentRefused
from tests.enquiries.files.making import upload

CASES = Path(__file__).parent / "cases"
TAKEN = {
    "exif_corrupt.jpg": ("exif_corrupt.jpg", "image/jpeg"),
    "exif_short.jpg": ("exif_short.jpg", "image/jpeg"),
    "long_text.png": ("long_text.png", "image/png"),
    "palette_trns.png": ("palette_trns.png", "image/png"),
    "photo.heic": ("photo.heic", "image/jpeg"),
    "photo_heic_named.jpg": ("photo.heic", "image/jpeg"),
    "jpeg_named.heic": ("scan.jfif", "image/jpeg"),
    "png_named.jpg": ("png_named.jpg", "image/png"),
    "scan.jfif": ("scan.jfif", "image/jpeg"),
    "noextension": ("scan.jfif", "image/jpeg"),
    "DOC-20260101-WA0001.": ("scan.jfif", "image/jpeg"),
    "fax_g4.pdf": ("fax_g4.pdf", "application/pdf"),
    "form_noneed.pdf": ("form_noneed.pdf", "application/pdf"),
    "form_scripts.pdf": ("form_scripts.pdf", "application/pdf"),
    "annotated.pdf": ("annotated.pdf", "application/pdf"),
}
REFUSED = {
    "truncated.jpg": ("incomplete", "This file is incomplete", "choose it again"),
    "truncated.pdf": ("incomplete", "This file is incomplete", "choose it again"),
    "locked_user.pdf": ("encrypted", "only with a password", "save it without one"),
    "IMG0001.dcm": ("dicom", "medical image", "by post or through a link"),
}


def sent(name: str, stored: str | None = None) -> Cleaned:
    return inspect(upload(name, (CASES / (stored or name)).read_bytes()))


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def drawn(data: bytes, page: int = 0) -> Image.Image:
    return pypdfium2.PdfDocument(data)[page].render(scale=1).to_pil().convert("L")


def looks_like(kept: bytes, case: str) -> bool:
    before, after = Image.open(CASES / case).convert("RGBA"), Image.open(io.BytesIO(kept)).convert("RGBA")
    return before.size == after.size and max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 3


@pytest.mark.parametrize("name", TAKEN)
def test_what_an_ordinary_viewer_opens_is_taken_whatever_it_is_called(name):
    """check 29"""
    stored, content_type = TAKEN[name]
    assert sent(name, stored).content_type == content_type


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_told_what_it_is_and_what_to_do(name):
    reason, truth, way_on = REFUSED[name]
    with pytest.raises(DocumentRefused) as refused:
        sent(name)
    assert refused.value.reason == reason
    assert truth in str(refused.value) and way_on in str(refused.value)


def test_the_values_of_a_form_that_draws_none_stand_on_its_page():
    text = text_of(sent("form_noneed.pdf").data)
    assert "B-ALL, Ph negative" in text and "Größe, Fieber seit März" in text


def test_the_values_of_a_form_are_readable_in_every_script():
    """check 29. Arabic word by word: the order in which a viewer copies words that run to the left is its own."""
    kept = sent("form_scripts.pdf").data
    text = text_of(kept)
    for value in (
        "Größe, Fieber seit März, Müdigkeit",
        "Лейкоз, бластов 82 %",
        "Şişlik, kan sayımı düşük",
        "Bạch cầu cấp",
    ):
        assert value in text
    assert "ابيضاض" in text and "الدم" in text
    assert "?" not in text
    # Left, top, right, bottom of the six fields: each of them shows something.
    for top in (842 - 780, 842 - 720, 842 - 660, 842 - 600, 842 - 540, 842 - 480):
        assert drawn(kept).crop((40, top, 500, top + 20)).getextrema()[0] < 100


def test_a_note_on_a_page_and_a_text_on_it_are_kept_in_their_words():
    kept = sent("annotated.pdf").data
    text = text_of(kept)
    assert "Dose corrected to 25 mg" in text
    assert "[1] Page 1: ATTENTION allergic to asparaginase" in text
    assert text.index("[1]") < text.index("[1] Page 1")  # the number stands at the note's place, too
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        assert len(pdf.pages) == 2 and "/Annots" not in pdf.pages[0].obj


def test_a_photo_with_a_damaged_block_beside_it_is_the_same_photo():
    kept = sent("exif_corrupt.jpg").data
    assert looks_like(kept, "scan.jfif")
    assert b"Exif" not in kept


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # said by the test's own look at it
def test_a_photo_whose_block_is_cut_off_is_turned_as_the_block_says():
    before = Image.open(CASES / "exif_short.jpg")
    after = Image.open(io.BytesIO(sent("exif_short.jpg").data))
    assert after.size == before.size[::-1] == (1200, 1600)
    upright = before.transpose(Image.Transpose.ROTATE_270).convert("RGB")
    assert max(ImageStat.Stat(ImageChops.difference(upright, after.convert("RGB"))).mean) < 3
    assert b"Exif" not in sent("exif_short.jpg").data


def test_a_long_text_beside_a_picture_is_gone_and_the_picture_is_the_same(monkeypatch):
    kept = sent("long_text.png").data
    monkeypatch.setattr(PngImagePlugin, "MAX_TEXT_CHUNK", 2**30)
    assert len(Image.open(CASES / "long_text.png").text) == 1
    assert looks_like(kept, "long_text.png")
    assert Image.open(io.BytesIO(kept)).info == {}


@pytest.mark.parametrize("name", ["photo.heic", "photo_heic_named.jpg"])
def test_a_phones_photo_becomes_a_jpeg_of_the_same_picture(name):
    kept = sent(name, "photo.heic").data
    picture = Image.open(io.BytesIO(kept), formats=["JPEG"])
    assert looks_like(kept, "scan.jfif") and picture.size == (1240, 1754)
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_fax_looks_as_before():
    before, after = drawn((CASES / "fax_g4.pdf").read_bytes()), drawn(sent("fax_g4.pdf").data)
    assert ImageChops.difference(before, after).getextrema() == (0, 0)
    assert before.getextrema()[0] < 100
