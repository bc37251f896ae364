"""A demo of its own, started as `make run` starts one, with its data in a folder that goes away afterwards."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120


@contextmanager
def running() -> Iterator[str]:
    """Gives the address of the running portal."""
    with tempfile.TemporaryDirectory(prefix="all-portal-bench-") as folder:
        port = free_port()
        environment = os.environ | {
            "DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "PORT": str(port),
            "VAR_DIR": f"{folder}/var",
            "STATIC_ROOT": f"{folder}/static",
        }
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "demo"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [*manage, "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
        )
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The portal did not start.")
