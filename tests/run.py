"""The whole suite, on SQLite and on PostgreSQL, with a real browser: what `make test` runs.

Arguments go to pytest. What cannot run here is said at the end; with CI set it is a failure.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.browser import find_chromium
from tests.postgres import NoPostgres, cluster

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}


def run_pytest(
    name: str, arguments: list[str], environment: dict[str, str], report: Path
) -> tuple[int, Counter]:
    print(f"\n######## {name} ########\n", flush=True)
    processes = os.environ.get("TEST_PROCESSES", "2")
    # A process that has run out takes over from another, so that no long browser test comes last and alone.
    parallel = [] if {"-n", "-x", "--pdb"} & set(arguments) else ["-n", processes, "--dist", "worksteal"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        *parallel,
        f"--junit-xml={report}",
        "-o",
        "junit_logging=no",
        *("--durations=10", "--durations-min=5"),
        *arguments,
    ]
    code = subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode
    return code, tally(report) if report.exists() else Counter(errors=1)


def tally(report: Path) -> Counter:
    counts: Counter = Counter()
    for suite in ET.parse(report).getroot().iter("testsuite"):
        failed, errors, skipped = (int(suite.get(key, 0)) for key in ("failures", "errors", "skipped"))
        counts += Counter(failed=failed, errors=errors, skipped=skipped)
        counts += Counter(passed=int(suite.get("tests", 0)) - failed - errors - skipped)
    return counts


def closing_line(counts: Counter, seconds: float) -> str:
    words = [f"{counts[word]} {word}" for word in ("failed", "passed", "skipped", "errors") if counts[word]]
    text = f" {', '.join(words) or 'no tests ran'} in {seconds:.2f}s "
    return text.center(max(60, shutil.get_terminal_size().columns), "=")


def databases(stack: ExitStack, missing: list[str]) -> dict[str, dict[str, str]]:
    """Each database's name, and the environment that chooses it."""
    rounds = {"SQLite": {"DATABASE_URL": ""}}
    only = {"ONLY_WITH_DATABASE": "1"}  # what reads no database has run in the first round
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith("postgres"):
        rounds["PostgreSQL at $DATABASE_URL"] = {"DATABASE_URL": url} | only
        return rounds
    try:
        rounds["PostgreSQL, a throw-away cluster"] = {"DATABASE_URL": stack.enter_context(cluster())} | only
    except NoPostgres as reason:
        missing.append(f"PostgreSQL: {reason}.")
    return rounds


def main(arguments: list[str]) -> int:
    began = time.monotonic()
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(143)
    )  # so that the cluster and the folder go away then too
    missing = (
        []
        if find_chromium()
        else ["Browser tests: no Chromium found (install it, or set CHROMIUM to its path)."]
    )
    codes, counts = [], Counter()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        rounds = databases(stack, missing)
        for number, (name, environment) in enumerate(rounds.items()):
            code, found = run_pytest(
                name, arguments, environment | {"TESTS_VAR_DIR": str(folder)}, folder / f"{number}.xml"
            )
            codes.append(code)
            counts += found
    print()
    for line in missing:
        print(f"NOT RUN  {line}")
    if missing and IN_CI:
        print("CI is set, so this counts as a failure.")
        codes.append(1)
    if not missing:
        print(f"Nothing was left out: {' and '.join(rounds)}, browser tests in {find_chromium()}.")
    print(closing_line(counts, time.monotonic() - began), flush=True)
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
