"""programs.csv into the database, one program a line."""

import re
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ground.loading.merging import apply_row
from ground.loading.rows import Row, take_rows
from ground.loading.tally import Tally, load_whole
from hospitals.loading.reading import read_csv
from hospitals.models import Hospital
from programs.models import Program

DATA_FILE = Path(__file__).resolve().parent.parent / "data" / "programs.csv"
COLUMNS = ("hospital", "stay_days", "setting", "price")
Key = tuple[int, int]


def load_programs(path: Path = DATA_FILE, *, dry_run: bool = False) -> Tally:
    """Raises FileRefused, naming each bad line; then nothing was applied."""
    rows = read_csv(path, columns=COLUMNS)
    return load_whole(lambda tally: _load(rows, tally), dry_run=dry_run)


def _load(rows: list[Row], tally: Tally) -> None:
    hospitals = _by_any_name()
    known = {(p.hospital_id, p.stay_days): p for p in Program.objects.select_related("hospital")}
    seen: dict[Key, int] = {}
    take_rows(rows, lambda row: _load_program(row, hospitals, known, seen, tally), tally)
    tally.missing = [str(program) for key, program in known.items() if key not in seen]


def _load_program(
    row: Row, hospitals: dict[str, Hospital], known: dict, seen: dict[Key, int], tally: Tally
) -> None:
    hospital = hospitals.get(row.values["hospital"].casefold())
    if hospital is None:
        raise ValidationError(_("no hospital is called “%(name)s”.") % {"name": row.values["hospital"]})
    key = (hospital.pk, _stay_days(row.values["stay_days"]))
    if key in seen:
        raise ValidationError(_("the same program already stands on line %(line)d.") % {"line": seen[key]})
    seen[key] = row.line
    values = {name: row.values[name].lower().replace(" ", "_") for name in ("setting", "price")}
    apply_row(known.get(key) or Program(hospital=hospital, stay_days=key[1]), values, tally=tally)


def _stay_days(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text, re.ASCII) or int(text) > 365:
        raise ValidationError(
            _("stay_days must be a whole number from 1 to 365, not “%(text)s”.") % {"text": text[:40]}
        )
    return int(text)


def _by_any_name() -> dict[str, Hospital]:
    """Lists of programs name a hospital by its short address, its name, or the name kept for such lists."""
    hospitals = Hospital.objects.all()
    return {
        name.casefold(): hospital
        for hospital in hospitals
        for name in (hospital.slug, hospital.name, hospital.catalog_name)
        if name
    }
