"""Check 31: nothing leaves the portal that tells where, when or by whom a file was made, or that acts on its reader."""

import io

import pikepdf
from PIL import Image

from enquiries.files.sandbox import kinds
from enquiries.files.sandbox.pdf.rebuilding import rebuilt_pdf
from enquiries.files.sandbox.pictures.redrawing import redrawn_image
from tests.enquiries.files import making

ACTS = {
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/AF", "/Filespec",
    "/AcroForm", "/XFA", "/Annots", "/Metadata", "/PieceInfo", "/Names", "/Info", "/PS",
}  # fmt: skip


def names_in(item, seen: set) -> set[str]:
    """Every key and every name reachable from `item`."""
    if isinstance(item, pikepdf.Name):
        return {str(item)}
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return set()
    if item.is_indirect:
        if item.objgen in seen:
            return set()
        seen.add(item.objgen)
    if isinstance(item, pikepdf.Array):
        return set().union(*(names_in(part, seen) for part in item))
    return set(item.keys()).union(*(names_in(part, seen) for _key, part in item.items()))


def names_of_file(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        seen: set = set()
        return names_in(pdf.trailer, seen).union(*(names_in(item, seen) for item in pdf.objects))


def test_the_harmful_letter_of_these_tests_is_harmful():
    assert names_of_file(making.harmful_pdf()) >= ACTS - {"/EmbeddedFile"}
    assert making.CANARY.encode() in making.unpacked_text(making.harmful_pdf())


def test_a_rebuilt_letter_has_nothing_that_acts_hides_or_tells():
    """check 31"""
    kept = rebuilt_pdf(making.harmful_pdf(), most_pages=9)
    assert names_of_file(kept) & ACTS == set()
    assert making.CANARY.encode() not in making.unpacked_text(kept) + kept
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert len(pdf.pages) == 2


def test_a_rebuilt_letter_still_draws_its_shapes_and_pictures():
    with pikepdf.open(io.BytesIO(rebuilt_pdf(making.harmful_pdf(), most_pages=9))) as pdf:
        for page in pdf.pages:
            assert set(page.obj.Resources.XObject.keys()) == {"/S1", "/S2"}
            assert page.obj.Resources.XObject.S1.read_bytes() == b"0 0 10 10 re f"
            assert page.obj.Resources.XObject.S2.Width == 2
            assert page.obj.Resources.ExtGState.G1.CA == 1
            assert page.obj.Resources.Font.F1.BaseFont == "/Helvetica"


def test_a_font_may_have_any_name_and_keeps_it():
    """What a page's author calls a font or a picture tells nothing: /A or /Metadata must not lose it."""
    pdf = making.new_pdf()
    fonts = pdf.pages[0].obj.Resources.Font
    fonts["/A"] = fonts["/Names"] = fonts["/Metadata"] = fonts.F1
    with pikepdf.open(io.BytesIO(rebuilt_pdf(making.saved(pdf), most_pages=9))) as kept:
        assert set(kept.pages[0].obj.Resources.Font.keys()) == {"/A", "/F1", "/Metadata", "/Names"}


def test_a_photo_loses_its_place_and_camera_and_stands_upright():
    """check 31"""
    data = making.photo_with_place()
    assert making.CANARY.encode() in data
    kept = redrawn_image(data, kinds.JPEG)[1]
    image = Image.open(io.BytesIO(kept))
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Canary" not in kept and b"Exif" not in kept and b"ICC_PROFILE" not in kept
    assert image.size == (40, 80)
    assert image.getpixel((20, 10))[0] > 200 and image.getpixel((20, 70))[2] > 200


def test_a_picture_loses_its_texts_profile_and_what_was_hung_behind_it():
    """check 31"""
    data = making.png_with_text()
    assert data.count(making.CANARY.encode()) >= 3
    kept = redrawn_image(data, kinds.PNG)[1]
    assert making.CANARY.encode() not in kept and b"script" not in kept
    assert Image.open(io.BytesIO(kept)).info == {}


def test_a_see_through_picture_stays_see_through():
    out = io.BytesIO()
    image = Image.new("P", (4, 4), 0)
    image.save(out, "PNG", transparency=0)
    assert Image.open(io.BytesIO(redrawn_image(out.getvalue(), kinds.PNG)[1])).getpixel((0, 0))[3] == 0
