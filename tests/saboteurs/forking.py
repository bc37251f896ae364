"""Runs pytest in forks of a process that has loaded everything that is not ours: `python -m tests.saboteurs.forking`.

A fork begins with Django, pytest and the rest in memory, loads our own modules afresh, one of them sabotaged, and
works on a copy of one migrated database. So a saboteur costs a second instead of four. An order is one line of JSON,
{"saboteur", "tests", "folder"}; so is the answer, {"code"}; what pytest said stands in the folder's file `said`. The
first line comes without an order: the database is ready.
"""

import gc
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

NOT_OURS = (
    "aiosmtpd.controller",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "crispy_forms.helper",
    "django.core.mail.backends.smtp",
    "django.core.management.commands.migrate",
    "django.db.backends.postgresql.psycopg_any",
    "django.db.backends.sqlite3.base",
    "django.forms",
    "django.template.defaulttags",
    "django.test",
    "holidays.countries",
    "hypothesis",
    "markdown_it",
    "nh3",
    "phonenumbers",
    "pikepdf",
    "PIL.Image",
    "playwright.sync_api",
    "pytest",
    "pytest_django.plugin",
    "time_machine",
    "whitenoise.middleware",
    "xdist.plugin",
)
PYTEST = ("-p", "tests.saboteurs.plugin", "-p", "no:cacheprovider", "-q", "-x", "--no-header", "--tb=line")
LONGEST_SECONDS = 120


def main() -> None:
    home = Path(sys.argv[1])
    # Our own modules are compiled once for all forks, in a folder that goes away.
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(home / "bytecode")
    for name in NOT_OURS:
        importlib.import_module(name)
    gc.freeze()  # else each fork walks over all that it never touches, and copies it
    in_a_fork(home / "prepared", lambda: prepare(home / "database"))
    os.environ["SABOTEUR_DATABASE"] = (home / "database").read_text()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        code = in_a_fork(
            Path(order["folder"]), lambda order=order: sabotage(order["saboteur"], order["tests"])
        )
        print(json.dumps({"code": code}), flush=True)
    in_a_fork(home / "prepared", destroy)


def in_a_fork(folder: Path, act: Callable[[], int]) -> int:
    """The exit code of `act`, which writes what it has to say and all its files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pid = os.fork()
    if pid == 0:
        os.environ["TESTS_VAR_DIR"] = str(folder)
        said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        signal.alarm(LONGEST_SECONDS)
        code = 70
        try:
            code = act()
        finally:
            sys.stdout.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def prepare(name_goes_to: Path) -> int:
    """An empty database with all migrations applied; its name for the forks."""
    connection = connected()
    if connection.vendor != "sqlite":  # there each folder has a file of its own
        connection.settings_dict["TEST"]["NAME"] = f"saboteurs_{os.getpid()}"
    name_goes_to.write_text(
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    )
    connection.close()
    return 0


def destroy() -> int:
    connection = connected()
    connection.creation._destroy_test_db(os.environ["SABOTEUR_DATABASE"], verbosity=0)
    return 0


def connected():
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.db import connection

    django.setup()
    return connection


def sabotage(name: str, tests: list[str]) -> int:
    import pytest

    os.environ["SABOTEUR"] = name
    return int(pytest.main([*PYTEST, "--assert=plain", *tests]))


if __name__ == "__main__":
    main()
