"""Each decision is a short record in docs/decisions, whole, numbered, and listed in the README."""

import re
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs/decisions"
RECORDS = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
NAME = re.compile(r"(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.md")
RECORD = re.compile(
    r"# (?P<title>[^\n]+)\n\nDate: (?P<date>[^\n]+?) *\nStatus: (?P<status>[^\n]+)\n"
    r"\n## What\n(?P<what>.+?)\n\n## Why\n(?P<why>.+?)\n\n## What was rejected\n(?P<rejected>.+)\Z",
    re.DOTALL,
)
SUPERSEDED = re.compile(r"superseded by \[(\d{4})\]\((\S+)\)")
LISTED = re.compile(r"^(\d+)\. \[(.+)\]\(docs/decisions/(\S+)\)$", re.MULTILINE)


def part(path: Path, name: str) -> str:
    found = RECORD.match(path.read_text())
    assert found, f"{path.name} has not the parts of the template, in their order"
    return found[name].strip()


def test_numbers_run_without_a_gap():
    assert [path.name for path in RECORDS if not NAME.fullmatch(path.name)] == []
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))
    assert len(RECORDS) > 25


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name[:4])
def test_each_record_has_its_parts(path):
    assert [name for name in ("title", "what", "why", "rejected") if len(part(path, name)) < 10] == []
    assert datetime.strptime(part(path, "date"), "%d %B %Y").year >= 2026


def test_a_record_that_holds_no_longer_names_its_successor():
    wrong = {}
    for path in RECORDS:
        status = part(path, "status")
        named = SUPERSEDED.fullmatch(status)
        later = named and named[2].startswith(named[1]) and path.name < named[2]
        if status != "accepted" and not (later and (FOLDER / named[2]).exists()):
            wrong[path.name] = status
    assert wrong == {}


def test_the_readme_lists_exactly_these_titles():
    section = (ROOT / "README.md").read_text().partition("\n## Decisions\n")[2]
    kept = [(path.name[:4], part(path, "title"), path.name) for path in RECORDS]
    assert [(f"{int(number):04}", title, name) for number, title, name in LISTED.findall(section)] == kept


def test_the_folder_says_when_to_write_one_and_holds_the_template():
    paper = (FOLDER / "README.md").read_text()
    template = re.search(r"```\n(.+?)```", paper, re.DOTALL)
    assert "A record is never edited." in paper and "## When to write one" in paper
    assert template and RECORD.match(template[1].rstrip())
