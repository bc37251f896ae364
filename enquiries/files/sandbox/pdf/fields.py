"""The fields of a filled-in form: most programs store what was typed and leave the drawing to whoever shows it.

What a viewer would draw is drawn here, so that it is still there when the form has become a plain page.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from enquiries.files.sandbox.pdf.annotations import (
    box_of,
    color_of,
    has_appearance,
    inherited,
    kind,
    shown_annotations,
    text_of,
    whole,
)
from enquiries.files.sandbox.pdf.drawing import Undrawable, Words
from enquiries.files.sandbox.pdf.style import ALIGN, points_and_color

MULTILINE, PASSWORD, PUSHBUTTON, COMB = 1 << 12, 1 << 13, 1 << 16, 1 << 24

Drawn = tuple[pikepdf.Object, Words]


def fields_to_draw(pdf: pikepdf.Pdf) -> list[Drawn]:
    """Each field as it lies on a page, with its words. Raises Undrawable."""
    form = pdf.Root.get("/AcroForm")
    form = form if isinstance(form, Dictionary) else Dictionary()
    anew = bool(form.get("/NeedAppearances", False))
    return [
        (widget, words)
        for page in pdf.pages
        for widget in shown_annotations(page.obj)
        if kind(widget) == "/Widget" and (words := _words(widget, form, anew=anew)) is not None
    ]


def _words(widget: pikepdf.Object, form: pikepdf.Object, *, anew: bool) -> Words | None:
    """None where the field's own drawing stands. `anew`: the file asks for texts to be drawn by whoever shows it."""
    shows_text = inherited(widget, "/FT") in (Name.Tx, Name.Ch)
    if has_appearance(widget) and not (anew and shows_text):
        return None
    text = _text(widget)
    if not text.strip() and not has_appearance(widget):
        return None
    look = widget.get("/MK")
    look = look if isinstance(look, Dictionary) else Dictionary()
    if whole(look.get("/R", 0)) % 360:
        raise Undrawable
    left, bottom, right, top = box_of(widget)
    appearance = inherited(widget, "/DA") or form.get("/DA")
    points, color = points_and_color(appearance)
    flags = whole(inherited(widget, "/Ff"))
    is_button = inherited(widget, "/FT") == Name.Btn
    return Words(
        text,
        right - left,
        top - bottom,
        points=points,
        color=color,
        ground=color_of(look.get("/BG")),
        border=color_of(look.get("/BC")),
        align="C" if is_button else ALIGN.get(whole(inherited(widget, "/Q") or form.get("/Q", 0)), "L"),
        lines=bool(flags & MULTILINE) or "\n" in text,
        comb=whole(inherited(widget, "/MaxLen")) if flags & COMB and not flags & MULTILINE else 0,
    )


def _text(widget: pikepdf.Object) -> str:
    sort, flags = inherited(widget, "/FT"), whole(inherited(widget, "/Ff"))
    value = inherited(widget, "/V")
    if sort == Name.Tx:
        text = text_of(value)
        return "*" * len(text) if flags & PASSWORD else text
    if sort == Name.Ch:
        return _chosen(value, inherited(widget, "/Opt"))
    if sort == Name.Btn:
        return _caption(widget) if flags & PUSHBUTTON else _tick(widget, value)
    return ""


def _chosen(value: Any, options: Any) -> str:
    """What the chosen options are called, which is not always what they are stored as."""
    names = {}
    for option in options if isinstance(options, Array) else []:
        if isinstance(option, Array) and len(option) == 2:
            names[text_of(option[0])] = text_of(option[1])
    return "\n".join(names.get(text, text) for text in text_of(value).split("\n"))


def _caption(widget: pikepdf.Object) -> str:
    look = widget.get("/MK")
    return text_of(look.get("/CA")) if isinstance(look, Dictionary) else ""


def _tick(widget: pikepdf.Object, value: Any) -> str:
    state = widget.get("/AS", value)
    return "X" if isinstance(state, Name) and state != Name.Off else ""
