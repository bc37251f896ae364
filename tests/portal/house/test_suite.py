"""The suite says plainly what it could not run, and stays readable itself."""

import ast
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import postgres, run, slow

ROOT = Path(__file__).resolve().parents[3]
MODULE_LINES, FUNCTION_LINES = 300, 60


@pytest.fixture
def bare(monkeypatch):
    """A machine with neither a browser nor PostgreSQL, where every test passes."""

    def no_cluster():
        raise postgres.NoPostgres("none is installed")

    monkeypatch.setattr(run, "find_chromium", lambda: None)
    monkeypatch.setattr(run, "cluster", no_cluster)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    rounds = []
    monkeypatch.setattr(
        run, "run_pytest", lambda name, *rest: rounds.append(name) or (0, Counter(passed=3, skipped=1))
    )
    return rounds


def test_what_could_not_run_is_said_with_its_reason(bare, monkeypatch, capsys):
    monkeypatch.setattr(run, "IN_CI", False)
    assert run.main([]) == 0
    told = capsys.readouterr().out
    assert "NOT RUN  Browser tests: no Chromium found" in told
    assert "NOT RUN  PostgreSQL: none is installed." in told
    assert told.splitlines()[-1].strip("= ").startswith("3 passed, 1 skipped in ")
    assert bare == ["SQLite"]


def test_where_it_decides_over_a_change_that_is_a_failure(bare, monkeypatch, capsys):
    monkeypatch.setattr(run, "IN_CI", True)
    assert run.main([]) == 1


def test_failures_of_either_database_fail_the_whole(bare, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://you@127.0.0.1/yours")
    monkeypatch.setattr(
        run,
        "run_pytest",
        lambda name, *rest: (1, Counter(failed=1)) if "Post" in name else (0, Counter(passed=2)),
    )
    assert run.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-1].strip("= ").startswith("1 failed, 2 passed in ")


def test_a_test_that_took_long_without_its_mark_is_named_at_the_end(monkeypatch):
    monkeypatch.setattr(slow, "unmarked", {})
    for name, when, duration, marks in [
        ("test_quick", "call", 1, {}),
        ("test_known", "call", 60, {"slow": 1}),
        ("test_first", "setup", 60, {}),
        ("test_long", "call", 7.04, {}),
        ("test_longer", "call", 12, {}),
    ]:
        slow.pytest_runtest_logreport(
            SimpleNamespace(nodeid=name, when=when, duration=duration, keywords=marks)
        )
    told: list[str] = []
    slow.pytest_terminal_summary(SimpleNamespace(section=told.append, line=told.append))
    assert told == [
        "longer than 5 seconds, and not marked slow",
        "  12.0 s  test_longer",
        "   7.0 s  test_long",
    ]


def test_where_every_long_test_is_marked_nothing_is_said(monkeypatch):
    monkeypatch.setattr(slow, "unmarked", {})
    slow.pytest_terminal_summary(None)


def in_the_suite() -> dict[str, str]:
    found = {path.relative_to(ROOT).as_posix(): path.read_text() for path in (ROOT / "tests").rglob("*.py")}
    assert len(found) > 150
    return found


def test_no_module_of_the_suite_outgrows_a_reader():
    lines = {name: text.count("\n") for name, text in in_the_suite().items()}
    assert {name: number for name, number in lines.items() if number > MODULE_LINES} == {}


def test_no_function_of_the_suite_outgrows_a_screen():
    """Without its decorators: a table of cases may be as long as there are cases."""
    long = {
        f"{name}::{node.name}": lines
        for name, text in in_the_suite().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    }
    assert long == {}
