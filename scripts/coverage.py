"""Which branches of the rooms that hold the promises no test takes: measured, not worshipped. What can't be reached
goes; the rooms are named in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COVERAGE = (sys.executable, "-m", "coverage")
# A browser and a second database see the same lines once more, and slowly.
TESTS = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser", "tests/enquiries")


def main(arguments: list[str]) -> int:
    (ROOT / "var").mkdir(exist_ok=True)
    for command in ((*COVERAGE, "run", *TESTS, *arguments), (*COVERAGE, "report")):
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603  (our own commands)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
