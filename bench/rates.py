"""How many times a page is answered while an empty view is answered once. Only the ratio means anything: both are
asked in turns, in one run, on one connection, so that whatever else the machine does slows both."""

import http.client
import time
from urllib.parse import urlsplit

ROUNDS, TIMES = 5, 30
EMPTY = "/bench/empty/"


def ratio(site: str, path: str) -> float:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    ask(connection, path, times=3)
    ratios = sorted(
        ask(connection, EMPTY, times=TIMES) / ask(connection, path, times=TIMES) for _ in range(ROUNDS)
    )
    connection.close()
    return ratios[ROUNDS // 2]


def ask(connection: http.client.HTTPConnection, path: str, *, times: int) -> float:
    """Seconds."""
    began = time.perf_counter()
    for _ in range(times):
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
    return time.perf_counter() - began
