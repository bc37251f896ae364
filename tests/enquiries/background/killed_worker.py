"""A worker of its own that is killed for good while it sends its first mail: before the mail server has it, or after.

`python -m tests.enquiries.background.killed_worker before|after PORT`
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parents[3]


def killed(moment: str, *, port: int) -> int:
    """How it ended: -9. It works on this test's database, which has to be one with real transactions."""
    return subprocess.run(
        [sys.executable, "-m", "tests.enquiries.background.killed_worker", moment, str(port)],
        env=os.environ | {"DATABASE_URL": address_of_database()},
        cwd=PROJECT, timeout=60, check=False,
    ).returncode  # fmt: skip


def address_of_database() -> str:
    from django.db import connection

    here = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{here['NAME']}"
    host = quote(here["HOST"], safe="") + (f":{here['PORT']}" if here["PORT"] else "")
    password = f":{quote(here['PASSWORD'], safe='')}" if here["PASSWORD"] else ""
    return f"postgres://{quote(here['USER'], safe='')}{password}@{host}/{here['NAME']}"


def main(moment: str, port: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.mail import EmailMultiAlternatives

    from enquiries.background import outbox

    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": int(port), "timeout": 5},
        }
    }
    send = EmailMultiAlternatives.send

    def die_sending(message):
        if moment == "after":
            send(message)
        os.kill(os.getpid(), signal.SIGKILL)

    EmailMultiAlternatives.send = die_sending
    outbox.send_due(limit=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
