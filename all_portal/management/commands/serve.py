import fcntl
import os
import sys
import time
from typing import IO, Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand

from all_portal.demo.making import STAFF, demo_password
from all_portal.serving.processes import (
    Children,
    Stopped,
    answers,
    port_is_free,
    raise_when_asked_to_stop,
    wait_until,
)

START_SECONDS = 60.0


class Command(BaseCommand):
    help = "Runs the web server and the worker until Ctrl-C or SIGTERM, or until one of them ends."
    requires_system_checks: list[str] = []  # the children check

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = os.environ.get("HOST", "127.0.0.1"), settings.PORT
        with open_lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise CommandError("The portal is already running from this folder.") from None
            if not port_is_free(host, port):
                raise CommandError(
                    f"Port {port} is taken. Choose another one, such as: PORT={port + 1} make run"
                )
            self.run_until_stopped(host, port)

    def run_until_stopped(self, host: str, port: int) -> None:
        children = Children()
        raise_when_asked_to_stop()
        ended = None
        try:
            children.start("The web server", web_command(host, port))
            children.start("The worker", [sys.executable, "manage.py", "run_worker"])
            ready = wait_until(
                lambda: bool(children.first_to_end()) or answers(host, port), seconds=START_SECONDS
            )
            if ready and not children.first_to_end():
                self.say_where(host, port)
            while not (ended := children.first_to_end()):
                time.sleep(0.5)
        except Stopped:
            self.stdout.write("\nStopping ...")
        finally:
            children.stop()
        if ended:
            raise CommandError(f"{ended} ended by itself, so the other one was stopped too.")
        self.stdout.write("Stopped.")

    def say_where(self, host: str, port: int) -> None:
        address = settings.SITE_URL if settings.LOCAL and host == "127.0.0.1" else f"http://{host}:{port}"
        lines = [f"ALL Portal runs at {address}/ (Ctrl-C stops it)"]
        if settings.DEMO:
            lines.append(
                f"Staff sign in at {address}/admin/ as {', '.join(STAFF)}; password: {demo_password()}"
            )
        mailer = settings.MAILERS["default"]
        if folder := mailer["OPTIONS"].get("file_path"):
            lines.append(f"Outgoing mail: each one is a file in {os.path.relpath(folder)}/")
        else:
            lines.append(f"Outgoing mail goes to {mailer['OPTIONS']['host']}:{mailer['OPTIONS']['port']}")
        self.stdout.write("\n" + "\n".join(lines) + "\n\n")
        self.stdout.flush()


def open_lock() -> IO[str]:
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    return open(settings.VAR_DIR / "serve.lock", "w")


def web_command(host: str, port: int) -> list[str]:
    if settings.DEBUG:
        return [sys.executable, "manage.py", "runserver", f"{host}:{port}"]
    return [
        *(sys.executable, "-m", "gunicorn", "all_portal.wsgi"),
        *("--bind", f"{host}:{port}", "--threads", str(settings.WEB_THREADS)),
        *("--workers", str(settings.WEB_WORKERS), "--graceful-timeout", "10", "--log-level", "warning"),
        *("--no-control-socket", "--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else "."),  # noqa: S108
    ]
