"""Refuses every connection that would leave this machine, in the process that calls `close`.

An audit hook: Python asks it before each connection, whichever library opens it, and it cannot be taken off again.
Only what connects in C by itself goes past it (libpq, to the database that DATABASE_URL names).
"""

import sys

HERE = {"127.0.0.1", "::1", "localhost", "", None}
refused: list[str] = []
_closed = False


class ReachedOut(Exception):
    """No OSError, so that code which lives with a dead network does not live with this."""


def close() -> None:
    global _closed  # noqa: PLW0603 - a second hook would tell everything twice
    if not _closed:
        sys.addaudithook(_look)
    _closed = True


def _look(event: str, arguments: tuple) -> None:
    if not event.startswith("socket."):
        return
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        _judge(address[0] if isinstance(address, tuple) else None)  # a Unix socket's is a path
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        _judge(arguments[0])


def _judge(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if isinstance(name, str | None) and name not in HERE:
        refused.append(str(name))
        raise ReachedOut(f"a test reached out to {name}")
