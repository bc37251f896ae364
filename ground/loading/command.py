"""What the commands that load a file have in common: their options, and how they report."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ground.loading.refusals import FileRefused
from ground.loading.tally import Tally


class LoadCommand(BaseCommand):
    data: Path
    path_help = "the file (default: the project's own)"
    load: Callable[..., Any]
    """(path, dry_run=) -> a tally, or what `tallies` makes tallies of. Raises FileRefused."""
    counts = (
        "{created} created, {updated} updated, {unchanged} unchanged, 0 refused, "
        "{kept} kept as an editor changed them."
    )
    refusal = "{file}: {count} refused, nothing was applied."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=self.data, help=self.path_help)
        parser.add_argument("--dry-run", action="store_true", help="only report what would change")

    def tallies(self, loaded: Any, path: Path) -> dict[str, Tally]:
        return {path.name: loaded}

    def handle(self, *, path: Path, dry_run: bool, verbosity: int, **options: Any) -> None:
        try:
            loaded = self.load(path, dry_run=dry_run)
        except FileRefused as refused:
            last = self.refusal.format(file=path.name, count=len(refused.refusals))
            raise CommandError(f"{refused}\n{last}") from None
        for name, tally in self.tallies(loaded, path).items() if verbosity else ():
            self._report(tally, ("Dry run, nothing written: " if dry_run else "") + name)

    def _report(self, tally: Tally, lead: str) -> None:
        for name in tally.kept:
            self.stdout.write(f"Kept, an editor changed it: {name}")
        for name in tally.missing:
            self.stdout.write(f"Not in the file, left as it is: {name}")
        for name in tally.outdated:
            self.stdout.write(f"Not shown, the text it was made from has changed: {name}")
        counts = self.counts.format(
            created=tally.created, updated=tally.updated, unchanged=tally.unchanged, kept=len(tally.kept)
        )
        self.stdout.write(f"{lead}: {counts}")
