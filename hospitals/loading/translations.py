"""The hospitals' facts in other languages: `languages/<language>.json` beside the catalog, an object whose "facts" name
hospital and key and hold the words."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ground.loading.refusals import FileRefused, Refusal
from ground.loading.rows import Row, take_rows
from ground.loading.tally import Tally
from ground.loading.translations import MADE, apply_translation, languages_of
from hospitals.loading.reading import json_rows, read_json
from hospitals.models import HospitalFact

NAMES = {"hospital", "key", "value", *MADE}


def load_translations(folder: Path, tally: Tally) -> None:
    """After the catalog, in one transaction with it."""
    for language, path in languages_of(folder):
        try:
            _load_language(read_json(path), language, tally, file=path.name)
        except FileRefused as problem:
            tally.refused += [Refusal(one.line, one.reason, path.name) for one in problem.refusals]


def _load_language(content: dict[str, Any], language: str, tally: Tally, *, file: str) -> None:
    facts = HospitalFact.objects.select_related("hospital").with_words(language)
    known = {(fact.hospital.slug, fact.key): fact for fact in facts}
    seen: set[tuple[str, str]] = set()

    def load_row(row: Row) -> None:
        if wrong := set(row.values) ^ NAMES:
            raise ValidationError(_("unknown here or missing: %s.") % ", ".join(sorted(wrong)))
        place = (str(row.values["hospital"]), str(row.values["key"]))
        if place not in known or place in seen:
            raise ValidationError(_("no such fact, or for the second time: %s.") % " ".join(place))
        seen.add(place)
        tally.count(apply_translation(known[place], language, row.values, tally))

    take_rows(json_rows(content, "facts"), load_row, tally, file=file)
