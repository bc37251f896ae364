"""What lies on a page of a PDF without being part of it, read as a viewer would."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

HIDDEN, NO_VIEW = 2, 32
MOST_ANCESTORS = 32
NUMBER = int | float | Decimal


def shown_annotations(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Those that a viewer shows on the screen. One without a place has none to be shown at."""
    annotations = page.get("/Annots")
    if not isinstance(annotations, Array):
        return
    for annotation in annotations:
        if _has_place(annotation) and not whole(annotation.get("/F", 0)) & (HIDDEN | NO_VIEW):
            yield annotation


def _has_place(annotation: Any) -> bool:
    place = annotation.get("/Rect") if isinstance(annotation, Dictionary) else None
    return isinstance(place, Array) and len(place) == 4 and all(isinstance(side, NUMBER) for side in place)


def kind(annotation: Any) -> str:
    return str(annotation.get("/Subtype", "")) if isinstance(annotation, Dictionary) else ""


def has_appearance(annotation: pikepdf.Object) -> bool:
    """Its own drawing, or one for each of its states."""
    appearance = annotation.get("/AP")
    normal = appearance.get("/N") if isinstance(appearance, Dictionary) else None
    return isinstance(normal, Stream) or (isinstance(normal, Dictionary) and len(normal) > 0)


def give_appearance(annotation: pikepdf.Object, drawing: pikepdf.Object) -> None:
    """In place of any that it has. A button has one for each state; it is in the one that is drawn."""
    is_button = inherited(annotation, "/FT") == Name.Btn
    annotation.AP = Dictionary(N=Dictionary(On=drawing) if is_button else drawing)
    if is_button:
        annotation.AS = Name.On
    elif "/AS" in annotation:
        del annotation.AS


def inherited(field: pikepdf.Object, key: str) -> Any:
    """A field takes what it does not say itself from those above it."""
    node: Any = field
    for _step in range(MOST_ANCESTORS):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def text_of(value: Any) -> str:
    """In whichever of its ways a PDF holds a text; several are lines."""
    if isinstance(value, Array):
        return "\n".join(text_of(part) for part in value)
    if isinstance(value, Stream):
        value = pikepdf.String(value.read_bytes())
    return str(value) if isinstance(value, pikepdf.String) else ""


def box_of(annotation: pikepdf.Object) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def color_of(value: Any) -> tuple[float, float, float] | None:
    """One, three or four parts: gray, RGB, CMYK. None when there is no color."""
    parts = list(value) if isinstance(value, Array | list) else []
    parts = [float(part) for part in parts if isinstance(part, NUMBER)]
    if len(parts) == 1:
        return (parts[0],) * 3
    if len(parts) == 3:
        return (parts[0], parts[1], parts[2])
    if len(parts) == 4:
        cyan, magenta, yellow, black = ((1 - part) for part in parts)
        return cyan * black, magenta * black, yellow * black
    return None


def whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
