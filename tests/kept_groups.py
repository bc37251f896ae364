"""The groups of staff come from a migration. A test with real transactions ends by emptying all tables, and then no
migration runs again: what Django says after a flush, as after a migration, makes the groups anew for the tests that
follow."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate


def make_groups_after_a_flush() -> None:
    post_migrate.connect(_make, dispatch_uid="groups of the tests")


def _make(sender: Any, **_signal: Any) -> None:
    """Once a flush: after the last of our apps, whose permissions Django has made by then."""
    if sender.label == "enquiries":
        import_module("enquiries.migrations.0002_groups").fill_groups(apps)
