"""docs/reliability.md is kept true: what a test says it holds stands there, and what stands there is held by a test.

A test is found by its module's and its function's name, wherever the module has been moved to.
"""

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAPER = ROOT / "docs/reliability.md"
HEADING = re.compile(r"^### (\d+)\. (\S.*)$", re.MULTILINE)
STATE = re.compile(r"^\*\*(Held|Partly|Not yet)\.\*\*(.*)", re.MULTILINE)
TEST = re.compile(r"^- `(test_\w+)\.py: (test_\w+)`$", re.MULTILINE)
LIST_OF_STATE = re.compile(r"^- (Held|Partly|Not yet): ([\d, ]+)$", re.MULTILINE)
NAMED = re.compile(r"\bchecks? (\d+(?:(?:, | and |, and | to )\d+)*)", re.IGNORECASE)


@dataclass(frozen=True)
class Check:
    number: int
    claim: str
    states: list[str]
    beside_it: str
    tests: list[str]


def checks() -> list[Check]:
    _before, *parts = HEADING.split(PAPER.read_text().partition("\n## What we protect")[0])
    return [
        read(int(number), re.split(r"^## ", text, flags=re.MULTILINE)[0])
        for number, text in zip(parts[::3], parts[2::3], strict=True)
    ]


def read(number: int, text: str) -> Check:
    found = STATE.findall(text)
    claim = STATE.split(text)[0].strip()
    return Check(
        number,
        claim,
        [state for state, _rest in found],
        found[0][1].strip() if found else "",
        [f"{module}.py: {name}" for module, name in TEST.findall(text)],
    )


def names_in_the_suite() -> set[str]:
    return {
        f"{path.name}: {node.name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def words_of(path: Path) -> Iterator[str]:
    """Its comments and docstrings."""
    with path.open("rb") as source:
        yield from (one.string for one in tokenize.tokenize(source.readline) if one.type == tokenize.COMMENT)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def numbers_in(words: str) -> set[int]:
    return {int(number) for listed in NAMED.findall(words) for number in re.findall(r"\d+", listed)}


def test_the_checks_are_numbered_from_1_to_68():
    assert [check.number for check in checks()] == list(range(1, 69))


def test_each_check_says_what_it_claims_and_has_one_state():
    assert [check.number for check in checks() if len(check.claim) < 40 or len(check.states) != 1] == []


def test_each_check_that_a_test_names_stands_in_the_paper():
    known = {check.number for check in checks()}
    unknown = {
        path.relative_to(ROOT).as_posix(): sorted(numbers - known)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if (numbers := {number for words in words_of(path) for number in numbers_in(words)}) - known
    }
    assert unknown == {}


def test_numbers_are_read_in_every_way_they_are_written():
    """Were they overlooked, the test above would hold nothing."""
    assert numbers_in("Check 8; checks 25, 51 and 67, (checks 36 and 57) and check: none") == {
        *(8, 25, 51, 67, 36, 57)
    }
    named = Counter(
        number
        for path in (ROOT / "tests").rglob("test_*.py")
        for words in words_of(path)
        for number in numbers_in(words)
    )
    assert len(named) > 40 and named.total() > 100


def test_each_test_that_the_paper_names_exists():
    suite = names_in_the_suite()
    lost = {check.number: gone for check in checks() if (gone := sorted(set(check.tests) - suite))}
    assert lost == {}


def test_no_line_that_should_name_a_test_is_overlooked():
    listed = re.findall(r"^- `.*$", PAPER.read_text(), flags=re.MULTILINE)
    assert sum(len(check.tests) for check in checks()) == len(listed) > 150


def test_nothing_is_called_held_without_a_test():
    assert [check.number for check in checks() if check.states == ["Held"] and not check.tests] == []


def test_what_is_not_held_says_what_is_missing_and_what_is_held_misses_nothing():
    open_checks = [check for check in checks() if check.states != ["Held"]]
    assert [check.number for check in open_checks if len(check.beside_it) < 20] == []
    assert [check.number for check in checks() if check.states == ["Held"] and check.beside_it] == []


@pytest.mark.parametrize("state", ["Held", "Partly", "Not yet"])
def test_the_lists_at_the_top_agree_with_the_checks(state):
    told = {
        name: [int(one) for one in listed.split(",")]
        for name, listed in LIST_OF_STATE.findall(PAPER.read_text())
    }
    assert told[state] == [check.number for check in checks() if check.states == [state]]
