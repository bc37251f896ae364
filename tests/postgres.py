"""A PostgreSQL of the suite's own: made in a temporary folder, reached by a Unix socket there, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OLDEST = 15
START_SECONDS = 30
# Nothing here outlives the run, so nothing waits for the disk.
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=100",
    "listen_addresses=",
)


class NoPostgres(Exception):
    """Says in a sentence why there is none."""


def find_binaries() -> Path:
    on_path = [Path(found).resolve().parent for name in ("postgres",) if (found := shutil.which(name))]
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name.split(".")[0])
    )
    for folder in (*on_path, *installed):
        if (folder / "initdb").exists() and version(folder) >= OLDEST:
            return folder
    raise NoPostgres(f"no PostgreSQL {OLDEST} or newer is installed, and DATABASE_URL names none")


def version(folder: Path) -> int:
    text = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    return int("".join(char for char in text.split()[2] if char.isdigit() or char == ".").split(".")[0])


def unprivileged(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then another user owns the folder and runs it."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        if shutil.which("setpriv"):
            return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        return ["runuser", "-u", name, "--"]
    raise NoPostgres("PostgreSQL does not run as root, and there is no other user to run it")


@contextmanager
def cluster() -> Iterator[str]:
    """The DATABASE_URL of a new, empty cluster."""
    binaries = find_binaries()
    folder = Path(tempfile.mkdtemp(prefix="all-portal-pg-"))
    server = None
    try:
        as_user = unprivileged(folder)
        data = folder / "data"
        made = subprocess.run(
            [
                *as_user,
                binaries / "initdb",
                "-D",
                data,
                "-U",
                "portal",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale",
                "-N",
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )
        if made.returncode:
            raise NoPostgres("initdb failed: " + made.stderr.strip())
        options = [
            word for setting in (*FAST, f"unix_socket_directories={folder}") for word in ("-c", setting)
        ]
        with open(folder / "log", "w") as log:
            server = subprocess.Popen(
                [*as_user, binaries / "postgres", "-D", data, *options],
                stdout=log,
                stderr=log,
                cwd=folder,
                start_new_session=True,
            )
        url = f"postgresql://portal@{quote(str(folder), safe='')}/postgres"
        wait_until_it_answers(server, folder)
        yield url
    finally:
        if server and server.poll() is None:
            server.send_signal(signal.SIGINT)  # "fast": ends sessions, then itself
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.send_signal(signal.SIGQUIT)
                server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_it_answers(server: subprocess.Popen, folder: Path) -> None:
    import psycopg

    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="portal", dbname="postgres", connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise NoPostgres("PostgreSQL did not start: " + (folder / "log").read_text()[-500:])
