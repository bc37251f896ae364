"""Every guarantee has its saboteur: with the words that keep it broken, the tests that hold it go red.

Each runs in a process of its own on a copy of one prepared database, with only the tests that should notice. Those
that only a real row lock shows run where the suite runs on PostgreSQL, all others where it runs on SQLite.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.saboteurs.table import SABOTEURS

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS_FAILED = 1
ON_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
HERE = [saboteur for saboteur in SABOTEURS if saboteur.postgres == ON_POSTGRES]
# They open no database themselves, but in a round of tests that do they have to be among them.
in_each_round = pytest.mark.django_db


@in_each_round
@pytest.mark.parametrize("saboteur", HERE, ids=lambda saboteur: saboteur.name)
def test_the_suite_goes_red(run, saboteur, tmp_path):
    done = run(saboteur, saboteur.notices, tmp_path)
    assert done.code == TESTS_FAILED, (
        f"nobody noticed; but now this does not hold: {saboteur.guarantee}\n{done.said}"
    )
    assert re.search(r"\b\d+ failed", done.said), f"no test failed; something else did:\n{done.said}"


@in_each_round
def test_without_a_saboteur_the_same_tests_pass(run, tmp_path):
    """Otherwise a test that is red anyway would prove nothing. They run in the suite too, so a few do here."""
    tests = tuple(dict.fromkeys(test for saboteur in HERE[:3] for test in saboteur.notices))
    done = run(None, tests, tmp_path)
    assert done.code == 0, done.said


def test_each_saboteur_s_words_stand_once_where_it_says():
    """All that have moved are named at once, for whoever has just reworded many."""
    found = {saboteur.name: words_of(saboteur.path).count(saboteur.old) for saboteur in SABOTEURS}
    assert {name: count for name, count in found.items() if count != 1} == {}


def test_each_test_that_should_notice_is_there():
    """By its function: which cases there are, only a run can tell."""
    gone = []
    for notice in dict.fromkeys(notice for saboteur in SABOTEURS for notice in saboteur.notices):
        path, *names = notice.split("[")[0].split("::")
        words = words_of(path)
        gone += (
            [] if words and all(re.search(rf"(def|class) {name}\b", words) for name in names) else [notice]
        )
    assert gone == []


def words_of(path: str) -> str:
    """Nothing for a file that has gone: what stood in it is then among what moved."""
    return (ROOT / path).read_text() if (ROOT / path).exists() else ""


def test_their_names_are_unique():
    names = [saboteur.name for saboteur in SABOTEURS]
    assert len(names) == len(set(names))
