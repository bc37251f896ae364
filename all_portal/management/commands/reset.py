import fcntl
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand

from all_portal.management.commands.serve import open_lock


class Command(BaseCommand):
    help = (
        "Throws away the demo's database, files, mail and keys on this machine. The next run starts afresh."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL or Path(settings.DATABASES["default"]["NAME"]) != settings.EMBEDDED_DATABASE:
            raise CommandError(
                "DATABASE_URL names a database of yours: only the demo's own one is thrown away."
            )
        with open_lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise CommandError("The portal is running from this folder: stop it first.") from None
            for path in settings.VAR_DIR.iterdir():
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self.stdout.write("Everything of the demo is gone. make run starts afresh.")
