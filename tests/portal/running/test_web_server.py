"""gunicorn as an installation runs it: what it writes and answers by itself, before the portal is asked."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from all_portal.serving.web_server import OWN_HEADERS
from tests.portal.access.test_headers import CONTRACT
from tests.portal.running.test_commands import INHERITED, free_port

ROOT = Path(__file__).resolve().parents[3]
CODE = "K7Q2-9MXD-4T0A-1BCD-EFGH-JKMN"
LETTERS = CODE.replace("-", "")
ENCODED = "".join(f"%{ord(char):02x}" for char in CODE)
REFUSED = {
    "an address with a space": (f"GET /status/ {CODE} HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "an address that is too long": (f"GET /status/{CODE}{'x' * 9000} HTTP/1.1\r\nHost: x\r\n\r\n", 414),
    "a method that is none": (f"{LETTERS}!( /status/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "a header that is none": (f"GET / HTTP/1.1\r\nHost: x\r\n{CODE}\r\n\r\n", 400),
    "a coding that is unknown": (f"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {LETTERS}\r\n\r\n", 501),
}
ANSWERED = (
    f"/status/{CODE}",
    f"/x/{ENCODED}",
    f"/?q={CODE}",
    f"/fault/{CODE}",
    f"/fault?{ENCODED}",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """(its port, what it has written): with an access log, which no installation has of itself."""
    port, output = free_port(), tmp_path_factory.mktemp("web") / "lines"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "tests.portal.running.web_app",
        "--bind",
        f"127.0.0.1:{port}",
    ]
    log = '%(h)s "%(r)s" %(s)s "%(f)s" %({x-link}i)s'
    with output.open("w") as lines:
        process = subprocess.Popen(
            [*command, "--no-control-socket", "--access-logfile", "-", "--access-logformat", log],
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name in INHERITED},
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )
    try:
        wait(port, process)
        yield port, output.read_text
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def wait(port, process):
    for _try in range(200):
        assert process.poll() is None
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def ask(port: int, request: str) -> str:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(request.encode())
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer.decode()


@pytest.mark.parametrize("what", REFUSED)
def test_what_gunicorn_refuses_carries_our_headers_and_quotes_nothing(server, what):
    port, _lines = server
    request, status = REFUSED[what]
    head, _blank, body = ask(port, request).partition("\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ")
    given = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    assert OWN_HEADERS.items() <= given.items()
    assert int(given["Content-Length"]) == len(body.encode())
    assert CODE not in head + body
    assert LETTERS not in head + body
    assert "type your code" in body


def test_gunicorn_s_own_answers_say_what_every_page_of_ours_says():
    same = {name: value for name, value in CONTRACT.items() if name in OWN_HEADERS}
    assert {name: OWN_HEADERS[name] for name in same} == same


def test_no_line_of_gunicorn_holds_a_code_or_a_visitor_s_address(server):
    port, lines = server
    for request, _status in REFUSED.values():
        ask(port, request)
    for path in ANSWERED:
        ask(
            port,
            f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            f"Referer: http://x/status/{CODE}\r\nX-Link: {ENCODED}\r\n\r\n",
        )
    time.sleep(0.5)
    written = lines()
    assert re.findall(r"Invalid request: Invalid HTTP method: \n", written)
    assert "Error handling request" in written
    assert written.count('" 200 "') >= 3
    for secret in (CODE, LETTERS, ENCODED, ENCODED.lower(), CODE.replace("-", " "), "127.0.0.1 "):
        assert secret not in written.replace(f"http://127.0.0.1:{port}", ""), secret
