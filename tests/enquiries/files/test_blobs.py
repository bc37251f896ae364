"""Check 66 for files: on the disk there is only ciphertext, bound to its own document."""

import os
import stat
import uuid

import pytest

from enquiries.files import blobs
from enquiries.files.blobs import BlobMissing, NoPublicStorage, delete_blob, path_of, read_blob, write_blob
from enquiries.sealing.keys import DecryptionError
from tests.enquiries.files.making import CANARY

TEXT = CANARY.encode() * 100


def test_a_blob_reads_as_it_was_written_and_only_for_its_document(private):
    """check 66"""
    uid = uuid.uuid4()
    stored_as = write_blob(TEXT, uid=uid)
    assert read_blob(stored_as, uid=uid) == TEXT
    with pytest.raises(DecryptionError):
        read_blob(stored_as, uid=uuid.uuid4())


def test_two_swapped_blobs_do_not_decrypt(private):
    """check 66"""
    first, second = uuid.uuid4(), uuid.uuid4()
    one, two = write_blob(b"one", uid=first), write_blob(b"two", uid=second)
    path_of(one).rename(private / "aside")
    path_of(two).rename(path_of(one))
    (private / "aside").rename(path_of(two))
    for stored_as, uid in ((one, first), (two, second)):
        with pytest.raises(DecryptionError):
            read_blob(stored_as, uid=uid)


@pytest.mark.parametrize("at", [0, 4, 5, 9, -1])
def test_a_blob_changed_in_one_byte_or_cut_off_does_not_decrypt(private, at):
    """check 66"""
    uid = uuid.uuid4()
    path = path_of(write_blob(b"text", uid=uid))
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[at] ^= 1
    for bad in (bytes(changed), whole[:10], whole[:-1], b""):
        path.write_bytes(bad)
        with pytest.raises(DecryptionError):
            read_blob(path.name, uid=uid)


def test_a_blob_can_be_read_after_a_new_key_came_and_not_without_its_own(private, settings):
    """check 66"""
    uid = uuid.uuid4()
    stored_as = write_blob(b"text", uid=uid)
    settings.PORTAL_KEYS = {"n2": os.urandom(32)} | settings.PORTAL_KEYS
    assert read_blob(stored_as, uid=uid) == b"text"
    settings.PORTAL_KEYS = {"n2": os.urandom(32)}
    with pytest.raises(DecryptionError):
        read_blob(stored_as, uid=uid)


def test_a_blob_is_private_unnamed_and_unreadable_on_the_disk(private):
    """checks 33 and 66"""
    path = path_of(write_blob(TEXT, uid=uuid.uuid4()))
    assert CANARY.encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.parent.name == path.name[:2] and path.is_relative_to(private)
    delete_blob(path.name)
    delete_blob(path.name)
    with pytest.raises(BlobMissing):
        read_blob(path.name, uid=uuid.uuid4())


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 39, "A" * 40, "a" * 40 + "\n", "/" * 40])
def test_no_other_name_is_ever_opened(private, name):
    """check 33"""
    with pytest.raises(BlobMissing):
        path_of(name)


def test_file_and_folders_are_on_the_disk_before_the_name_is_given_out(private, monkeypatch):
    """check 1: a row may commit only after this."""
    synced = []
    real = os.fsync

    def fsync(descriptor):
        synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        real(descriptor)

    monkeypatch.setattr(blobs.os, "fsync", fsync)
    path = path_of(write_blob(b"text", uid=uuid.uuid4()))
    assert synced == [str(path), str(path.parent), str(private)]


def test_django_has_no_storage_with_an_address():
    """check 34"""
    for act in (NoPublicStorage().url, NoPublicStorage().open, NoPublicStorage().save):
        with pytest.raises(NotImplementedError):
            act("name")
