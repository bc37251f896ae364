"""The suite says plainly what it could not run."""

from collections import Counter

import pytest

from tests import postgres, run


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
