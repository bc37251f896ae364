"""The guide's files as rows and texts that know the line they stand on."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from ground.loading.refusals import FileRefused, Refusal
from ground.loading.rows import Row, take_rows
from ground.loading.tally import Tally
from ground.loading.translations import FOLDER

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class ArticleFile:
    path: Path
    head: dict[str, str]
    body: str
    body_starts: int
    """The line of the file that is the first of `body`."""


def name_of(path: Path) -> str:
    """As refusals name it: a file of another language with its folder, since each language has one of that name."""
    languages = next((above for above in path.parents[1:3] if above.name == FOLDER), None)
    return path.relative_to(languages).as_posix() if languages else path.name


def refused(path: Path, line: int, reason: str) -> FileRefused:
    return FileRefused([Refusal(line, reason, name_of(path))])


def read_text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise refused(path, 0, _("can't be read: %s.") % problem.strerror) from None
    except UnicodeDecodeError as problem:
        raise refused(
            path, problem.object[: problem.start].count(b"\n") + 1, _("this is not UTF-8 text.")
        ) from None
    if "\x00" in text:
        raise refused(
            path, text[: text.index("\x00")].count("\n") + 1, _("holds a character no database can keep.")
        )
    return text.replace("\r\n", "\n")


def read_rows(path: Path) -> list[Row]:
    """A JSON list of objects, read one by one, so that each knows its line."""
    text = read_text(path)
    decoder, rows = json.JSONDecoder(), []
    position = skip(text, 0, "[", path)
    while position < len(text) and text[position] != "]":
        line = text.count("\n", 0, position) + 1
        try:
            values, position = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError) as problem:
            raise refused(
                path, getattr(problem, "lineno", line), _("this is not JSON: %s.") % problem
            ) from None
        if not isinstance(values, dict):
            raise refused(path, line, _("an object { … } is expected here."))
        rows.append(Row(line, values))
        position = skip(text, position, "]" if closes(text, position) else ",", path, keep="]")
    if position >= len(text) or text[position + 1 :].strip():
        raise refused(path, text.count("\n") + 1, _("the list does not end where it should."))
    return rows


def take_file(path: Path, take: Callable[[Row], None], tally: Tally) -> None:
    """Its rows, each by itself; a file that can't be read at all is one refusal."""
    try:
        take_rows(read_rows(path), take, tally, file=name_of(path))
    except FileRefused as problem:
        tally.refused += problem.refusals


def closes(text: str, position: int) -> bool:
    return text[position:].lstrip()[:1] == "]"


def skip(text: str, position: int, sign: str, path: Path, *, keep: str = "") -> int:
    """Past white space and `sign`, and the white space after it; a sign to `keep` is not passed."""
    position += len(text[position:]) - len(text[position:].lstrip())
    if text[position : position + 1] != sign:
        raise refused(path, text.count("\n", 0, position) + 1, _("“%s” is expected here.") % sign)
    if sign != keep:
        position += 1
        position += len(text[position:]) - len(text[position:].lstrip())
    return position


def read_article(path: Path) -> ArticleFile:
    text = read_text(path)
    match = FRONT_MATTER.match(text)
    if not match:
        raise refused(path, 1, _("must begin with front matter between two lines of ---."))
    head: dict[str, str] = {}
    for number, line in enumerate(match[1].splitlines(), start=2):
        name, colon, value = line.partition(":")
        if not colon or not name.strip() or not value.strip():
            raise refused(path, number, _("front matter is written “key: value”."))
        if name.strip() in head:
            raise refused(path, number, _("“%s” stands here for the second time.") % name.strip())
        head[name.strip()] = value.strip()
    after = text[match.end() :]
    leading = len(after) - len(after.lstrip("\n"))
    return ArticleFile(path, head, after.strip() + "\n", text[: match.end()].count("\n") + 1 + leading)
