"""The commands a newcomer meets, run as they run them."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings

from tests.portal.access.test_headers import CONTRACT, POLICY

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "a password of the demo"
INHERITED = {"PATH", "HOME", "LANG", "PYTHONPATH"}  # the last keeps it on this machine (tests.network)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def demo(tmp_path) -> dict[str, str]:
    """The environment of `make run`, with everything it writes in a folder of this test."""
    inherited = {name: value for name, value in os.environ.items() if name in INHERITED}
    return inherited | {
        **{"DEMO": "1", "VAR_DIR": str(tmp_path / "var"), "STATIC_ROOT": str(tmp_path / "static")},
        **{"PORT": str(free_port()), "DEMO_PASSWORD": PASSWORD, "PYTHONUNBUFFERED": "1"},
    }


def manage(environment: dict[str, str], *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or not check, done.stderr
    return done


def get(port: str, path: str, **headers: str):
    connection = HTTPConnection("127.0.0.1", int(port), timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def wait_for(text: str, output: Path, process: subprocess.Popen) -> str:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and text not in output.read_text() and process.poll() is None:
        time.sleep(0.2)
    return output.read_text()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in listed.read_text().split()] if listed.exists() else []


@pytest.mark.slow
@pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="the demo's own database is SQLite"
)
def test_make_run_prepares_serves_and_stops(demo, tmp_path):
    manage(demo, "demo")
    again = manage(demo, "demo").stdout
    assert "0 created" in again and "unchanged" in again
    with open(tmp_path / "output", "w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=demo, stdout=output, stderr=output
        )
    try:
        told = wait_for("Outgoing mail", tmp_path / "output", process)
        assert f"http://127.0.0.1:{demo['PORT']}/" in told and PASSWORD in told and "mail/" in told
        children = children_of(process.pid)
        assert_style_sheet_is_hashed_and_compressed(demo["PORT"])
        _home, html = get(demo["PORT"], "/about/", **{"SCRIPT_NAME": "/about"})
        assert b"<title>About" in html  # a client can not say where the portal begins
        running = manage(demo, "reset", check=False)
        assert (running.returncode, "stop it first" in running.stderr) == (1, True)
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(40)
    assert code == 0 and (tmp_path / "output").read_text().endswith("Stopped.\n")
    assert len(children) == 2 and [pid for pid in children if alive(pid)] == []
    manage(demo, "reset")
    assert list((tmp_path / "var").iterdir()) == []


def assert_style_sheet_is_hashed_and_compressed(port: str) -> None:
    page, html = get(port, "/status/")
    assert page.status == 200
    address = html.decode().split('<link rel="stylesheet" href="')[1].split('"')[0]
    assert re.fullmatch(r"/static/css/[a-z]+\.[0-9a-f]{12}\.css", address)
    sheet, _body = get(port, address, **{"Accept-Encoding": "br"})
    assert (sheet.status, sheet.getheader("Content-Encoding")) == (200, "br")
    assert "immutable" in sheet.getheader("Cache-Control")
    assert {name: sheet.getheader(name) for name in CONTRACT} == CONTRACT
    assert set(sheet.getheader("Content-Security-Policy").split("; ")) == POLICY


@pytest.mark.slow
def test_when_one_process_ends_by_itself_the_other_is_stopped_too(demo, tmp_path):
    """The worker finds no database here and ends: the portal must not go on without it as if all were well."""
    stopped = manage(demo | {"STATIC_ROOT": str(tmp_path)}, "serve", check=False)
    assert stopped.returncode == 1
    assert "ended by itself, so the other one was stopped too." in stopped.stderr


def test_a_taken_port_is_named_with_a_way_out(demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(demo["PORT"])))
        taken.listen()
        refused = manage(demo, "serve", check=False)
    assert (refused.returncode, f"Port {demo['PORT']} is taken." in refused.stderr) == (1, True)


def test_reset_never_touches_a_database_of_yours(demo):
    refused = manage(demo | {"DATABASE_URL": "postgresql://you@127.0.0.1/yours"}, "reset", check=False)
    assert (refused.returncode, "a database of yours" in refused.stderr) == (1, True)


def test_a_real_installation_gets_no_demo_data(demo):
    from scripts.production import production

    refused = manage(demo | production(), "demo", check=False)
    assert (refused.returncode, "set DEMO=1" in refused.stderr) == (1, True)


def test_an_older_python_gets_one_clear_sentence(tmp_path):
    (tmp_path / "bin").mkdir()
    for name in ("python3", "python3.12", "python3.13", "python3.14", "uv"):
        stub = tmp_path / "bin" / name
        stub.write_text(
            '#!/bin/sh\n[ "$1" = --version ] && [ "${0##*/}" != uv ] && echo "Python 3.11.2" || exit 1\n'
        )
        stub.chmod(0o755)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/venv", tmp_path / "scripts")
    refused = subprocess.run(
        [tmp_path / "scripts/venv", "base"],
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert (
        refused.stderr
        == "ALL Portal needs Python 3.12 or newer (or uv), and this machine has Python 3.11.2.\n"
    )
