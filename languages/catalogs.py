"""The texts as the program reads them (.mo), made from the texts as people write them (.po).

They are made where they are needed and are never committed, so that no text can be older than its source. Needs no
settings and no gettext tools: a machine with nothing but Python can run the portal in every language.
"""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from languages.offered import SOURCE

TEXTS = Path(__file__).resolve().parent.parent / "locale"


def compile_catalogs(folder: Path = TEXTS) -> list[str]:
    """Makes what is missing or of another time than its source; gives those folders' names. Doubtful ("fuzzy") texts
    are left out: English is read in their place. English itself stands in the sources and needs none."""
    wanted = stale_catalogs(folder)
    for source in wanted:
        _compile(source)
    return [source.parent.parent.name for source in wanted]


def stale_catalogs(folder: Path = TEXTS) -> list[Path]:
    sources = sorted(folder.glob("*/LC_MESSAGES/django.po"))
    return [path for path in sources if path.parent.parent.name != SOURCE and not _is_fresh(path)]


def _is_fresh(source: Path) -> bool:
    """By the very time of the source, since an older source may be put in the place of a newer one."""
    made = source.with_suffix(".mo")
    return made.exists() and made.stat().st_mtime_ns == source.stat().st_mtime_ns


def _compile(source: Path) -> None:
    """In one step, so that no process that starts meanwhile reads half a catalog."""
    time = source.stat().st_mtime_ns
    with source.open("rb") as texts:
        catalog = read_po(texts, abort_invalid=True)
    handle, name = tempfile.mkstemp(dir=source.parent, suffix=".mo.part")
    with os.fdopen(handle, "wb") as made:
        write_mo(made, catalog)
    os.chmod(name, 0o644)
    os.utime(name, ns=(time, time))
    os.replace(name, source.with_suffix(".mo"))
