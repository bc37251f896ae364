from django.core.management.base import BaseCommand

from enquiries.background.privacy import retain


class Command(BaseCommand):
    help = (
        "Anonymizes closed enquiries and deletes records past their time; the worker does it every hour too."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *args, dry_run: bool = False, **options) -> None:
        counts = retain(dry_run=dry_run)
        said = ", ".join(f"{what}: {count}" for what, count in counts.items())
        self.stdout.write(f"would treat {said}" if dry_run else said)
