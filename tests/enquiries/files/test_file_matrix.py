"""Check 29: a file is taken only if its extension, its signature and a full parse agree."""

import io

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
TAKEN = {
    "letter.pdf": letter,
    "LETTER.PDF": lambda: letter(3),
    "form.pdf": making.filled_form,
    "photo.jpg": photo,
    "photo.JPEG": lambda: photo(size=(1, 1)),
    "gray.jpg": lambda: photo(mode="L"),
    "print.jpg": lambda: photo(mode="CMYK"),
    "phone.jpg": making.phone_photo_in_two,
    "progressive.jpg": lambda: photo(progressive=True),
    "screen.png": lambda: photo("PNG"),
    "clear.png": lambda: photo("PNG", mode="RGBA"),
    "palette.png": lambda: photo("PNG", mode="P"),
    "bits.png": lambda: photo("PNG", mode="1"),
    "deep.png": lambda: photo("PNG", mode="I;16"),
    # Wrong offsets, but whole to the end: repaired.
    "shifted.pdf": lambda: b"%PDF-1.7\n% moved\n" + letter(),
}
REFUSED = {
    "empty": ("letter.pdf", lambda: b"", "empty"),
    "one byte": ("letter.pdf", lambda: b"%", "mismatch"),
    "no extension": ("letter", letter, "type"),
    "nothing but an extension": (".pdf.exe", letter, "type"),
    "program": ("setup.exe", lambda: b"MZ\x90\x00" + bytes(500), "type"),
    "program renamed to pdf": ("letter.pdf", lambda: b"MZ\x90\x00" + bytes(500), "mismatch"),
    "program renamed to jpg": ("photo.jpg", lambda: b"\x7fELF\x02" + bytes(500), "mismatch"),
    "heic": ("photo.heic", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(99), "heic"),
    "heic renamed": ("photo.jpg", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(99), "mismatch"),
    "svg": ("scan.svg", lambda: b"<svg onload='alert(1)'/>", "type"),
    "svg renamed": ("scan.png", lambda: b"<svg onload='alert(1)'/>", "mismatch"),
    "html renamed to png": ("scan.png", lambda: b"<html><script>alert(1)</script>", "mismatch"),
    "html behind a png's signature": ("scan.png", lambda: b"\x89PNG\r\n\x1a\n<html>", "unreadable"),
    "docm": ("letter.docm", making.macro_document, "type"),
    "docm renamed": ("letter.pdf", making.macro_document, "mismatch"),
    "zip": ("letters.zip", making.archive, "type"),
    "gif": ("photo.gif", lambda: photo("GIF"), "type"),
    "gif renamed": ("photo.png", lambda: photo("GIF"), "mismatch"),
    "gif that is a pdf": ("letter.pdf", lambda: b"GIF89a" + bytes(20) + letter(), "mismatch"),
    "jpg named png": ("photo.png", photo, "mismatch"),
    "png named pdf": ("photo.pdf", lambda: photo("PNG"), "mismatch"),
    "pdf named jpg": ("photo.jpg", letter, "mismatch"),
    "pdf that is a zip": ("letter.pdf", lambda: letter() + making.archive(), "mixed"),
    "jpg that is a zip": ("photo.jpg", lambda: photo() + making.archive(), "mixed"),
    "script behind a pdf's signature": (
        "letter.pdf",
        lambda: b"%PDF-1.7\n<script>alert(1)</script>",
        "unreadable",
    ),
    "pdf cut in the middle": ("letter.pdf", lambda: letter(4)[:-400], "unreadable"),
    "pdf without its end": ("letter.pdf", lambda: letter()[: letter().rindex(b"startxref")], "unreadable"),
    "jpg cut off": ("photo.jpg", lambda: photo(size=(400, 400))[:-300], "unreadable"),
    "png cut off": ("scan.png", lambda: photo("PNG", size=(400, 400))[:-40], "unreadable"),
    "png with a changed byte": ("scan.png", lambda: _changed(photo("PNG"), at=-20), "unreadable"),
    "moving png": ("scan.png", making.moving_png, "moving"),
    "pdf with a password": ("letter.pdf", lambda: making.locked_letter("secret"), "encrypted"),
    "pdf locked against copying": ("letter.pdf", lambda: making.locked_letter(""), "encrypted"),
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

    def clean(data, *, content_type):
        try:
            return cleaned_file(data, content_type, 200)
        except Unfit as unfit:
            raise DocumentRefused(unfit.reason) from None

    monkeypatch.setattr(inspection, "clean", clean)


@pytest.mark.parametrize("name", TAKEN)
def test_an_ordinary_file_of_a_family_is_taken(name, same_process):
    """check 29"""
    cleaned = inspect(upload(name, TAKEN[name]()))
    if cleaned.content_type == "application/pdf":
        with pikepdf.open(io.BytesIO(cleaned.data)) as pdf:
            assert len(pdf.pages) == (3 if name == "LETTER.PDF" else 1)
    else:
        Image.open(io.BytesIO(cleaned.data), formats=["JPEG", "PNG"]).load()
        assert cleaned.content_type == ("image/png" if name.endswith(".png") else "image/jpeg")


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_not_what_it_says_is_refused_with_its_reason(what, same_process):
    """check 29"""
    name, make, reason = REFUSED[what]
    with pytest.raises(DocumentRefused) as refused:
        inspect(upload(name, make()))
    assert refused.value.reason == reason
    assert str(refused.value) == sentence(reason)


@pytest.mark.parametrize("name", ["letter.pdf", "photo.jpg", "screen.png"])
def test_the_confined_process_cleans_what_the_readers_clean(name, same_process):
    """check 29; pixels and pages are the same, so the confinement takes nothing away."""
    own, there = inspection.clean, _real_clean
    content_type = inspection.CONTENT_TYPES[name[-3:]]
    ours, theirs = (clean(TAKEN[name](), content_type=content_type) for clean in (own, there))
    assert ours == theirs


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
