"""Catalogue files as rows that know the line they stand on."""

import csv
import json
from json import decoder, scanner
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ground.loading.refusals import FileRefused, Refusal
from ground.loading.rows import Row


def read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise FileRefused(
            [
                Refusal(
                    0,
                    _("%(file)s can't be read: %(problem)s")
                    % {"file": path.name, "problem": problem.strerror},
                )
            ]
        ) from None
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise FileRefused([Refusal(line, _("this is not UTF-8 text."))]) from None


def read_csv(path: Path, *, columns: tuple[str, ...]) -> list[Row]:
    lines = csv.reader(read_text(path).splitlines(keepends=True), strict=True)
    rows, begins = [], 1
    try:
        header = [cell.strip() for cell in next(lines, [])]
        if sorted(header) != sorted(columns):
            raise FileRefused(
                [Refusal(1, _("the columns must be: %(columns)s") % {"columns": ", ".join(columns)})]
            )
        begins = lines.line_num + 1
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(Row(begins, _by_column(header, cells, begins)))
            begins = lines.line_num + 1
    except csv.Error as problem:
        raise FileRefused([Refusal(begins, str(problem))]) from None
    return rows


def _by_column(header: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) != len(header):
        reason = _("%(found)d cells where %(wanted)d are expected.") % {
            "found": len(cells),
            "wanted": len(header),
        }
        raise FileRefused([Refusal(line, reason)])
    return {name: cell.strip() for name, cell in zip(header, cells, strict=True)}


class _LineDecoder(json.JSONDecoder):
    """Gives each object its line as "__line__". The C scanner knows no positions, hence the Python one."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=self._once, parse_constant=self._no_number)
        self.parse_object = self._object_with_line
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _object_with_line(self, start: tuple[str, int], *rest: Any) -> tuple[dict[str, Any], int]:
        text, index = start
        values, end = decoder.JSONObject(start, *rest)  # type: ignore[attr-defined]
        return values | {"__line__": text.count("\n", 0, index) + 1}, end

    @staticmethod
    def _no_number(name: str) -> float:
        raise ValueError(_("%(name)s is no number.") % {"name": name})

    @staticmethod
    def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) != len(pairs):
            raise ValueError(
                _("a name stands twice in one object: %(names)s") % {"names": ", ".join(k for k, _v in pairs)}
            )
        return values


def read_json(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        found = _LineDecoder().decode(text)
    except json.JSONDecodeError as problem:
        raise FileRefused([Refusal(problem.lineno, problem.msg)]) from None
    except (ValueError, RecursionError) as problem:
        raise FileRefused([Refusal(0, str(problem))]) from None
    if not isinstance(found, dict):
        raise FileRefused([Refusal(1, _("an object is expected here."))])
    return found


def json_rows(values: dict[str, Any], name: str) -> list[Row]:
    """The list called `name` inside an object read by `read_json`, as rows."""
    listed = values.get(name, [])
    line = values.get("__line__", 0)
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise FileRefused([Refusal(line, _("“%(name)s” must be a list of objects.") % {"name": name})])
    return [Row(one["__line__"], {k: v for k, v in one.items() if k != "__line__"}) for one in listed]
