"""The hospitals' files into the database: the catalog, then its facts in other languages; all of them or nothing."""

from pathlib import Path

from ground.loading.tally import Tally, load_whole
from hospitals.loading.catalog import load_catalog
from hospitals.loading.reading import read_json
from hospitals.loading.translations import load_translations

DATA_FILE = Path(__file__).resolve().parent.parent / "data" / "hospitals.json"


def load_hospitals(path: Path = DATA_FILE, *, dry_run: bool = False) -> Tally:
    """Raises FileRefused, naming each bad line; then nothing was applied."""
    content = read_json(path)

    def load(tally: Tally) -> None:
        load_catalog(content, tally)
        load_translations(path.parent, tally)

    return load_whole(load, dry_run=dry_run)
