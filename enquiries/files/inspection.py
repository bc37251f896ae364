"""What is this upload, and what is left of it when everything but the picture or the pages is gone?

The answer comes from a process of its own (enquiries.files.sandbox), which has none of our secrets, little memory and
little time: a file that breaks its reader breaks nothing else.
"""

import json
import logging
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from enquiries.files.refusals import DocumentRefused

log = logging.getLogger(__name__)
SECONDS = 20
# Bounds the memory of all checks together; who finds no place within the same time is asked to come back.
PLACES = threading.BoundedSemaphore(2)
PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Cleaned:
    data: bytes
    content_type: str


def inspect(upload: UploadedFile) -> Cleaned:
    """Raises DocumentRefused. A file's name says nothing: phones, messengers and scanners name as they like."""
    if not upload.size:
        raise DocumentRefused("empty")
    if upload.size > settings.MAX_FILE_BYTES:
        raise DocumentRefused("too_large")
    upload.seek(0)
    return clean(upload.read())


def clean(data: bytes) -> Cleaned:
    """The cleaned file out of the confined process; DocumentRefused when it refuses, fails, or takes too long."""
    if not PLACES.acquire(timeout=SECONDS):
        raise DocumentRefused("busy")
    try:
        ended = _run(data)
    except subprocess.TimeoutExpired:
        raise DocumentRefused("too_complex") from None
    finally:
        PLACES.release()
    return _understood(ended)


def _run(data: bytes) -> subprocess.CompletedProcess:
    command = [
        sys.executable,
        "-s",
        "-P",
        "-B",
        "-m",
        "enquiries.files.sandbox",
        str(settings.MAX_FILE_PAGES),
    ]
    # One heap for all threads: each further one would take a large part of the address space it may use.
    environment = {
        "PYTHONPATH": str(PROJECT), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "MALLOC_ARENA_MAX": "1",
    }  # fmt: skip
    # S603: no shell, and no word of the command comes from outside.
    return subprocess.run(  # noqa: S603
        command,
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd="/",
        timeout=SECONDS,
        check=False,
        start_new_session=True,
    )


def _understood(ended: subprocess.CompletedProcess) -> Cleaned:
    head, newline, data = ended.stdout.partition(b"\n")
    if ended.returncode or not newline:
        # Killed by its limits, or a reader that crashed: both tell of the file, not of us.
        log.warning("the check of a file ended with %s", ended.returncode)
        raise DocumentRefused("too_complex" if ended.returncode < 0 else "unreadable")
    answer = json.loads(head)
    if reason := answer.get("refused"):
        raise DocumentRefused(reason)
    if not data or len(data) > 2 * settings.MAX_FILE_BYTES:
        raise DocumentRefused("too_complex")
    return Cleaned(data, answer["content_type"])
