"""Nothing the suite runs reaches beyond this machine."""

import socket
import subprocess
import sys
import threading
from contextlib import suppress

import pytest
from loopback_only import ReachedOut

ELSEWHERE = "192.0.2.1"  # an address for documentation: it belongs to nobody


@pytest.mark.parametrize(
    "reach_out",
    [
        lambda: socket.create_connection((ELSEWHERE, 443), timeout=1),
        lambda: socket.create_connection(("portal.example.org", 443), timeout=1),
        lambda: socket.getaddrinfo("portal.example.org", 443),
        lambda: socket.gethostbyname("portal.example.org"),
    ],
)
def test_a_connection_elsewhere_is_refused(reach_out, refused_connections):
    with pytest.raises(ReachedOut, match=r"a test reached out to (192\.0\.2\.1|portal\.example\.org)"):
        reach_out()
    refused_connections.clear()


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, ELSEWHERE), (socket.AF_INET6, "2001:db8::1")])
def test_a_packet_elsewhere_is_refused(family, host, refused_connections):
    with socket.socket(family, socket.SOCK_DGRAM) as sender, pytest.raises(ReachedOut):
        sender.sendto(b"x", (host, 53))
    refused_connections.clear()


def test_a_refusal_that_the_code_swallows_is_told_all_the_same(refused_connections):
    def careless():
        with suppress(Exception):
            socket.create_connection((ELSEWHERE, 443), timeout=1)

    thread = threading.Thread(target=careless)
    thread.start()
    thread.join()
    assert refused_connections == [ELSEWHERE]
    refused_connections.clear()


def test_this_machine_is_reached(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as caller:
        listener.bind(str(tmp_path / "socket"))
        listener.listen()
        caller.connect(str(tmp_path / "socket"))


def test_a_process_that_a_test_starts_is_refused_too():
    program = f"import socket; socket.create_connection(('{ELSEWHERE}', 443), timeout=1)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"ReachedOut: a test reached out to {ELSEWHERE}")
