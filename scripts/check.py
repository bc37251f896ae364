"""All that can be said of the code without running the suite. Each check says what is wrong and how it is mended."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from languages.catalogs import compile_catalogs
from scripts.production import production

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
MANAGE = (PYTHON, "manage.py")
TEMPLATES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "templates").rglob("*.html"))]
# A demo whose data lies nowhere: no check writes into var/.
DEMO = production() | {"DEMO": "1", "DATABASE_URL": "sqlite:///:memory:", "ALLOWED_HOSTS": "", "SITE_URL": ""}
CHECKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "types": ([PYTHON, "-m", "mypy", "."], DEMO),
    "style": ([str(BIN / "ruff"), "check", "--quiet", "."], {}),
    "format (make format)": ([str(BIN / "ruff"), "format", "--check", "."], {}),
    "templates (make format)": ([str(BIN / "djade"), "--target-version", "6.1", "--check", *TEMPLATES], {}),
    "style sheet (make css)": ([PYTHON, "-m", "all_portal.look.stylesheet", "--check"], {}),
    "texts (make messages)": ([PYTHON, "-m", "scripts.messages", "--check"], {}),
    "system checks": ([*MANAGE, "check", "--fail-level", "WARNING"], DEMO),
    "deployment": ([*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], production()),
    "migrations": ([*MANAGE, "makemigrations", "--check", "--dry-run"], DEMO),
}


def run(name: str) -> tuple[bool, str]:
    command, environment = CHECKS[name]
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603  (our own commands)
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    good = done.returncode == 0
    line = f"{'ok  ' if good else 'FAIL'} {name} ({time.monotonic() - began:.1f} s)"
    return good, line if good else f"{line}\n{done.stdout}{done.stderr}".rstrip()


def main(wanted: list[str]) -> int:
    names = [name for name in CHECKS if not wanted or name.split(" (")[0] in wanted]
    if not names:
        sys.exit("No such check. There are: " + ", ".join(name.split(" (")[0] for name in CHECKS))
    compile_catalogs()
    results = []
    with ThreadPoolExecutor(2) as pool:
        for good, text in pool.map(run, names):
            print(text, flush=True)
            results.append(good)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
