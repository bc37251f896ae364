"""Two processes of our own, started, watched and stopped together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 15.0


class Stopped(Exception):
    """Ctrl-C, or SIGTERM from whoever runs us."""


class Children:
    """Each child leads a process group of its own: a Ctrl-C in the terminal reaches us alone, and we pass it on
    as one SIGTERM. Only groups made here are ever signalled."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen] = {}

    def start(self, name: str, command: list[str], environment: dict[str, str] | None = None) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603  (our own commands)
            command,
            env=os.environ | (environment or {}),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  (no threads here)
        )

    def first_to_end(self) -> str | None:
        return next((name for name, child in self.running.items() if child.poll() is not None), None)

    def stop(self) -> None:
        for child in self.running.values():
            self._signal(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.running.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._signal(child, signal.SIGKILL)
                child.wait()

    def _signal(self, child: subprocess.Popen, number: int) -> None:
        if child.poll() is None:
            os.killpg(child.pid, number)


def die_with_parent() -> None:
    """Runs in the child: if we are killed outright, it gets SIGTERM from the kernel and is not left behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def raise_when_asked_to_stop() -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        # Once only: a second Ctrl-C must not cut the orderly end short.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise Stopped

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def wait_until(true: Callable[[], bool], *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.1)
    return False
