from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.loading.checks import check_names, check_types
from content.loading.reading import take_file
from content.models import Reference
from ground.loading.merging import apply_values
from ground.loading.rows import Row
from ground.loading.tally import Tally

TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "title": str,
    "publisher": str,
    "year": (int, type(None)),
    "url": str,
    "checked": str,
}


def load_references(path: Path, tally: Tally) -> None:
    known = Reference.objects.in_bulk(field_name="key")
    seen: set[str] = set()
    take_file(path, lambda row: load_reference(row, known, seen, tally), tally)


def load_reference(row: Row, known: dict[str, Reference], seen: set[str], tally: Tally) -> None:
    check_names(row.values, set(TYPES))
    check_types(row.values, TYPES)
    values = dict(row.values)
    key = values.pop("id")
    if key in seen:
        raise ValidationError(_("“%s” stands here for the second time.") % key)
    seen.add(key)
    tally.count(apply_values(known.get(key) or Reference(key=key), values, tally=tally))
