"""A document from the family's hand to the disk and back."""

import errno
import hashlib
from datetime import date

import pytest
from django.db import connection, transaction
from django.http import Http404
from django.urls import get_resolver

from enquiries.documents import keeping as documents
from enquiries.documents.keeping import (
    DocumentRefused,
    add_document,
    document_response,
)
from enquiries.files import blobs
from enquiries.files.blobs import path_of
from enquiries.models import Document, Event
from enquiries.rules import workflow
from enquiries.words.actors import CLOCK, Actor
from tests import factories
from tests.enquiries.files import making
from tests.enquiries.files.making import CANARY, photo, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulm_request(haddad, ulm, carla):
    return factories.release(haddad, ulm, carla)


@pytest.fixture
def checked(monkeypatch):
    """Files of which the check would say that they are clean: for tests of what comes after it."""
    monkeypatch.setattr(
        documents, "inspect", lambda upload: documents.Cleaned(upload.read() or b"x", "application/pdf")
    )


def files_in(folder) -> list:
    return [path for path in folder.rglob("*") if path.is_file()]


def send(enquiry, name=f"Befund {CANARY}.pdf", data=b"cleaned", **options):
    options = {"kind": "lab", "by": Actor.family(enquiry)} | options
    return add_document(enquiry=enquiry, upload=upload(name, data), **options)


def test_a_familys_letter_is_kept_cleaned_with_all_that_was_said_of_it(haddad, private):
    """check 1: the one end-to-end run through the real check."""
    document = send(
        haddad, data=making.harmful_pdf(), language="ar", dated_on=date(2026, 11, 2), kind="genetics"
    )
    document = Document.objects.get(pk=document.pk)
    data = blobs.read_blob(document.stored_as, uid=document.uid)
    assert data.startswith(b"%PDF-") and CANARY.encode() not in making.unpacked_text(data)
    assert document.sha256 == hashlib.sha256(data).hexdigest() and document.size == len(data)
    assert (document.kind, document.language, document.dated_on) == ("genetics", "ar", date(2026, 11, 2))
    assert (document.scan, document.added_by, document.content_type) == ("clean", "family", "application/pdf")
    assert document.name == f"Befund {CANARY}.pdf"
    event = Event.objects.get(kind="document_added")
    assert (event.enquiry, event.actor, event.detail) == (haddad, "family", "genetics")


def test_nothing_of_a_file_or_its_name_stands_readable_in_database_or_folder(haddad, private):
    """check 66"""
    send(haddad, name=f"{CANARY}.jpg", data=photo() + CANARY.encode())
    with connection.cursor() as cursor:
        cursor.execute("select * from enquiries_document")
        assert CANARY not in repr(cursor.fetchall())
    found = files_in(private)
    assert len(found) == 1
    assert CANARY not in str(found[0]) and CANARY.encode() not in found[0].read_bytes()


def test_a_refused_file_leaves_nothing(haddad, private):
    """check 29"""
    with pytest.raises(DocumentRefused) as refused:
        send(haddad, data=b"MZ renamed program")
    assert refused.value.reason == "type"
    assert not Document.objects.exists() and files_in(private) == [] and not _added()


def _added() -> int:
    return Event.objects.filter(kind="document_added").count()


def test_a_file_from_the_family_ends_our_wait_for_it(haddad, carla, private, checked):
    factories.ask_family(haddad, carla)
    haddad.refresh_from_db()
    assert (haddad.state, haddad.next_step) == ("needs_info", "wait_family")
    send(haddad)
    haddad.refresh_from_db()
    assert haddad.asked_family_at is None
    assert haddad.state != "needs_info" and haddad.next_step != "wait_family"


def test_a_file_added_by_a_coordinator_leaves_the_wait_as_it_is(haddad, carla, private, checked):
    factories.ask_family(haddad, carla)
    document = send(haddad, by=Actor.coordinator(carla))
    haddad.refresh_from_db()
    assert haddad.asked_family_at is not None
    assert (document.added_by, document.added_by_user) == ("coordinator", carla)


def test_a_hospital_adds_its_letter_to_its_own_request(haddad, ulm_request, private, checked):
    document = send(haddad, quote_request=ulm_request, kind="quote_letter", by=Actor.hospital(ulm_request))
    assert list(ulm_request.documents.all()) == [document]
    assert list(haddad.documents.from_family()) == []
    assert Event.objects.get(kind="document_added").quote_request == ulm_request


@pytest.mark.parametrize(
    ("who", "kind", "to_ulm"),
    [
        ("family", "quote_letter", True),
        ("family", "quote_letter", False),
        ("family", "lab", True),
        ("another family", "lab", False),
        ("ulm", "lab", False),
        ("ulm", "lab", True),
        ("freiburg", "quote_letter", True),
        ("clock", "lab", False),
    ],
)
def test_nobody_adds_what_is_not_theirs(haddad, freiburg, ulm_request, private, checked, who, kind, to_ulm):
    other = factories.make_enquiry(freiburg)
    by = {
        "family": Actor.family(haddad),
        "another family": Actor.family(other),
        "ulm": Actor.hospital(ulm_request),
        "freiburg": Actor.hospital(factories.request_to(haddad, freiburg)),
        "clock": CLOCK,
    }[who]
    with pytest.raises(DocumentRefused) as refused:
        send(haddad, by=by, kind=kind, quote_request=ulm_request if to_ulm else None)
    assert refused.value.reason == "not_yours"
    assert not Document.objects.exists() and not private.exists()


def test_another_enquirys_request_is_refused(haddad, ulm_request, freiburg, carla, private, checked):
    other = factories.make_enquiry(freiburg)
    with pytest.raises(DocumentRefused) as refused:
        send(other, by=Actor.coordinator(carla), kind="quote_letter", quote_request=ulm_request)
    assert refused.value.reason == "not_yours"


def test_nothing_is_added_to_what_is_closed_or_not_yet_sent(haddad, ulm, carla, private, checked):
    pending = factories.request_to(haddad, ulm)
    with pytest.raises(DocumentRefused) as refused:
        send(haddad, by=Actor.hospital(pending), kind="quote_letter", quote_request=pending)
    assert refused.value.reason == "closed"
    haddad.state = "closed"
    with pytest.raises(DocumentRefused) as refused:
        send(haddad)
    assert refused.value.reason == "closed"


def test_an_enquiry_closed_while_the_file_was_checked_keeps_no_file(haddad, carla, private, monkeypatch):
    """The check takes seconds; what was true before it is asked again under the lock."""

    def closing(upload):
        from enquiries.actions.deciding import withdraw_all

        withdraw_all(enquiry=haddad, by=Actor.family(haddad))
        return documents.Cleaned(b"x", "application/pdf")

    monkeypatch.setattr(documents, "inspect", closing)
    with pytest.raises(workflow.Refused):
        send(haddad)
    assert not Document.objects.exists() and files_in(private) == []


def test_ten_files_and_fifty_megabytes_are_the_most(haddad, carla, ulm_request, private, checked, settings):
    """check 29"""
    for _number in range(10):
        send(haddad)
    with pytest.raises(DocumentRefused) as refused:
        send(haddad)
    assert refused.value.reason == "too_many_files" and haddad.documents.count() == 10
    # A hospital's letter has room of its own.
    send(haddad, quote_request=ulm_request, kind="quote_letter", by=Actor.hospital(ulm_request))
    settings.MAX_ENQUIRY_FILES, settings.MAX_ENQUIRY_FILE_BYTES = 20, 10 * len(b"cleaned") + 5
    with pytest.raises(DocumentRefused) as refused:
        send(haddad)
    assert refused.value.reason == "too_much"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("after", [0, 1, 700])
def test_a_full_or_read_only_disk_is_said_kindly_and_leaves_no_part(
    haddad, private, checked, monkeypatch, code, after
):
    """check 10: the disk fails after so many bytes."""
    written = []

    def failing(file, part):
        written.append(file.write(part[:after]) if after else 0)
        raise OSError(code, "simulated")

    monkeypatch.setattr(blobs, "_write_all", failing)
    with pytest.raises(DocumentRefused) as refused:
        send(haddad, data=bytes(1000))
    assert written == [after]
    assert refused.value.reason == "not_kept" and "try again" in str(refused.value)
    assert not Document.objects.exists() and not _added() and files_in(private) == []


def test_a_private_folder_that_cannot_be_made_is_said_kindly_too(haddad, private, checked):
    """check 10"""
    private.write_text("not a folder")
    with pytest.raises(DocumentRefused) as refused:
        send(haddad)
    assert refused.value.reason == "not_kept" and not Document.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_deleting_takes_rows_first_and_files_after_the_commit(haddad, private, checked):
    """check 63, for files"""
    send(haddad)
    send(haddad)
    kept_while_open = []
    with transaction.atomic():
        assert documents.delete_documents(haddad) == 2
        kept_while_open += files_in(private)
    assert len(kept_while_open) == 2
    assert not Document.objects.exists() and files_in(private) == []
    third = send(haddad)
    documents.delete_document(third)
    assert not path_of(third.stored_as).exists() and not Document.objects.exists()


def test_a_download_is_an_attachment_that_no_browser_runs_or_keeps(haddad, private, checked):
    """checks 33 and 34"""
    document = Document.objects.get(pk=send(haddad, name="Befund März.pdf").pk)
    response = document_response(document)
    assert response.content == b"cleaned"
    assert {name: response.headers[name] for name in response.headers} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''Befund%20M%C3%A4rz.pdf",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
    }


def test_a_row_with_another_content_type_is_served_as_plain_bytes(haddad, private, checked):
    """check 34"""
    document = send(haddad)
    document.content_type = "text/html"
    assert document_response(document)["Content-Type"] == "application/octet-stream"


def test_an_unchecked_missing_or_swapped_file_is_not_found(haddad, private, checked, caplog):
    """checks 11, 34 and 66"""
    unchecked, missing, swapped, other = send(haddad), send(haddad), send(haddad), send(haddad)
    unchecked.scan = "pending"
    path_of(missing.stored_as).unlink()
    path_of(other.stored_as).replace(path_of(swapped.stored_as))
    for document in (unchecked, missing, swapped):
        with pytest.raises(Http404):
            document_response(document)
    assert [record.getMessage() for record in caplog.records if record.name == "enquiries.files.serving"] == [
        f"document {missing.pk} can't be read: BlobMissing",
        f"document {swapped.pk} can't be read: DecryptionError",
    ]


def test_no_address_serves_files_by_name(settings):
    """check 34"""
    assert settings.MEDIA_URL in ("", "/") and settings.MEDIA_ROOT == ""
    assert not [route for route in map(str, _routes(get_resolver().url_patterns)) if "media" in route]


def _routes(patterns):
    for pattern in patterns:
        yield pattern.pattern
        yield from _routes(getattr(pattern, "url_patterns", []))
