"""What a writer must mend before a text can be reviewed or loaded, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from content.models import Reference
from content.rendering.blocks import AUDIENCES, CALLOUTS, CLOSING, OPENING, PICTURE, PICTURES
from content.rendering.citations import CITATION, keys_in
from content.rendering.sanitizing import is_good_address

RAW_HTML = re.compile(r"<(/?[a-zA-Z][\w-]*|!--)")
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]*)")


@dataclass(frozen=True)
class Problem:
    line: int
    sentence: str


def find_problems(body: str, known_keys: set[str] | None = None) -> list[Problem]:
    """Lines are counted from 1. Without `known_keys` the references in the database are the known ones."""
    if known_keys is None:
        known_keys = set(Reference.objects.values_list("key", flat=True))
    lines = body.splitlines()
    problems = list(unpaired_fences(lines))
    for number, line in enumerate(lines, start=1):
        for check in (headings, marks, pictures):
            problems += [Problem(number, sentence) for sentence in check(line)]
        problems += [Problem(number, sentence) for sentence in citations(line, known_keys)]
    return sorted(problems, key=lambda problem: problem.line)


def unpaired_fences(lines: list[str]) -> Iterator[Problem]:
    opened = 0
    for number, line in enumerate(lines, start=1):
        if not line.startswith(":::"):
            continue
        if CLOSING.match(line):
            if not opened:
                yield Problem(number, _("::: closes a block that was not opened."))
            opened = 0
            continue
        opening = OPENING.match(line)
        if not opening or opening[1] not in CALLOUTS + AUDIENCES:
            yield Problem(number, _("Unknown block. Known are: %s.") % ", ".join(CALLOUTS + AUDIENCES))
        elif not opening[2]:
            yield Problem(number, _("The block needs a title."))
        if opened:
            yield Problem(number, _("A block can't stand inside another one."))
        opened = number
    if opened:
        yield Problem(opened, _("The block is not closed with :::."))


def citations(line: str, known_keys: set[str]) -> Iterator[str]:
    for key in keys_in(line):
        if key not in known_keys:
            yield _("Unknown reference %s.") % key
    if "[^" in CITATION.sub("", line):
        yield _("A citation is written [^KEY] or [^KEY,KEY], in capital letters.")


def headings(line: str) -> Iterator[str]:
    if re.match(r"^ {0,3}#{1,6}(\s|$)", line) and not re.match(r"^#{2,3} \S", line):
        yield _("Headings are written ## or ###, with a title.")


def marks(line: str) -> Iterator[str]:
    if RAW_HTML.search(line):
        yield _("HTML is not allowed in a text.")
    if "![" in line:
        yield _("Images are not allowed; drawn pictures are written {{picture: name}}.")
    for match in LINK.finditer(line):
        if not is_good_address(match[1]):
            yield _("A link must begin with https://, http://, / or #.")


def pictures(line: str) -> Iterator[str]:
    match = PICTURE.match(line)
    if ("{{" in line and not match) or (match and match[1] not in PICTURES):
        yield _("Unknown picture. Known are: %s, each on a line of its own.") % ", ".join(PICTURES)
