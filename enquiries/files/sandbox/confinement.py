"""What the process that reads strangers' files may do: compute for a while in little memory, and nothing else."""

import importlib
import os
import resource

MEMORY_BYTES = 768 * 2**20  # a picture of 100 megapixels decodes to 400 MB, and is halved once
CPU_SECONDS = 15
PICTURE_SECONDS = 5
LIMITS = {
    "RLIMIT_AS": MEMORY_BYTES,
    "RLIMIT_CPU": CPU_SECONDS,
    "RLIMIT_FSIZE": 0,  # no file grows: nothing of the upload reaches a disk
    "RLIMIT_CORE": 0,
    "RLIMIT_NOFILE": 64,
}
# Python loads these when a text in a file first asks for them.
CODECS = (
    *("ascii", "latin_1", "cp1252", "cp437", "mac_roman", "idna", "punycode"),
    *("utf_8", "utf_8_sig", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"),
)


def confine() -> None:
    """Where a system knows a limit it holds from here on; not every system knows all of them."""
    _leave_the_network()
    for name, value in LIMITS.items():
        _bound(name, value)


def open_nothing_more(*, picture: bool = False, threads: bool = False) -> None:
    """From here on no file can be opened: our keys, the database and other families' files lie on the same disk, and
    what a broken reader finds could leave in the "cleaned" file. Everything that the readers need is loaded before.

    No further process is started either (a limit that does not bind root), but where a reader works with `threads`:
    to the system a thread is a process like another. A single `picture` has less time.
    """
    if picture:
        _bound("RLIMIT_CPU", PICTURE_SECONDS)
    if not threads:
        _bound("RLIMIT_NPROC", 0)
    for codec in CODECS:
        importlib.import_module(f"encodings.{codec}")
    _bound("RLIMIT_NOFILE", 0)


def _bound(name: str, value: int) -> None:
    kind = getattr(resource, name, None)
    if kind is None:
        return
    try:
        hard = resource.getrlimit(kind)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))
    except (ValueError, OSError):
        return


def _leave_the_network() -> None:
    """An empty network of its own, on Linux where unprivileged namespaces are allowed."""
    if not hasattr(os, "unshare"):
        return
    try:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
    except OSError:
        return
