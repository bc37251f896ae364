"""Rows and blobs belong together one to one: finding and removing what a crash left over, and proving that none is
missing or changed. Held by tests/enquiries/files/test_files_after_a_crash.py."""

import errno
import hashlib
import logging
import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from enquiries.files.blobs import BlobMissing, read_blob, stored_blobs
from enquiries.models import Document
from enquiries.sealing.keys import DecryptionError

log = logging.getLogger(__name__)
# Far longer than any upload's transaction: a younger blob may belong to a row that is about to commit.
GRACE = timedelta(hours=1)


@dataclass
class Reconciliation:
    """Rows are named by number, blobs by their random name: neither tells anything about a person."""

    sound: int = 0
    missing: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        return not (self.missing or self.damaged or self.orphans)


def sweep_orphans(now: datetime | None = None) -> int:
    """Removes files without a row that are older than an hour; how many. The rows are read after the files. What the
    disk does not let go stays for the next time."""
    old = [entry for entry in stored_blobs() if not _is_young(entry, now or timezone.now())]
    known = _known({entry.name for entry in old})
    orphans = [entry for entry in old if entry.name not in known]
    return sum(_removed(entry) for entry in orphans)


def _removed(entry: os.DirEntry) -> bool:
    try:
        os.unlink(entry.path)
    except OSError as error:
        log.warning("file %s could not be removed: %s", entry.name, errno.errorcode.get(error.errno or 0))
        return False
    return True


def reconcile(now: datetime | None = None) -> Reconciliation:
    """Reads and decrypts every file. Writes nothing."""
    found = Reconciliation()
    entries = list(stored_blobs())
    known = _known({entry.name for entry in entries})
    for entry in entries:
        if entry.name not in known:
            (found.waiting if _is_young(entry, now or timezone.now()) else found.orphans).append(entry.name)
    rows = Document.objects.only("pk", "uid", "stored_as", "sha256", "size")
    for document in rows.iterator(chunk_size=200):
        _check(document, found)
    return found


def _check(document: Document, found: Reconciliation) -> None:
    try:
        data = read_blob(document.stored_as, uid=document.uid)
    except BlobMissing:
        found.missing.append(document.pk)
        return
    except DecryptionError:
        found.damaged.append(document.pk)
        return
    if hashlib.sha256(data).hexdigest() == document.sha256 and len(data) == document.size:
        found.sound += 1
    else:
        found.damaged.append(document.pk)


def _known(names: set[str]) -> set[str]:
    """Which of these names have a row; asked in portions, since databases bound the number of parameters."""
    ordered, known = sorted(names), set[str]()
    for start in range(0, len(ordered), 500):
        portion = ordered[start : start + 500]
        known.update(Document.objects.filter(stored_as__in=portion).values_list("stored_as", flat=True))
    return known


def _is_young(entry: os.DirEntry, now: datetime) -> bool:
    try:
        return entry.stat(follow_symlinks=False).st_mtime > (now - GRACE).timestamp()
    except FileNotFoundError:
        return True
