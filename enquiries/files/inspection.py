"""Is this upload what it says, and what is left of it when everything but the picture or the pages is gone?

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
CONTENT_TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
HEIC = frozenset({"heic", "heif", "hif"})


@dataclass(frozen=True)
class Cleaned:
    data: bytes
    content_type: str


def inspect(upload: UploadedFile) -> Cleaned:
    """Raises DocumentRefused unless extension, signature and a full parse agree."""
    extension = (upload.name or "").rpartition(".")[2].strip().lower()
    if extension in HEIC:
        raise DocumentRefused("heic")
    if extension not in CONTENT_TYPES:
        raise DocumentRefused("type")
    if not upload.size:
        raise DocumentRefused("empty")
    if upload.size > settings.MAX_FILE_BYTES:
        raise DocumentRefused("too_large")
    upload.seek(0)
    content_type = CONTENT_TYPES[extension]
    return Cleaned(clean(upload.read(), content_type=content_type), content_type)


def clean(data: bytes, *, content_type: str) -> bytes:
    """The cleaned file out of the confined process; DocumentRefused when it refuses, fails, or takes too long."""
    if not PLACES.acquire(timeout=SECONDS):
        raise DocumentRefused("busy")
    try:
        ended = _run(data, content_type)
    except subprocess.TimeoutExpired:
        raise DocumentRefused("too_complex") from None
    finally:
        PLACES.release()
    return _understood(ended)


def _run(data: bytes, content_type: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-s", "-P", "-B", "-m", "enquiries.files.sandbox"]
    environment = {"PYTHONPATH": str(PROJECT), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    arguments = [content_type, str(settings.MAX_FILE_PAGES)]
    # S603: no shell, and no word of the command comes from outside.
    return subprocess.run(  # noqa: S603
        [*command, *arguments],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd="/",
        timeout=SECONDS,
        check=False,
        start_new_session=True,
    )


def _understood(ended: subprocess.CompletedProcess) -> bytes:
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
    return data
