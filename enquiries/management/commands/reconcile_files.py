from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enquiries.files.sweeping import reconcile


class Command(BaseCommand):
    help = "Compares documents with their stored files, both ways and by checksum. Ends with 1 if they do not agree."

    def handle(self, *args: Any, **options: Any) -> None:
        found = reconcile()
        self.stdout.write(
            f"sound: {found.sound}, missing: {len(found.missing)}, damaged: {len(found.damaged)}, "
            f"without a row: {len(found.orphans)}, without a row yet: {len(found.waiting)}"
        )
        for what, numbers in (("missing", found.missing), ("damaged", found.damaged)):
            for number in numbers:
                self.stderr.write(f"document {number}: file {what}")
        for name in found.orphans:
            self.stderr.write(f"file {name}: no document (sweep_files removes it)")
        if not found.agrees:
            raise CommandError("documents and files do not agree")
