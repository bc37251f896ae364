"""Lengths of stay on one axis, in the units of an SVG picture. Lengths only: what they are for is not known."""

from dataclasses import dataclass

from django.utils.translation import ngettext

WIDTH, EDGE = 640, 28
NEAREST = 44
"""Labels closer than this would run into each other; the next one then moves a line up."""


@dataclass(frozen=True)
class Mark:
    days: int
    x: float
    label_y: int
    is_marked: bool


@dataclass(frozen=True)
class Axis:
    marks: list[Mark]
    weeks: list[float]
    end: float
    marked_x: float
    last_label: str


def draw_axis(stays: list[int], *, marked: int) -> Axis:
    stays = sorted({*stays, marked})
    longest = -(-stays[-1] // 7) * 7  # whole weeks
    scale = (WIDTH - 2 * EDGE) / longest

    def place(days: int) -> float:
        return round(EDGE + days * scale, 1)

    marks: list[Mark] = []
    for days in stays:
        crowded = marks and marks[-1].label_y == 34 and place(days) - marks[-1].x < NEAREST
        marks.append(Mark(days, place(days), 14 if crowded else 34, days == marked))
    step = 7 if longest <= 140 else 28
    label = ngettext("%(weeks)d week", "%(weeks)d weeks", longest // 7) % {"weeks": longest // 7}
    return Axis(
        marks, [place(day) for day in range(0, longest + 1, step)], place(longest), place(marked), label
    )
