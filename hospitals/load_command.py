"""What the commands that load a catalogue file have in common: their options, and how they report."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hospitals.merging import Tally
from hospitals.reading import FileRefused


class LoadCommand(BaseCommand):
    data_file: Path
    load: Callable[..., Tally]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", nargs="?", type=Path, default=self.data_file, help="the file (default: the project's own)"
        )
        parser.add_argument("--dry-run", action="store_true", help="only report what would change")

    def handle(self, *, path: Path, dry_run: bool, verbosity: int, **options) -> None:
        try:
            tally = self.load(path, dry_run=dry_run)
        except FileRefused as refused:
            count = len(refused.refusals)
            raise CommandError(f"{refused}\n{path.name}: {count} refused, nothing was applied.") from None
        if verbosity:
            self._report(tally, path, "Dry run, nothing written: " if dry_run else "")

    def _report(self, tally: Tally, path: Path, lead: str) -> None:
        for name in tally.kept:
            self.stdout.write(f"Kept, an editor changed it: {name}")
        for name in tally.missing:
            self.stdout.write(f"Not in the file, left as it is: {name}")
        counts = f"{tally.created} created, {tally.updated} updated, {tally.unchanged} unchanged, 0 refused"
        self.stdout.write(f"{lead}{path.name}: {counts}, {len(tally.kept)} kept as an editor changed them.")
