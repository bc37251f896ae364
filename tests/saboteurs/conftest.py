import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.saboteurs.saboteur import Saboteur

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Outcome:
    code: int
    said: str


@pytest.fixture(scope="session")
def run(tmp_path_factory) -> Callable[..., Outcome]:
    """run(saboteur, tests): pytest on these tests with that saboteur at work, or with None."""
    home = tmp_path_factory.mktemp("saboteurs")
    unset = ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_CURRENT_TEST", "ONLY_WITH_DATABASE")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "tests.saboteurs.forking", str(home)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as forks:
        assert json.loads(forks.stdout.readline()) == {"ready": True}

        def run(saboteur: Saboteur | None, tests: tuple[str, ...], folder: Path) -> Outcome:
            name = saboteur.name if saboteur else ""
            order = {"saboteur": name, "tests": tests, "folder": str(folder)}
            forks.stdin.write(json.dumps(order) + "\n")
            forks.stdin.flush()
            answer = json.loads(forks.stdout.readline())
            return Outcome(answer["code"], (folder / "said").read_text()[-3000:])

        yield run
