"""python -m bench.page_style: is a page read sooner with its style in it or with one file for all pages?

Six pages in a row, as a family may read them, on two slow lines, both ways in one run. Prints the milliseconds until
the first words stand (First Contentful Paint, median of 5), page by page.
"""

import re
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import median

import brotli
from playwright.sync_api import Page

from bench.server import running
from bench.views import PHONE, chromium, find_chromium

WAY = [
    "/",
    "/leukemia/symptoms-and-urgent-help/",
    "/leukemia/what-is-all/",
    "/programs/",
    "/hospitals/ulm/",
    "/leukemia/treatment-overview/",
]
LINES = {"400 ms, 50 KB/s": (400, 50), "150 ms, 200 KB/s": (150, 200)}
RUNS = 5
FIRST_WORDS = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
LEFT_OUT = {"connection", "content-length", "content-security-policy", "date", "server"}


def main() -> int:
    if not find_chromium():
        print("No Chromium was found: nothing measured.", file=sys.stderr)
        return 1
    with running() as site:
        answers = both_ways(site)
    with serving(answers) as address:
        for line, (latency, speed) in LINES.items():
            sums = {}
            for way in ("inside", "a file"):
                times = first_words(address + prefix(way), latency, speed)
                sums[way] = sum(times)
                print(f"{line}, style {way}: {' '.join(f'{one:.0f}' for one in times)}")
            print(f"{line}: inside takes {sums['inside'] / sums['a file']:.2f} of the time of a file\n")
    return 0


def prefix(way: str) -> str:
    return "/" + way.replace(" ", "-")


def both_ways(site: str) -> dict[str, tuple[bytes, dict[str, str]]]:
    """Each page with its style inside, as the portal makes it, and with the same rules as a file."""
    answers = {}
    for path in WAY:
        with urllib.request.urlopen(site + path) as answer:
            html = answer.read().decode()
            headers = {name: value for name, value in answer.getheaders() if name.lower() not in LEFT_OUT}
        found = STYLE.search(html)
        assert found, f"{path} holds no style"
        style = found[1]
        sheet = f"/sheet-{len(style)}.css"
        linked = STYLE.sub(f'<link rel="stylesheet" href="{sheet}">', html)
        kept = headers | {"Content-Type": "text/css", "Cache-Control": "max-age=315360000, public, immutable"}
        answers[prefix("inside") + path] = brotli.compress(html.encode()), headers
        answers[prefix("a file") + path] = brotli.compress(linked.encode()), headers
        answers[sheet] = brotli.compress(style.encode()), kept
    return answers


@contextmanager
def serving(answers: dict[str, tuple[bytes, dict[str, str]]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body, headers = answers.get(self.path, (b"", {}))
            self.send_response(200 if body else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Encoding", "br")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def first_words(address: str, latency: int, kilobytes: int) -> list[float]:
    speed = kilobytes * 1024
    line = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}
    runs = []
    with chromium() as browser:
        for _run in range(RUNS):
            context = browser.new_context(viewport=PHONE)
            page = context.new_page()
            wire = context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", line)
            runs.append([read(page, address + path) for path in WAY])
            context.close()
    return [median(times) for times in zip(*runs, strict=True)]


def read(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_timeout(150)
    return page.evaluate(FIRST_WORDS)


if __name__ == "__main__":
    sys.exit(main())
