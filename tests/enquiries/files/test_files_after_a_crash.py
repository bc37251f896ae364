"""Check 11: documents and stored files belong together one to one, whatever was killed in between."""

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from enquiries.documents import keeping as documents
from enquiries.files import sweeping
from enquiries.files.blobs import path_of, write_blob
from enquiries.files.sweeping import reconcile, sweep_orphans
from enquiries.models import Document
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.files.making import upload

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def add(private, monkeypatch):
    monkeypatch.setattr(
        documents, "inspect", lambda upload: documents.Cleaned(upload.read(), "application/pdf")
    )
    return lambda enquiry: documents.add_document(
        enquiry=enquiry, upload=upload("a.pdf", b"cleaned"), kind="lab", by=Actor.family(enquiry)
    )


def stored(folder) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_without_a_row_is_swept_after_an_hour_and_not_before(haddad, add, private):
    """check 11"""
    kept = add(haddad)
    orphan = write_blob(b"left over", uid=kept.uid)
    (private / "ab").mkdir(exist_ok=True)
    (private / "ab" / "half-written").write_bytes(b"not even a name of ours")
    now = timezone.now()
    assert sweep_orphans(now + timedelta(minutes=59)) == 0
    assert orphan in stored(private)
    assert sweep_orphans(now + timedelta(minutes=61)) == 2
    assert stored(private) == [kept.stored_as]
    assert sweep_orphans(now + timedelta(days=9)) == 0


def test_a_file_that_cannot_be_removed_does_not_stop_the_sweep(haddad, private, monkeypatch):
    """The worker goes on with its mail on a disk that became read-only."""
    write_blob(b"left over", uid=haddad.uid)

    def refuse(path):
        raise OSError(errno.EROFS, "simulated")

    monkeypatch.setattr(sweeping.os, "unlink", refuse)
    assert sweep_orphans(timezone.now() + timedelta(hours=2)) == 0
    assert len(stored(private)) == 1


def test_sweeping_and_reconciling_ask_the_database_no_more_for_thirty_files_than_for_one(
    haddad, add, private, django_assert_num_queries
):
    add(haddad)
    later = timezone.now() + timedelta(hours=2)
    with django_assert_num_queries(1):
        sweep_orphans(later)
    with django_assert_num_queries(2):
        reconcile()
    for _number in range(9):
        add(haddad)
    with django_assert_num_queries(1):
        sweep_orphans(later)
    with django_assert_num_queries(2):
        reconcile()


def test_a_private_folder_that_does_not_exist_yet_is_in_order(db, private):
    assert sweep_orphans() == 0 and reconcile().agrees


def test_reconciling_counts_and_names_what_does_not_agree(haddad, add, private):
    """check 11: delete one blob by hand, and there is an alarm."""
    sound, missing, changed, swapped = add(haddad), add(haddad), add(haddad), add(haddad)
    out, err = StringIO(), StringIO()
    call_command("reconcile_files", stdout=out, stderr=err)
    assert out.getvalue() == "sound: 4, missing: 0, damaged: 0, without a row: 0, without a row yet: 0\n"
    path_of(missing.stored_as).unlink()
    Document.objects.filter(pk=changed.pk).update(sha256="0" * 64)
    path_of(swapped.stored_as).write_bytes(path_of(sound.stored_as).read_bytes())
    young = write_blob(b"just now", uid=sound.uid)
    old = write_blob(b"long ago", uid=sound.uid)
    os.utime(path_of(old), (1, 1))
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("reconcile_files", stdout=out, stderr=err)
    assert out.getvalue() == "sound: 1, missing: 1, damaged: 2, without a row: 1, without a row yet: 1\n"
    for told in (
        f"document {missing.pk}: file missing",
        f"document {changed.pk}: file damaged",
        f"file {old}",
    ):
        assert told in err.getvalue()
    assert young not in err.getvalue()


def test_the_sweeping_command_says_how_many(haddad, add, private):
    add(haddad)
    old = write_blob(b"long ago", uid=haddad.uid)
    os.utime(path_of(old), (1, 1))
    out = StringIO()
    call_command("sweep_files", stdout=out)
    assert out.getvalue() == "removed: 1\n"


@pytest.mark.django_db(transaction=True)
def test_killed_between_file_and_commit_leaves_a_file_that_is_swept_and_no_row(haddad, private, tmp_path):
    """checks 1 and 11"""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.enquiries.files.killed_upload", str(haddad.pk)],
        env=_environment(private, tmp_path),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (-9, "rows 1\n"), ended.stderr
    assert len(stored(private)) == 1
    assert _rows_left(tmp_path) == 0
    assert sweep_orphans(timezone.now() + timedelta(minutes=30)) == 0
    assert sweep_orphans(timezone.now() + timedelta(minutes=61)) == 1
    assert stored(private) == []


def _environment(private, folder) -> dict[str, str]:
    """The other process works on this test's database; one in memory is copied to a file for it."""
    here = connection.settings_dict
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / "copy.sqlite3")) as copy:
            connection.connection.backup(copy)
        address = f"sqlite:///{folder / 'copy.sqlite3'}"
    else:
        host = quote(here["HOST"], safe="") + (f":{here['PORT']}" if here["PORT"] else "")
        user = quote(here["USER"], safe="") + (
            f":{quote(here['PASSWORD'], safe='')}" if here["PASSWORD"] else ""
        )
        address = f"postgres://{user}@{host}/{here['NAME']}"
    own = {"DATABASE_URL": address, "PRIVATE_FILES_DIR": str(private)}
    return dict(os.environ) | own | {"DJANGO_SETTINGS_MODULE": "tests.settings"}


def _rows_left(folder) -> int:
    if connection.vendor != "sqlite":
        return Document.objects.count()
    with closing(sqlite3.connect(folder / "copy.sqlite3")) as copy:
        return copy.execute("select count(*) from enquiries_document").fetchone()[0]


def test_deleting_one_familys_files_leaves_another_familys(haddad, add):
    """check 63, for files"""
    other = factories.make_enquiry(factories.make_hospital("hamburg"))
    add(haddad)
    kept = add(other)
    assert documents.delete_documents(haddad) == 1
    assert list(Document.objects.all()) == [kept]
