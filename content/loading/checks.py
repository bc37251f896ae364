"""Whether a row or a text's head holds what it must, and nothing else."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_names(values: dict[str, Any], needs: set[str]) -> None:
    if stray := set(values) - needs:
        raise ValidationError(_("unknown here: %s.") % ", ".join(sorted(stray)))
    if lacking := needs - set(values):
        raise ValidationError(_("missing: %s.") % ", ".join(sorted(lacking)))


def check_types(values: dict[str, Any], types: Mapping[str, type | tuple[type, ...]]) -> None:
    for name, expected in types.items():
        if not isinstance(values[name], expected) or isinstance(values[name], bool):
            raise ValidationError(_("%s: this kind of value is not expected here.") % name)
