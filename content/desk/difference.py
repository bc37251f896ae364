"""What a draft changes in the public text, line by line, and word by word where a line was reworded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from content.models import ArticleRevision

CONTEXT = 1
PIECES = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Part:
    kind: str
    """same, added or removed"""
    text: str


@dataclass(frozen=True)
class Line:
    kind: str
    """same, added, removed, changed or skipped"""
    parts: list[Part]


def difference(old: ArticleRevision | None, new: ArticleRevision) -> list[Line]:
    before = lines_of(old) if old else []
    after = lines_of(new)
    result: list[Line] = []
    for step, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            result += unchanged(before[i:j])
        elif step == "replace":
            result += reworded(before[i:j], after[k:m])
        else:
            result += [whole("removed", line) for line in before[i:j]]
            result += [whole("added", line) for line in after[k:m]]
    return result


def lines_of(revision: ArticleRevision) -> list[str]:
    text = [revision.title, revision.summary, *revision.body.splitlines()]
    return [line.strip() for line in text if line.strip()]


def unchanged(lines: list[str]) -> Iterator[Line]:
    if len(lines) <= 2 * CONTEXT + 1:
        yield from (whole("same", line) for line in lines)
        return
    yield from (whole("same", line) for line in lines[:CONTEXT])
    yield Line("skipped", [])
    yield from (whole("same", line) for line in lines[-CONTEXT:])


def reworded(before: list[str], after: list[str]) -> Iterator[Line]:
    pairs = min(len(before), len(after))
    for old, new in zip(before[:pairs], after[:pairs], strict=True):
        yield Line("changed", list(words(old, new)))
    yield from (whole("removed", line) for line in before[pairs:])
    yield from (whole("added", line) for line in after[pairs:])


def words(old: str, new: str) -> Iterator[Part]:
    before, after = PIECES.findall(old), PIECES.findall(new)
    for step, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            yield Part("same", "".join(before[i:j]))
            continue
        if j > i:
            yield Part("removed", "".join(before[i:j]))
        if m > k:
            yield Part("added", "".join(after[k:m]))


def whole(kind: str, line: str) -> Line:
    return Line(kind, [Part(kind, line)])
