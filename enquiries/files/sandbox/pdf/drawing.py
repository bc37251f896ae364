"""Words drawn for a PDF that names them but shows them by no drawing of its own: form fields, notes.

The font knows Latin with all its marks, Cyrillic, Greek, Arabic, Hebrew, Georgian, Devanagari and Thai; words in
another script are refused rather than drawn with holes.
"""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
import pymupdf_fonts
import uharfbuzz
from fpdf import FPDF
from fpdf.enums import MethodReturnValue
from fpdf.fonts import HarfBuzzFont, TTFFont

FONT = pymupdf_fonts._figo()
LEAST_POINTS = 4.0
AUTO_POINTS = 12.0
LEADING = 1.25
LONGEST = 20_000  # characters in one place
MARGIN = 2.0


class Undrawable(Exception):
    """The font has no sign for a letter, or there is no room to show all of them."""


@dataclass(frozen=True)
class Words:
    """What stands in a box of this size, in points. A size of 0 means one that fits."""

    text: str
    width: float
    height: float
    points: float = 0.0
    color: tuple[float, float, float] = (0, 0, 0)
    ground: tuple[float, float, float] | None = None
    border: tuple[float, float, float] | None = None
    align: str = "L"
    lines: bool = False  # more than one
    comb: int = 0  # this many boxes with a letter each


def drawings(target: pikepdf.Pdf, wanted: Sequence[Words]) -> list[pikepdf.Object]:
    """A form of `target` for each of `wanted`, in their order. Raises Undrawable."""
    pages = _pages([replace(words, text=_drawable(words.text)) for words in wanted])
    with pikepdf.open(io.BytesIO(pages)) as drawn:
        return [target.copy_foreign(page.as_form_xobject()) for page in drawn.pages]


def sheets(target: pikepdf.Pdf, text: str) -> None:
    """Appends `text` on A4 pages of its own. Raises Undrawable."""
    pdf = _pdf()
    pdf.set_margins(50, 50)
    pdf.set_auto_page_break(True, margin=50)
    pdf.add_page(format="A4")
    pdf.set_font("f", size=11)
    pdf.multi_cell(0, 15, _drawable(text), align="L")
    with pikepdf.open(io.BytesIO(bytes(pdf.output()))) as drawn:
        target.pages.extend(drawn.pages)


def load() -> None:
    """Draws once, so that everything drawing needs is loaded while files can still be opened."""
    _pages([Words("a ب", 90, 20), Words("a", 90, 20, lines=True)])


def _pages(wanted: Sequence[Words]) -> bytes:
    pdf = _pdf()
    for words in wanted:
        pdf.add_page(format=(max(words.width, 1), max(words.height, 1)))
        _draw(pdf, words)
    return bytes(pdf.output())


def _pdf() -> FPDF:
    # The library takes fonts from paths only, and here no file can be opened: so the font is put where it would be.
    source: Any = io.BytesIO(FONT)
    pdf = FPDF(unit="pt")
    pdf.set_creator("")
    font = TTFFont(pdf, source, "f", "", None, None, None, 0)
    font._hbfont = HarfBuzzFont(uharfbuzz.Face(uharfbuzz.Blob(FONT)))
    pdf.fonts["f"] = font
    pdf.set_text_shaping(True)
    pdf.set_margins(0, 0)
    pdf.c_margin = 0
    pdf.set_auto_page_break(False)
    return pdf


def _drawable(text: str) -> str:
    """In composed letters, without signs that are not seen; raises Undrawable for one that the font has not."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    seen = "".join(
        char for char in text if char == "\n" or char in JOINERS or unicodedata.category(char)[0] != "C"
    )
    if len(seen) > LONGEST or any(
        ord(char) not in KNOWN for char in seen if char not in "\n" and char not in JOINERS
    ):
        raise Undrawable
    return seen.strip("\n")


JOINERS = "\u200c\u200d"
KNOWN = frozenset(uharfbuzz.Face(uharfbuzz.Blob(FONT)).unicodes)


def _draw(pdf: FPDF, words: Words) -> None:
    _draw_box(pdf, words)
    if not words.text.strip():
        return
    pdf.set_text_color(*(round(255 * part) for part in words.color))
    if words.comb:
        _draw_comb(pdf, words)
    elif words.lines:
        _draw_lines(pdf, words)
    else:
        _draw_line(pdf, words)


def _draw_box(pdf: FPDF, words: Words) -> None:
    for style, color, choose in (
        ("F", words.ground, pdf.set_fill_color),
        ("D", words.border, pdf.set_draw_color),
    ):
        if color is not None:
            choose(*(round(255 * part) for part in color))
            pdf.rect(0.5, 0.5, max(words.width - 1, 0), max(words.height - 1, 0), style=style)


def _draw_line(pdf: FPDF, words: Words) -> None:
    text = words.text.replace("\n", " ")
    room = words.width - 2 * MARGIN
    points = words.points or min(AUTO_POINTS, words.height / LEADING)
    pdf.set_font("f", size=points)
    if (width := pdf.get_string_width(text)) > room:
        points *= room / width
    _choose(pdf, points)
    pdf.set_xy(MARGIN, 0)
    pdf.cell(room, words.height, text, align=words.align)


def _draw_lines(pdf: FPDF, words: Words) -> None:
    points = words.points or AUTO_POINTS
    room = words.width - 2 * MARGIN
    while True:
        _choose(pdf, points)
        pdf.set_xy(MARGIN, MARGIN)
        line = points * LEADING
        options: dict[str, Any] = {"align": words.align}
        height = pdf.multi_cell(
            room, line, words.text, dry_run=True, output=MethodReturnValue.HEIGHT, **options
        )
        if float(height) <= words.height - MARGIN:  # type: ignore[arg-type]
            break
        points *= 0.9
    pdf.set_xy(MARGIN, MARGIN)
    pdf.multi_cell(room, line, words.text, **options)


def _draw_comb(pdf: FPDF, words: Words) -> None:
    step = words.width / words.comb
    _choose(pdf, words.points or min(AUTO_POINTS, words.height / LEADING))
    for number, letter in enumerate(words.text.replace("\n", " ")):
        pdf.set_xy(number * step, 0)
        pdf.cell(step, words.height, letter, align="C")


def _choose(pdf: FPDF, points: float) -> None:
    if points < LEAST_POINTS:
        raise Undrawable
    pdf.set_font("f", size=points)
