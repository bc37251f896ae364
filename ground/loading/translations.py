"""Words in another language from a file: a folder of `languages/`, or a file of it, is a language.

Each row says who made it, on which day, and from which words: `made_from` is the mark those words had (their digest).
Where they have moved on since, the row is loaded and waits, and readers get the source language's words.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ground.loading.merging import apply_values, as_json, cleaned
from ground.loading.refusals import FileRefused, Refusal
from ground.loading.tally import Outcome, Tally
from ground.translated import SOURCE, LanguageState, Translated

FOLDER = "languages"
MADE = ("made", "made_on", "made_from")
MARK = re.compile(r"[0-9a-f]{16}")


def languages_of(folder: Path) -> list[tuple[str, Path]]:
    """(language, its folder or file). Raises FileRefused for a name no language here has: nobody could read it."""
    paths = sorted(path for path in (folder / FOLDER).glob("*") if not path.name.startswith("."))
    offered = {code for code, _name in settings.LANGUAGES} - {SOURCE}
    reason = _("no language with this name is offered.")
    if unknown := [Refusal(0, reason, path.name) for path in paths if path.stem not in offered]:
        raise FileRefused(unknown)
    return [(path.stem, path) for path in paths]


def made_fields(values: Mapping[str, Any], *, digest: str) -> dict[str, Any]:
    """The columns of InLanguage. `digest`: that of the source's words today. Raises ValidationError."""
    known = [state for state in LanguageState.values if state != LanguageState.SOURCE]
    if values["made"] not in known:
        raise ValidationError(_("made: known are %s.") % ", ".join(known))
    if not isinstance(values["made_on"], str | date):
        raise ValidationError(_("made_on: a day is written like 2026-11-23."))
    if not isinstance(values["made_from"], str) or not MARK.fullmatch(values["made_from"]):
        raise ValidationError(
            _("made_from: the mark of the words it was made from; today's are %s.") % digest
        )
    return {
        "language_state": values["made"],
        "language_state_on": values["made_on"],
        "source_digest": values["made_from"],
    }


def apply_translation(source: Translated, language: str, values: dict[str, Any], tally: Tally) -> Outcome:
    """The words of one row, all or none: an editor's half and the file's other half could say what neither meant.

    `values` holds the source's WORDS and what `made_fields` reads. The source comes with its translations. Counting is
    the caller's. Raises ValidationError.
    """
    rows = source.translations
    known = next((row for row in rows.all() if row.language == language), None)
    row = known or rows.model(source=source, language=language)
    fields = {name: values[name] for name in source.WORDS} | made_fields(values, digest=source.digest)
    if known and is_an_editors(known, fields):
        tally.kept.append(str(known))
        return Outcome.KEPT
    outcome = apply_values(row, fields, tally=tally)
    note_if_outdated(tally, str(row), made_from=row.source_digest, digest=source.digest)
    return outcome


def is_an_editors(row: Any, fields: dict[str, Any]) -> bool:
    current = as_json(row, fields)
    return current != row.loaded and current != cleaned(row, fields)


def note_if_outdated(tally: Tally, name: str, *, made_from: str, digest: str) -> None:
    if made_from != digest:
        marks = {"name": name, "then": made_from, "now": digest}
        tally.outdated.append(_("%(name)s: made from %(then)s, now %(now)s") % marks)
