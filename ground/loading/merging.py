"""Brings what a file says into what stands in the database, and never undoes what an editor has changed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from ground.loading.loadable import Loadable
from ground.loading.tally import Outcome, Tally


def merge(
    *, current: dict[str, Any], incoming: dict[str, Any], loaded: dict[str, Any], untouched: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """What to set, and the names an editor has changed since `loaded` and which therefore stay. A name that was never
    loaded counts as loaded with what it holds when nobody has touched it (`untouched`)."""
    before = untouched | loaded
    differing = [name for name in incoming if current[name] != incoming[name]]
    kept = [name for name in differing if name in before and current[name] != before[name]]
    return {name: incoming[name] for name in differing if name not in kept}, kept


def apply_values(
    instance: Loadable, values: dict[str, Any], *, tally: Tally, also_loaded: dict[str, Any] | None = None
) -> Outcome:
    """Saves what may be set and names in `tally` what is kept; counting is the caller's. Raises ValidationError.

    `instance` is a new one carrying its natural key, or the one found by it. `also_loaded` is remembered with the
    fields: what a row holds beside them, and the caller applies.
    """
    incoming = cleaned(instance, values)
    changes, outcome = incoming, Outcome.CREATED
    if instance.pk is not None:
        changes, kept = merge(
            current=as_json(instance, incoming),
            incoming=incoming,
            loaded=instance.loaded,
            untouched=as_json(type(instance)(), incoming),
        )
        tally.kept += [f"{instance}: {field_of(instance, name).verbose_name}" for name in kept]
        outcome = Outcome.UPDATED if changes else Outcome.KEPT if kept else Outcome.UNCHANGED
    remembered = instance.loaded | incoming | (also_loaded or {})
    if changes or instance.loaded != remembered:
        for name, value in changes.items():
            # vow state: a file's row, and no model that files bring has one
            setattr(instance, name, field_of(instance, name).to_python(value))
        instance.loaded = remembered
        _save(instance)
    return outcome


def apply_row(instance: Loadable, values: dict[str, Any], *, tally: Tally) -> None:
    """`apply_values`, counted: a row of which an editor's word stands is itself unchanged."""
    outcome = apply_values(instance, values, tally=tally)
    tally.count(Outcome.UNCHANGED if outcome == Outcome.KEPT else outcome)


def _save(instance: Loadable) -> None:
    """The database checks uniqueness and constraints; only when it refuses are they asked one by one which it was."""
    instance.clean_fields()
    try:
        with transaction.atomic():
            instance.save()
    except IntegrityError as problem:
        instance.validate_unique()
        instance.validate_constraints()
        raise ValidationError(str(problem)) from problem


def cleaned(instance: models.Model, values: dict[str, Any]) -> dict[str, Any]:
    """The file's values as the fields would hold them, in the form JSON can keep. Raises ValidationError."""
    candidate = type(instance)()
    for name, value in values.items():
        _check_plain(field_of(candidate, name), value)
        # vow state: a candidate is never saved
        setattr(candidate, name, value)
    candidate.clean_fields(exclude={f.name for f in candidate._meta.fields} - set(values))
    return as_json(candidate, values)


def _check_plain(model_field: "models.Field[Any, Any]", value: Any) -> None:
    if value is None and not model_field.null:
        raise ValidationError({model_field.name: model_field.error_messages["null"]})
    if isinstance(model_field, models.JSONField):
        return
    if not isinstance(value, str | int | float | bool | date | None):
        raise ValidationError({model_field.name: _("a plain value is expected here.")})
    if isinstance(value, str) and any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in value):
        raise ValidationError({model_field.name: _("holds a character no database can keep.")})


def field_of(instance: models.Model, name: str) -> "models.Field[Any, Any]":
    found = instance._meta.get_field(name)
    assert isinstance(found, models.Field)  # noqa: S101 for the type checker: no loader names a relation backwards
    return found


def as_json(instance: models.Model, names: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(instance, name) for name in names}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
