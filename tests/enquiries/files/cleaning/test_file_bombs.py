"""Check 30: a small file that would unpack to a huge one, or a reader that fails, hurts nothing but its own process."""

import resource
import subprocess
import time

import pytest

from enquiries.files import inspection
from enquiries.files.inspection import inspect
from enquiries.files.refusals import DocumentRefused
from tests.enquiries.files import making
from tests.enquiries.files.making import upload

BOMBS = {
    "picture of 100,001,000 pixels": ("a.png", lambda: making.png_stating(100_001, 1_000), "too_many_pixels"),
    "picture of a billion pixels": ("a.png", lambda: making.png_stating(50_000, 20_000), "too_many_pixels"),
    "page that unpacks to 4 GB": ("a.pdf", making.pdf_bomb, None),
    "page packed three times": ("a.pdf", lambda: making.pdf_bomb(3), None),
    "a billion pages": ("a.pdf", making.pdf_page_tree_bomb, None),
    "more objects than a letter has": ("a.pdf", making.pdf_of_many_objects, None),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_refused_in_time_and_memory(what):
    """check 30"""
    name, make, reason = BOMBS[what]
    data = make()
    started = time.monotonic()
    with pytest.raises(DocumentRefused) as refused:
        inspect(upload(name, data))
    assert time.monotonic() - started < inspection.SECONDS
    assert refused.value.reason in ({reason} if reason else {"too_complex", "unreadable"})
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 800 * 1024


def test_the_confined_process_has_bounds_no_secret_and_no_place_to_write(monkeypatch, tmp_path):
    """check 30: seen from inside."""
    monkeypatch.setenv("SECRET_KEY", "canary-secret")
    seen = (
        "import enquiries.files.sandbox.confinement as c; c.confine(); import os, resource as r, sys\n"
        "print('SECRET_KEY' in os.environ, r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0],\n"
        "      'django' in sys.modules, os.getcwd())\n"
        "with open(sys.argv[-1], 'wb', 0) as file:\n try:\n  file.write(b'x')\n except OSError:\n  print('refused')"
    )
    run = subprocess.run
    monkeypatch.setattr(
        inspection.subprocess,
        "run",
        lambda command, **options: run([*command[:4], "-c", seen, tmp_path / "x"], **options),
    )
    ended = inspection._run(b"")
    assert ended.stdout.decode().split() == ["False", str(768 * 2**20), "15", "False", "/", "refused"]


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        ("import os; os.kill(os.getpid(), 11)", "too_complex"),
        ("import os; os._exit(3)", "unreadable"),
        ("pass", "unreadable"),
        ("import time; time.sleep(60)", "too_complex"),
    ],
)
def test_a_reader_that_crashes_or_hangs_refuses_its_file_only(monkeypatch, ending, reason):
    """check 30"""
    run = subprocess.run
    monkeypatch.setattr(inspection, "SECONDS", 1)
    monkeypatch.setattr(
        inspection.subprocess, "run", lambda command, **options: run([*command[:4], "-c", ending], **options)
    )
    with pytest.raises(DocumentRefused) as refused:
        inspect(upload("a.pdf", making.letter()))
    assert refused.value.reason == reason


def test_who_finds_all_places_taken_is_asked_to_come_back(monkeypatch):
    monkeypatch.setattr(inspection, "SECONDS", 0.05)
    with inspection.PLACES, inspection.PLACES, pytest.raises(DocumentRefused) as refused:
        inspect(upload("a.pdf", making.letter()))
    assert refused.value.reason == "busy"
