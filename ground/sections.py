"""A title with its rows: what a fact table, a summary or a copy sheet is made of before a template shows it."""

from dataclasses import dataclass

type Rows[Value] = list[tuple[str, Value]]
"""(label, value) in the order in which they are read."""


@dataclass(frozen=True)
class Section[Value]:
    title: str
    rows: Rows[Value]
    anchor: str = ""
    """Where a link into the page leads; "" where none does."""
