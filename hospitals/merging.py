"""Bringing what a file says into what stands in the database, without undoing what an editor has changed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from hospitals.models import Loadable
from hospitals.reading import FileRefused, Refusal


@dataclass
class Tally:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    """What an editor has changed since the last load, and which therefore stays: "Ulm University Hospital: website"."""
    refused: list[Refusal] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """What is in the catalogue but not in the file. It is left as it is."""


def apply_file(read: Callable[[Tally], None], *, dry_run: bool) -> Tally:
    """All or nothing. Raises FileRefused, with nothing applied, if any row was refused."""
    tally = Tally()
    with transaction.atomic():
        read(tally)
        if tally.refused:
            raise FileRefused(tally.refused)
        transaction.set_rollback(dry_run)
    return tally


def merge(
    *, current: dict[str, Any], incoming: dict[str, Any], loaded: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """What to set, and the names an editor has changed since `loaded` and which therefore stay."""
    differing = [name for name in incoming if current[name] != incoming[name]]
    kept = [name for name in differing if name in loaded and current[name] != loaded[name]]
    return {name: incoming[name] for name in differing if name not in kept}, kept


def apply_row(
    instance: Loadable,
    values: dict[str, Any],
    *,
    tally: Tally,
    also_changed: bool = False,
    also_loaded: dict[str, Any] | None = None,
) -> None:
    """Raises ValidationError. `instance` is a new one carrying its natural key, or the one found by it.

    What a row holds beside its fields is the caller's to apply: `also_changed` counts it, `also_loaded` remembers it.
    """
    incoming = cleaned(instance, values)
    if instance.pk is None:
        changes = incoming
        tally.created += 1
    else:
        changes, kept = merge(current=as_json(instance, incoming), incoming=incoming, loaded=instance.loaded)
        tally.updated += bool(changes or also_changed)
        tally.unchanged += not (changes or also_changed)
        tally.kept += [f"{instance}: {field_of(instance, name).verbose_name}" for name in kept]
    remembered = instance.loaded | incoming | (also_loaded or {})
    if not changes and instance.loaded == remembered:
        return
    for name, value in changes.items():
        setattr(instance, name, field_of(instance, name).to_python(value))
    instance.loaded = remembered
    _save(instance)


def _save(instance: Loadable) -> None:
    """The database checks the constraints; only when it refuses are they asked one by one which it was."""
    instance.clean_fields()
    try:
        with transaction.atomic():
            instance.save()
    except IntegrityError as problem:
        instance.validate_constraints()
        raise ValidationError(str(problem)) from problem


def cleaned(instance: models.Model, values: dict[str, Any]) -> dict[str, Any]:
    """The file's values as the fields would hold them, in the form JSON can keep."""
    candidate = type(instance)()
    for name, value in values.items():
        model_field = field_of(candidate, name)
        if value is None and not model_field.null:
            raise ValidationError({name: model_field.error_messages["null"]})
        if not isinstance(value, str | int | float | bool | None):
            raise ValidationError({name: _("a plain value is expected here.")})
        if isinstance(value, str) and any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in value):
            raise ValidationError({name: _("holds a character no database can keep.")})
        setattr(candidate, name, value)
    candidate.clean_fields(exclude={f.name for f in candidate._meta.fields} - set(values))
    return as_json(candidate, values)


def field_of(instance: models.Model, name: str) -> models.Field:
    found = instance._meta.get_field(name)
    assert isinstance(found, models.Field)  # noqa: S101 for the type checker: no loader names a relation backwards
    return found


def as_json(instance: models.Model, names: dict[str, Any]) -> dict[str, Any]:
    values = {name: getattr(instance, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def reasons(problem: ValidationError) -> str:
    """A validation error as one line: which field, and what is wrong with it."""
    if not hasattr(problem, "error_dict"):
        return " ".join(problem.messages)
    named = ((name, " ".join(messages)) for name, messages in problem.message_dict.items())
    return " ".join(text if name == "__all__" else f"{name}: {text}" for name, text in named)
