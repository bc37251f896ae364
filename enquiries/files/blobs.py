"""Private files on disk: each one AES-256-GCM ciphertext under a random name, bound to its document's uid.

A file is on the disk for good (itself and its folder) before its row is committed; a crash in between leaves a
ciphertext that nobody refers to, which enquiries.files.sweeping removes.

Held by tests/enquiries/files/test_blobs.py and
test_files_after_a_crash.py.
"""

import os
import re
import secrets
import struct
from collections.abc import Iterator
from io import RawIOBase
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.files.storage import Storage

from enquiries.sealing.keys import NONCE_BYTES, DecryptionError, active_key_id, key_for

MAGIC = b"APF1"
NAME = re.compile(r"[0-9a-f]{40}")
WRITE_STEP = 2**20


class BlobMissing(Exception):
    """There is no file of this name."""


class NoPublicStorage(Storage):
    """Django's default storage: none. A field or view that tries to use one fails at once, in development."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError("files are kept by enquiries.documents.keeping and have no public address")

    url = path = open = save = delete = exists = listdir = size = _refuse


def path_of(stored_as: str) -> Path:
    if not NAME.fullmatch(stored_as):
        raise BlobMissing("not a name of ours")
    return Path(settings.PRIVATE_FILES_DIR) / stored_as[:2] / stored_as


def write_blob(data: bytes, *, uid: UUID) -> str:
    """The random name under which it was stored. Raises OSError and leaves no part behind (full or read-only disk)."""
    stored_as = secrets.token_hex(20)
    path = path_of(stored_as)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _write_durably(path, seal(data, uid=uid))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return stored_as


def read_blob(stored_as: str, *, uid: UUID) -> bytes:
    """Raises BlobMissing, or DecryptionError where the file was changed or belongs to another document."""
    try:
        raw = path_of(stored_as).read_bytes()
    except FileNotFoundError:
        raise BlobMissing(stored_as) from None
    return unseal(raw, uid=uid)


def delete_blob(stored_as: str) -> None:
    """Gone already counts as gone."""
    try:
        path_of(stored_as).unlink(missing_ok=True)
    except BlobMissing:
        return


def stored_blobs() -> Iterator[os.DirEntry]:
    """Every file below the private folder, also those whose name is not ours."""
    folders = [str(settings.PRIVATE_FILES_DIR)]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except FileNotFoundError:
            continue
        folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        yield from (entry for entry in entries if not entry.is_dir(follow_symlinks=False))


def seal(data: bytes, *, uid: UUID) -> bytes:
    key_id = active_key_id()
    head = MAGIC + struct.pack("B", len(key_id.encode())) + key_id.encode()
    nonce = os.urandom(NONCE_BYTES)
    return head + nonce + AESGCM(key_for("files", key_id)).encrypt(nonce, data, _bound_to(head, uid))


def unseal(raw: bytes, *, uid: UUID) -> bytes:
    head_end = len(MAGIC) + 1 + (raw[len(MAGIC)] if len(raw) > len(MAGIC) else 0)
    head, nonce, sealed = (
        raw[:head_end],
        raw[head_end : head_end + NONCE_BYTES],
        raw[head_end + NONCE_BYTES :],
    )
    try:
        if not head.startswith(MAGIC):
            raise DecryptionError("not a file of ours")
        key = key_for("files", head[len(MAGIC) + 1 :].decode())
        return AESGCM(key).decrypt(nonce, sealed, _bound_to(head, uid))
    except (InvalidTag, ValueError):
        raise DecryptionError("a stored file does not decrypt") from None


def _bound_to(head: bytes, uid: UUID) -> bytes:
    return head + b"enquiries.document/" + uid.bytes


def _write_durably(path: Path, raw: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with open(descriptor, "wb", buffering=0) as file:
        for start in range(0, len(raw), WRITE_STEP):
            _write_all(file, raw[start : start + WRITE_STEP])
        os.fsync(descriptor)
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


def _write_all(file: RawIOBase, part: bytes) -> None:
    view = memoryview(part)
    while view:
        view = view[file.write(view) :]


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
