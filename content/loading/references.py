from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.loading.merging import Tally, apply_fields, check_names, check_types, count, reasons
from content.loading.reading import Refusal, Refused, Row, read_rows
from content.models import Reference

TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "title": str,
    "publisher": str,
    "year": (int, type(None)),
    "url": str,
    "checked": str,
}


def load_references(path: Path, tally: Tally) -> None:
    try:
        rows = read_rows(path)
    except Refused as refused:
        tally.refused.append(refused.refusal)
        return
    known = Reference.objects.in_bulk(field_name="key")
    seen: set[str] = set()
    for row in rows:
        try:
            load_reference(row, known, seen, tally)
        except ValidationError as problem:
            tally.refused.append(Refusal(path.name, row.line, reasons(problem)))


def load_reference(row: Row, known: dict[str, Reference], seen: set[str], tally: Tally) -> None:
    check_names(row.values, set(TYPES))
    check_types(row.values, TYPES)
    values = dict(row.values)
    key = values.pop("id")
    if key in seen:
        raise ValidationError(_("“%s” stands here for the second time.") % key)
    seen.add(key)
    count(apply_fields(known.get(key) or Reference(key=key), values, tally), tally)
