from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from languages.catalogs import compile_catalogs


class Command(BaseCommand):
    help = "Makes the texts of every language ready to be read. After each update, before the start. Safe to repeat."
    requires_system_checks: list[str] = []  # one of them asks for this command

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for name in compile_catalogs(Path(folder)):
                self.stdout.write(f"compiled: {name}")
