"""How uploads arrive: in memory, within bounds, and without a trace on any disk."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.enquiries.files.making import CANARY

PROJECT = Path(__file__).resolve().parents[3]
MEGABYTE = 2**20


@pytest.fixture
def take(settings):
    settings.ROOT_URLCONF = "tests.enquiries.files.upload_urls"
    return lambda **fields: Client().post("/take/", fields)


def file(name: str, size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def test_a_file_within_the_limit_arrives_whole_and_in_memory(take):
    """check 12"""
    answer = take(typed="kept", one=file("a.pdf", 15 * MEGABYTE)).json()
    assert answer == {
        "typed": "kept",
        "files": [
            {
                "field": "one",
                "name": "a.pdf",
                "size": 15 * MEGABYTE,
                "read": 15 * MEGABYTE,
                "kind": "InMemoryUploadedFile",
            }
        ],
    }


def test_a_file_over_the_limit_arrives_with_its_size_and_nothing_in_it(take):
    """check 29: the form can name the file and keep what was typed; memory is not filled."""
    answer = take(typed="kept", one=file("a.pdf", 15 * MEGABYTE + 1), two=file("b.pdf", 10)).json()
    assert answer["typed"] == "kept"
    assert [(one["name"], one["size"], one["read"]) for one in answer["files"]] == [
        ("a.pdf", 15 * MEGABYTE + 1, 0),
        ("b.pdf", 10, 10),
    ]


def test_files_that_are_too_much_together_are_not_all_kept_in_memory(take, settings):
    """check 29"""
    settings.MAX_FILE_BYTES, settings.MAX_ENQUIRY_FILE_BYTES = 300_000, 500_000
    answer = take(one=file("a.pdf", 300_000), two=file("b.pdf", 300_000), three=file("c.pdf", 100_000)).json()
    assert [one["read"] for one in answer["files"]] == [300_000, 0, 100_000]
    assert answer["files"][1]["size"] > 300_000


def test_an_empty_file_arrives_as_empty(take):
    assert take(one=file("a.pdf", 0)).json()["files"][0]["read"] == 0


@pytest.mark.parametrize("excess", ["bytes", "files"])
def test_far_too_much_is_answered_with_a_kind_413(take, settings, excess):
    if excess == "bytes":
        settings.MAX_UPLOAD_BODY_BYTES = 1000
        response = take(one=file("a.pdf", 2000))
    else:
        response = take(**{f"file{number}": file("a.pdf", 3) for number in range(11)})
    assert response.status_code == 413
    assert "up to 10 files, each of up to 15 MB" in response.content.decode()


@pytest.fixture
def server(tmp_path):
    """gunicorn as in an installation, with folders of its own for everything that could be written."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("var", "tmp"):
        (tmp_path / name).mkdir()
    # gunicorn's own heartbeat file lies in its worker_tmp_dir, here TMPDIR too: it is empty.
    own = {
        "TESTS_VAR_DIR": str(tmp_path / "var"),
        "TMPDIR": str(tmp_path / "tmp"),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.enquiries.files.serve_uploads", str(port)],
        env={name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own,
        cwd=PROJECT,
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield port, process, tmp_path
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _try in range(300):
        assert process.poll() is None
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/take/")
                assert connection.getresponse().status == 200
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")


def _body_start() -> bytes:
    return (
        b'--limit\r\nContent-Disposition: form-data; name="one"; filename="%b.pdf"\r\n\r\n' % CANARY.encode()
        + CANARY.encode() * 200_000
    )


def test_a_web_process_killed_in_the_middle_of_an_upload_leaves_nothing_readable(server):
    """check 12: plain kill -9, as by a machine that ran out of memory."""
    port, process, folder = server
    head = (
        "POST /take/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=limit\r\n"
        f"Content-Length: {14 * MEGABYTE}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sending:
        sending.sendall(head.encode() + _body_start())
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in left if CANARY.encode() in path.read_bytes()] == []


def test_a_body_that_is_far_too_large_gets_its_answer_not_a_broken_connection(server):
    """Sent as a browser sends it: all of it first, then reading the answer."""
    port, _process, _folder = server
    content_type = {"Content-Type": "multipart/form-data; boundary=limit"}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("POST", "/take/", b"x" * (61 * MEGABYTE), content_type)
        response = connection.getresponse()
        assert response.status == 413 and b"Too much at once" in response.read()
