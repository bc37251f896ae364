"""Check 29: the content of a file decides, read whole; its name says nothing."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from enquiries.files import inspection
from enquiries.files.inspection import inspect
from enquiries.files.refusals import DocumentRefused, sentence
from enquiries.files.sandbox.__main__ import cleaned_file
from enquiries.files.sandbox.unfit import Unfit
from tests.enquiries.files import making
from tests.enquiries.files.making import letter, photo, upload

_real_clean = inspection.clean
CASES = Path(__file__).parent / "cases"
TAKEN = {
    "letter.pdf": (letter, "application/pdf"),
    "LETTER.PDF": (lambda: letter(3), "application/pdf"),
    "form.pdf": (making.filled_form, "application/pdf"),
    "photo.jpg": (photo, "image/jpeg"),
    "photo.JPEG": (lambda: photo(size=(1, 1)), "image/jpeg"),
    "gray.jpg": (lambda: photo(mode="L"), "image/jpeg"),
    "print.jpg": (lambda: photo(mode="CMYK"), "image/jpeg"),
    "phone.jpg": (making.phone_photo_in_two, "image/jpeg"),
    "progressive.jpg": (lambda: photo(progressive=True), "image/jpeg"),
    "photo.webp": (lambda: photo("WEBP"), "image/jpeg"),
    "clear.webp": (lambda: photo("WEBP", mode="RGBA", lossless=True), "image/jpeg"),
    "fax.tif": (lambda: photo("TIFF", mode="1", compression="group4"), "application/pdf"),
    "scan.tiff": (lambda: photo("TIFF", compression="tiff_lzw"), "application/pdf"),
    "screen.png": (lambda: photo("PNG"), "image/png"),
    "clear.png": (lambda: photo("PNG", mode="RGBA"), "image/png"),
    "palette.png": (lambda: photo("PNG", mode="P"), "image/png"),
    "bits.png": (lambda: photo("PNG", mode="1"), "image/png"),
    "deep.png": (lambda: photo("PNG", mode="I;16"), "image/png"),
    # Wrong offsets, but whole to the end: repaired.
    "shifted.pdf": (lambda: b"%PDF-1.7\n% moved\n" + letter(), "application/pdf"),
    "after a kilobyte of lines.pdf": (lambda: b"X-Printer: 1\r\n" * 73 + letter(), "application/pdf"),
    "old head.pdf": (
        lambda: letter().replace(b"%PDF-1.3", b"%!PS-Adobe-3.0 PDF-1.3", 1),
        "application/pdf",
    ),
    "with a server's lines behind it.pdf": (
        lambda: letter() + b"\r\n<!-- served -->" * 300,
        "application/pdf",
    ),
    "moved, with lines behind it.pdf": (
        lambda: b"%PDF-1.7\n% moved\n" + letter() + b"\n<!-- served -->" * 300,
        "application/pdf",
    ),
    "locked against copying.pdf": (lambda: making.locked_letter(""), "application/pdf"),
    "letter": (letter, "application/pdf"),
    ".pdf.exe": (letter, "application/pdf"),
    "jpg named.png": (photo, "image/jpeg"),
    "png named.pdf": (lambda: photo("PNG"), "image/png"),
    "pdf named.jpg": (letter, "application/pdf"),
    # Also something else: that goes, and what the viewer shows is kept.
    "pdf that is a zip.pdf": (lambda: letter() + making.archive(), "application/pdf"),
    "jpg that is a zip.jpg": (lambda: photo() + making.archive(), "image/jpeg"),
}
HEIC_HEAD = b"\x00\x00\x00\x18ftypheic"
REFUSED = {
    "empty": ("letter.pdf", lambda: b"", "empty"),
    "one byte": ("letter.pdf", lambda: b"%", "type"),
    "program": ("setup.exe", lambda: b"MZ\x90\x00" + bytes(500), "type"),
    "program renamed to pdf": ("letter.pdf", lambda: b"MZ\x90\x00" + bytes(500), "type"),
    "program renamed to jpg": ("photo.jpg", lambda: b"\x7fELF\x02" + bytes(500), "type"),
    "heic without a picture": ("photo.heic", lambda: HEIC_HEAD + bytes(99), "unreadable"),
    "heic cut off": ("photo.heic", lambda: (CASES / "photo.heic").read_bytes()[:-9000], "incomplete"),
    "film of a phone": ("film.mp4", lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(99), "type"),
    "svg": ("scan.svg", lambda: b"<svg onload='alert(1)'/>", "type"),
    "svg renamed": ("scan.png", lambda: b"<svg onload='alert(1)'/>", "type"),
    "html renamed to png": ("scan.png", lambda: b"<html><script>alert(1)</script>", "type"),
    "html behind a png's signature": ("scan.png", lambda: b"\x89PNG\r\n\x1a\n<html><body>", "unreadable"),
    "docm": ("letter.docm", making.macro_document, "type"),
    "docm renamed": ("letter.pdf", making.macro_document, "type"),
    "zip": ("letters.zip", making.archive, "archive"),
    "gif": ("photo.gif", lambda: photo("GIF"), "type"),
    "gif renamed": ("photo.png", lambda: photo("GIF"), "type"),
    "script behind a pdf's signature": (
        "letter.pdf",
        lambda: b"%PDF-1.7\n<script>alert(1)</script>",
        "unreadable",
    ),
    "pdf cut in the middle": ("letter.pdf", lambda: letter(4)[:-400], "incomplete"),
    "pdf without its end": ("letter.pdf", lambda: letter()[: letter().rindex(b"startxref")], "incomplete"),
    "jpg cut off": ("photo.jpg", lambda: photo(size=(400, 400))[:-300], "incomplete"),
    "png cut off": ("scan.png", lambda: photo("PNG", size=(400, 400))[:-40], "incomplete"),
    "png with a changed byte": ("scan.png", lambda: _changed(photo("PNG"), at=-20), "unreadable"),
    "webp cut off": ("photo.webp", lambda: photo("WEBP", size=(400, 400))[:-40], "incomplete"),
    "tiff cut off": ("scan.tif", lambda: photo("TIFF", size=(400, 400))[:-300], "incomplete"),
    "moving png": ("scan.png", making.moving_png, "moving"),
    "pdf with a password": ("letter.pdf", lambda: making.locked_letter("secret"), "encrypted"),
    "pdf without pages": ("letter.pdf", lambda: making.saved(pikepdf.new()), "unreadable"),
    "too many pages": ("letter.pdf", lambda: letter(201), "too_many_pages"),
    "too large": ("photo.jpg", lambda: photo() + bytes(15 * 2**20), "too_large"),
    "folder of files": ("letter.pdf", lambda: _with_root(Collection=pikepdf.Dictionary()), "collection"),
    "form that draws itself": ("letter.pdf", lambda: _with_root(NeedsRendering=True), "form"),
}


def _changed(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 255
    return bytes(changed)


def _with_root(**keys) -> bytes:
    pdf = making.new_pdf()
    for key, value in keys.items():
        pdf.Root[f"/{key}"] = value
    return making.saved(pdf)


@pytest.fixture
def same_process(monkeypatch):
    """The readers without the process around them: a start of Python for each of these files is a quarter second."""

    def clean(data):
        try:
            content_type, kept = cleaned_file(data, 200)
        except Unfit as unfit:
            raise DocumentRefused(unfit.reason) from None
        return inspection.Cleaned(kept, content_type)

    monkeypatch.setattr(inspection, "clean", clean)


@pytest.mark.parametrize("name", TAKEN)
def test_an_ordinary_file_of_a_family_is_taken(name, same_process):
    """check 29"""
    make, content_type = TAKEN[name]
    cleaned = inspect(upload(name, make()))
    assert cleaned.content_type == content_type
    if content_type == "application/pdf":
        with pikepdf.open(io.BytesIO(cleaned.data)) as pdf:
            assert len(pdf.pages) == (3 if name == "LETTER.PDF" else 1)
            assert not pdf.is_encrypted
    else:
        Image.open(io.BytesIO(cleaned.data), formats=[content_type[6:].upper()]).load()
    assert making.CANARY.encode() not in cleaned.data


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_no_viewer_opens_or_none_may_is_refused_with_its_reason(what, same_process):
    """check 29"""
    name, make, reason = REFUSED[what]
    with pytest.raises(DocumentRefused) as refused:
        inspect(upload(name, make()))
    assert refused.value.reason == reason
    assert str(refused.value) == sentence(reason)


@pytest.mark.parametrize(
    "name", ["letter.pdf", "form.pdf", "photo.jpg", "screen.png", "photo.webp", "fax.tif"]
)
def test_the_confined_process_cleans_what_the_readers_clean(name, same_process):
    """check 29; pixels and pages are the same, so the confinement takes nothing away."""
    data = TAKEN[name][0]()
    assert inspection.clean(data) == _real_clean(data)


def test_the_confined_process_answers_with_the_readers_reason():
    with pytest.raises(DocumentRefused) as refused:
        inspect(upload("letter.pdf", making.locked_letter("secret")))
    assert refused.value.reason == "encrypted"


def test_each_reason_has_a_sentence_of_its_own_with_its_figures():
    assert sentence("too_large").startswith("This file is larger than 15 MB.")
    assert sentence("too_many_files").startswith("You have already sent 10 files.")
    assert sentence("never heard of") == sentence("unreadable")


def test_what_is_printed_on_a_page_stays_word_for_word():
    kept = inspect(upload("letter.pdf", letter(2))).data
    assert making.unpacked_text(kept).count(making.PAGE_TEXT) == 2


def test_what_stands_in_a_form_field_becomes_part_of_the_page():
    """A power of attorney filled in on a computer must not arrive empty."""
    kept = inspect(upload("form.pdf", making.filled_form())).data
    assert b"I, Amira, hereby authorize" in making.unpacked_text(kept)
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
        assert "/AcroForm" not in pdf.Root


def test_size_and_turning_inherited_from_the_page_tree_are_kept():
    pdf = making.new_pdf()
    page = pdf.pages[0].obj
    pdf.Root.Pages.MediaBox, pdf.Root.Pages.Rotate = page.MediaBox, 90
    del page["/MediaBox"]
    with pikepdf.open(io.BytesIO(inspect(upload("a.pdf", making.saved(pdf))).data)) as kept:
        assert [int(side) for side in kept.pages[0].obj.MediaBox] == [0, 0, 595, 842]
        assert kept.pages[0].obj.Rotate == 90
