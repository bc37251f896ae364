"""Collects every text of the program into locale/*/LC_MESSAGES/django.po; with --check only tells if they are stale.

Works on a copy of the sources, so that nothing else in the folder is read and a check changes nothing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("all_portal", "content", "enquiries", "ground", "hospitals", "programs", "templates", "locale")
KINDS = {".py", ".html", ".txt", ".po"}
SOURCE_LANGUAGE = "en"


def only_texts(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_file() and Path(name).suffix not in KINDS}


def collect(copy: Path) -> dict[Path, str]:
    for name in SOURCES:
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, copy / name, ignore=only_texts)
    shutil.copy(ROOT / "manage.py", copy)
    languages = {
        SOURCE_LANGUAGE,
        *(path.parent.parent.name for path in copy.glob("locale/*/LC_MESSAGES/*.po")),
    }
    (copy / "locale").mkdir(exist_ok=True)
    command = [
        sys.executable,
        "manage.py",
        "makemessages",
        "--no-obsolete",
        "--no-wrap",
        "--add-location",
        "file",
    ]
    for language in sorted(languages):
        command += ["--locale", language]
    environment = os.environ | {"DEMO": "1", "DEBUG": "0", "VAR_DIR": str(copy / "var"), "DATABASE_URL": ""}
    done = subprocess.run(  # noqa: S603  (our own command)
        command, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return {
        path.relative_to(copy): without_date(path.read_text())
        for path in copy.glob("locale/*/LC_MESSAGES/*.po")
    }


def without_date(text: str) -> str:
    return re.sub(r'^"(POT-Creation-Date|PO-Revision-Date): .*\n', "", text, flags=re.MULTILINE)


def main(arguments: list[str]) -> int:
    if not shutil.which("xgettext"):
        sys.exit("Collecting texts needs the gettext tools (on Debian: apt install gettext).")
    with tempfile.TemporaryDirectory() as folder:
        catalogs = collect(Path(folder))
    stale = [
        path
        for path, text in catalogs.items()
        if not (ROOT / path).exists() or (ROOT / path).read_text() != text
    ]
    if "--check" in arguments:
        print(
            f"stale: {', '.join(map(str, stale))} (run make messages)" if stale else "catalogs are up to date"
        )
        return 1 if stale else 0
    for path, text in catalogs.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
