"""The writing that a field or a free text asks for: size, color, place."""

from typing import Any

import pikepdf

from enquiries.files.sandbox.pdf.annotations import color_of

ALIGN = {1: "C", 2: "R"}
COLORS = {"g": 1, "rg": 3, "k": 4}
MOST_POINTS = 200.0


def points_and_color(default_appearance: Any) -> tuple[float, tuple[float, float, float]]:
    """From a line such as "/Helv 12 Tf 0 g"; what can't be read of it is left to us."""
    parts = str(default_appearance).split() if isinstance(default_appearance, pikepdf.String) else []
    points, color = 0.0, (0.0, 0.0, 0.0)
    for at, part in enumerate(parts):
        if part == "Tf" and at:
            points = min(abs(_number(parts[at - 1])), MOST_POINTS)
        if (count := COLORS.get(part)) and at >= count:
            color = color_of([_number(one) for one in parts[at - count : at]]) or color
    return points, color


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
