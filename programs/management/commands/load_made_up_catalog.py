from typing import Any

from django.core.management import CommandParser
from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from programs.loading.made_up import STAYS, make_catalog, remove_catalog


class Command(BaseCommand):
    help = "Adds a large made-up catalogue to try the pages with. Refuses on a real installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hospitals", type=int, default=300)
        parser.add_argument("--programs", type=int, default=2000)
        parser.add_argument("--remove", action="store_true", help="take the made-up catalogue away again")

    def handle(self, *args: Any, hospitals: int, programs: int, remove: bool, **options: Any) -> None:
        if not 0 < hospitals <= 999 or not 0 < programs <= len(STAYS) * hospitals:
            raise CommandError(f"1 to 999 hospitals, and 1 to {len(STAYS)} programs for each.")
        try:
            if remove:
                remove_catalog()
                self.stdout.write("The made-up catalogue is gone.")
                return
            made = make_catalog(hospitals=hospitals, programs=programs)
        except ProtectedError as problem:
            raise CommandError("Enquiries ask made-up hospitals: reset the demo instead.") from problem
        self.stdout.write(f"{made[0]} made-up hospitals with {made[1]} programs.")
