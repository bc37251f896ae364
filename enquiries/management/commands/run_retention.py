from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from enquiries.background.privacy import retain


class Command(BaseCommand):
    help = (
        "Anonymizes closed enquiries and deletes records past their time; the worker does it every hour too."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        counts = retain(dry_run=dry_run)
        said = ", ".join(f"{what}: {count}" for what, count in counts.items())
        self.stdout.write(f"would treat {said}" if dry_run else said)
