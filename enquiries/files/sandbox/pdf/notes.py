"""Notes that lie on a page: a free text is drawn where it lies; what opens at a click is numbered there, and its words
stand on a sheet of their own behind the last page."""

import re
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

from enquiries.files.sandbox.pdf.annotations import (
    box_of,
    color_of,
    has_appearance,
    kind,
    shown_annotations,
    text_of,
    whole,
)
from enquiries.files.sandbox.pdf.drawing import Undrawable, Words
from enquiries.files.sandbox.pdf.fields import Drawn
from enquiries.files.sandbox.pdf.style import ALIGN, points_and_color

MARKS = frozenset({
    "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Square", "/Circle", "/Line", "/Polygon",
    "/PolyLine", "/Stamp", "/Caret", "/Redact",
})  # fmt: skip
YELLOW, RED = (1.0, 0.95, 0.5), (0.8, 0.0, 0.0)
WIDE, HIGH = 20.0, 14.0


@dataclass
class Notes:
    to_draw: list[Drawn] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def notes_of(pdf: pikepdf.Pdf) -> Notes:
    """Raises Undrawable for a mark that every viewer draws in its own way."""
    notes = Notes()
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in list(shown_annotations(page.obj)):
            if kind(annotation) == "/FreeText":
                _take_free_text(annotation, notes)
            elif kind(annotation) == "/Text" or kind(annotation) in MARKS:
                _take_note(pdf, page.obj, number, annotation, notes)
    return notes


def _take_free_text(annotation: pikepdf.Object, notes: Notes) -> None:
    text = _said(annotation)
    if has_appearance(annotation) or not text:
        return
    left, bottom, right, top = box_of(annotation)
    points, color = points_and_color(annotation.get("/DA"))
    words = Words(
        text,
        right - left,
        top - bottom,
        points=points,
        color=color,
        ground=color_of(annotation.get("/C")),
        border=color,
        align=ALIGN.get(whole(annotation.get("/Q", 0)), "L"),
        lines=True,
    )
    notes.to_draw.append((annotation, words))


def _take_note(
    pdf: pikepdf.Pdf, page: pikepdf.Object, number: int, annotation: pikepdf.Object, notes: Notes
) -> None:
    if "/StateModel" in annotation:
        return
    if kind(annotation) in MARKS and not has_appearance(annotation):
        raise Undrawable
    if not (text := _said(annotation)):
        return
    notes.told.append(f"[{len(notes.told) + 1}] Page {number}: {text}")
    if "/IRT" in annotation:  # an answer to another note, which has its number already
        return
    marker = _marker(pdf, page, annotation)
    notes.to_draw.append((marker, Words(f"[{len(notes.told)}]", WIDE, HIGH, 0, RED, YELLOW, RED, "C")))


def _marker(pdf: pikepdf.Pdf, page: pikepdf.Object, annotation: pikepdf.Object) -> pikepdf.Object:
    """The note's own place for its number, or one beside a mark that is to be seen itself."""
    left, _bottom, right, top = box_of(annotation)
    if kind(annotation) == "/Text":
        annotation.Rect = Array([left, top - HIGH, left + WIDE, top])
        annotation.F = 4
        return annotation
    marker = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=Array([right, top - HIGH, right + WIDE, top])
    )
    marker = pdf.make_indirect(marker)
    page.Annots.append(marker)
    return marker


def _said(annotation: pikepdf.Object) -> str:
    """Its words; some programs store them as marked-up text alone."""
    plain = text_of(annotation.get("/Contents")).strip()
    return plain or re.sub(r"<[^>]*>", " ", text_of(annotation.get("/RC"))).strip()
