from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from content.loading import DATA, GuideRefused, load_guide


class Command(BaseCommand):
    help = "Loads the disease guide: references, glossary and articles. What an editor has changed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path",
            nargs="?",
            type=Path,
            default=DATA,
            help="a folder with articles/, references.json, glossary.json",
        )
        parser.add_argument("--dry-run", action="store_true", help="only report what would change")

    def handle(self, *, path: Path, dry_run: bool, verbosity: int, **options) -> None:
        try:
            result = load_guide(path, dry_run=dry_run)
        except GuideRefused as refused:
            raise CommandError(f"{refused}\n{len(refused.refusals)} refused, nothing was applied.") from None
        lead = "Dry run, nothing written: " if dry_run else ""
        for name, tally in result.tallies.items():
            for kept in tally.kept if verbosity else []:
                self.stdout.write(f"Kept, an editor changed it: {kept}")
            counts = f"{tally.created} created, {tally.updated} updated, {tally.unchanged} unchanged"
            self.stdout.write(
                f"{lead}{name}: {counts}, {len(tally.kept)} kept as an editor changed them, 0 refused."
            )
