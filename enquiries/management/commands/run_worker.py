from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from enquiries.background.worker import Worker, run_once


class Command(BaseCommand):
    help = "Sends mail from the outbox and lets the clocks run. Stops cleanly on SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one pass, then end (for cron)")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        if once:
            counts = run_once()
            self.stdout.write(", ".join(f"{what}: {count}" for what, count in counts.items()))
            return
        worker = Worker()
        worker.stop_on_signals()
        self.stdout.write("worker: running")
        worker.run()
        self.stdout.write("worker: stopped")
