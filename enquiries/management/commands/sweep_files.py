from typing import Any

from django.core.management.base import BaseCommand

from enquiries.files.sweeping import sweep_orphans


class Command(BaseCommand):
    help = "Removes stored files that are older than an hour and belong to no document (left by a crash)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"removed: {sweep_orphans()}")
