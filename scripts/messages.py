"""Collects every text of the program into locale/*/LC_MESSAGES/django.po; with --check only tells if they are stale.

Works on a copy of the sources, so that nothing else in the folder is read and a check changes nothing. A translation is
never lost: where its English is gone it stays at the end of its file (`#~`), where its English changed it stays in
place, marked as doubtful (`#, fuzzy`), beside what it was made from. Held by tests/languages/test_catalogs.py.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

from languages.offered import SOURCE

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (
    *("accounts", "all_portal", "content", "enquiries", "ground", "hospitals", "languages", "programs"),
    *("templates", "locale"),
)
KINDS = {".py", ".html", ".svg", ".txt", ".po"}
MAKE = ("manage.py", "makemessages", "--no-wrap", "--add-location", "file", "--extension", "html,py,svg,txt")


def only_texts(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_file() and Path(name).suffix not in KINDS}


def copy_sources(root: Path, copy: Path) -> None:
    for name in SOURCES:
        if (root / name).exists():
            shutil.copytree(root / name, copy / name, ignore=only_texts)
    shutil.copy(root / "manage.py", copy)
    (copy / "locale").mkdir(exist_ok=True)


def collect(copy: Path) -> dict[Path, str]:
    """English, which is only a list of the texts, forgets what is gone; the others forget nothing."""
    languages = {path.parent.name for path in copy.glob("locale/*/LC_MESSAGES")}
    make(copy, {SOURCE}, "--no-obsolete")
    if others := languages - {SOURCE}:
        make(copy, others)
    return {
        path.relative_to(copy): without_date(path.read_text())
        for path in copy.glob("locale/*/LC_MESSAGES/*.po")
    }


def make(copy: Path, languages: set[str], *options: str) -> None:
    named = [word for language in sorted(languages) for word in ("--locale", language)]
    demo = {"DEMO": "1", "DEBUG": "0", "VAR_DIR": str(copy / "var"), "DATABASE_URL": ""}
    environment = os.environ | demo | {"DJANGO_SETTINGS_MODULE": "all_portal.settings"}
    done = subprocess.run(  # noqa: S603  (our own command)
        [sys.executable, *MAKE, *options, *named],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def without_date(text: str) -> str:
    return re.sub(r'^"(POT-Creation-Date|PO-Revision-Date): .*\n', "", text, flags=re.MULTILINE)


def translations(path: Path) -> set[str]:
    """Every text somebody wrote: in use, doubtful, and kept from before."""
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    found: set[str] = set()
    for message in [*catalog, *catalog.obsolete.values()]:
        if message.id:
            found.update([message.string] if isinstance(message.string, str) else message.string)
    return found - {""}


def lost(before: Path, after: Path) -> set[str]:
    return translations(before) - translations(after) if before.exists() else set()


def check_nothing_is_lost(root: Path, copy: Path, paths: list[Path]) -> None:
    """What the gettext tools promise, looked at once more before anything is written."""
    for path in paths:
        if gone := lost(root / path, copy / path):
            sys.exit(
                f"Nothing was written: {path} would lose {len(gone)} texts, such as “{sorted(gone)[0][:80]}”."
            )


def write(root: Path, catalogs: dict[Path, str]) -> None:
    """Each file in one step: an interrupted run leaves the old one whole."""
    for path, text in catalogs.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        new = (root / path).with_suffix(".po.new")
        new.write_text(text)
        os.replace(new, root / path)


def main(arguments: list[str], *, root: Path = ROOT) -> int:
    if not shutil.which("xgettext"):
        sys.exit("Collecting texts needs the gettext tools (on Debian: apt install gettext).")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_sources(root, copy)
        catalogs = collect(copy)
        check_nothing_is_lost(root, copy, list(catalogs))
    stale = [
        path
        for path, text in catalogs.items()
        if not (root / path).exists() or (root / path).read_text() != text
    ]
    if "--check" in arguments:
        print(
            f"stale: {', '.join(map(str, stale))} (run make messages)" if stale else "catalogs are up to date"
        )
        return 1 if stale else 0
    write(root, catalogs)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
