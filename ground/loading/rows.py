"""A file's rows, each of which knows the line it stands on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from ground.loading.refusals import Refusal, reasons
from ground.loading.tally import Tally


@dataclass(frozen=True)
class Row:
    line: int
    values: dict[str, Any]


def take_rows(rows: Iterable[Row], take: Callable[[Row], None], tally: Tally, *, file: str = "") -> None:
    """Each by itself: what `take` finds wrong with one is kept with its line, and the next one is tried."""
    for row in rows:
        try:
            take(row)
        except ValidationError as problem:
            tally.refused.append(Refusal(row.line, reasons(problem), file))
