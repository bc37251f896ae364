"""What a file says beside what stands in the database: an editor's change stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.loading.reading import Refusal
from content.models import Article, GlossaryTerm, Reference


@dataclass
class Tally:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    """What an editor has changed since the last load, and which therefore stays."""
    refused: list[Refusal] = field(default_factory=list)


def merge(*, current: dict, incoming: dict, loaded: dict) -> tuple[dict[str, Any], list[str]]:
    """What to set, and the names an editor has changed since `loaded`."""
    differing = [name for name in incoming if current[name] != incoming[name]]
    kept = [name for name in differing if name in loaded and current[name] != loaded[name]]
    return {name: incoming[name] for name in differing if name not in kept}, kept


def plain_values(values: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def apply_fields(instance: Article | GlossaryTerm | Reference, values: dict[str, Any], tally: Tally) -> str:
    """Sets what the file may set and saves. Returns created, updated, unchanged or kept. Raises ValidationError."""
    incoming = plain_values(values)
    no_names: list[str] = []
    if instance.pk is None:
        changes, kept, outcome = incoming, no_names, "created"
    else:
        current = plain_values({name: getattr(instance, name) for name in values})
        changes, kept = merge(current=current, incoming=incoming, loaded=instance.loaded)
        outcome = "updated" if changes else "kept" if kept else "unchanged"
    labels = {field.name: field.verbose_name for field in type(instance)._meta.fields}
    tally.kept += [f"{instance}: {labels[name]}" for name in kept]
    for name in changes:
        setattr(instance, name, values[name])
    loaded = instance.loaded | incoming
    if changes or instance.loaded != loaded or instance.pk is None:
        instance.loaded = loaded
        instance.full_clean(validate_constraints=False)
        instance.save()
    return outcome


def count(outcome: str, tally: Tally) -> None:
    if outcome != "kept":
        setattr(tally, outcome, getattr(tally, outcome) + 1)


def reasons(problem: ValidationError) -> str:
    """A validation error as one line: which field, and what is wrong with it."""
    if not hasattr(problem, "error_dict"):
        return " ".join(dict.fromkeys(problem.messages))
    named = ((name, " ".join(dict.fromkeys(messages))) for name, messages in problem.message_dict.items())
    return " ".join(text if name == "__all__" else f"{name}: {text}" for name, text in named)


def check_names(values: dict[str, Any], needs: set[str]) -> None:
    if stray := set(values) - needs:
        raise ValidationError(_("unknown here: %s.") % ", ".join(sorted(stray)))
    if lacking := needs - set(values):
        raise ValidationError(_("missing: %s.") % ", ".join(sorted(lacking)))


def check_types(values: dict[str, Any], types: Mapping[str, type | tuple[type, ...]]) -> None:
    for name, expected in types.items():
        if not isinstance(values[name], expected) or isinstance(values[name], bool):
            raise ValidationError(_("%s: this kind of value is not expected here.") % name)
