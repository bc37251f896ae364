"""A vow of the house as a small lint: what may not be written where, found in the syntax tree.

A line that has a good reason carries `# vow <name>: <reason>`, on the line itself or on the one above.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.portal.house.test_house import APPS

ROOT = Path(__file__).resolve().parent.parent.parent
LEAST_WORDS = 3


@dataclass(frozen=True, kw_only=True)
class Vow:
    name: str
    says: str
    breaks: Callable[[ast.AST], bool]
    """Whether this node breaks it."""
    kept_in: tuple[str, ...] = ()
    """Files and folders that are the one place for it."""
    looks_in: tuple[str, ...] = APPS

    def findings(self, source: str) -> Iterator[int]:
        """The lines that break the vow and give no reason."""
        lines = source.split("\n")
        for node in ast.walk(ast.parse(source)):
            if self.breaks(node) and not self._excused(lines, node.lineno, node.end_lineno):  # type: ignore[attr-defined]
                yield node.lineno  # type: ignore[attr-defined]

    def _excused(self, lines: list[str], first: int, last: int) -> bool:
        nearby = "\n".join(lines[max(0, first - 2) : last])
        found = re.search(rf"# vow {re.escape(self.name)}: (.+)", nearby)
        return found is not None and len(found[1].split()) >= LEAST_WORDS

    def files(self) -> Iterator[Path]:
        for place in self.looks_in:
            for path in sorted((ROOT / place).rglob("*.py")):
                name = path.relative_to(ROOT).as_posix()
                if "migrations" not in path.parts and not name.startswith(self.kept_in or ("\n",)):
                    yield path


def called(node: ast.AST) -> str:
    """The last name of what is called: `filter` for `Enquiry.objects.filter(...)`; "" for anything but a call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((one.value for one in node.keywords if one.arg == name), None)
