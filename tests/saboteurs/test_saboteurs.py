"""Every guarantee has its saboteur: with the words that keep it broken, the tests that hold it go red.

Each runs in a process of its own on a copy of one prepared database, with only the tests that should notice.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.saboteurs.saboteur import Saboteur
from tests.saboteurs.table import SABOTEURS

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS_FAILED = 1
ON_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
HERE = [saboteur for saboteur in SABOTEURS if saboteur.postgres == ON_POSTGRES]


def run(saboteur: Saboteur | None, tests: tuple[str, ...], folder: Path) -> subprocess.CompletedProcess:
    environment = os.environ | {"TESTS_VAR_DIR": str(folder), "SABOTEUR": saboteur.name if saboteur else ""}
    environment.pop("PYTEST_XDIST_WORKER", None)
    environment.pop("ONLY_WITH_DATABASE", None)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.saboteurs.plugin",
        "-p",
        "no:cacheprovider",
        "-q",
        "-x",
    ]
    return subprocess.run(
        [*command, "--no-header", "--tb=line", *tests],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("saboteur", HERE, ids=lambda saboteur: saboteur.name)
def test_the_suite_goes_red(saboteur, tmp_path):
    done = run(saboteur, saboteur.notices, tmp_path)
    said = done.stdout[-2000:] + done.stderr[-2000:]
    assert done.returncode == TESTS_FAILED, f"nobody noticed that {saboteur.guarantee}\n{said}"
    failed = re.search(r"(\d+) failed", said)
    assert failed, f"no test failed; something else did:\n{said}"


def test_each_saboteur_s_words_stand_once_in_its_module():
    for saboteur in SABOTEURS:
        path = ROOT / (saboteur.module.replace(".", "/") + ".py")
        assert saboteur.broken(path.read_text()) != path.read_text()


def test_their_names_are_unique():
    names = [saboteur.name for saboteur in SABOTEURS]
    assert len(names) == len(set(names))


def test_without_a_saboteur_the_same_tests_pass(tmp_path):
    """Otherwise a test that is red anyway would prove nothing. They run in the suite too, so three do here."""
    tests = tuple(dict.fromkeys(test for saboteur in HERE[:3] for test in saboteur.notices))
    done = run(None, tests, tmp_path)
    assert done.returncode == 0, done.stdout[-2000:]
