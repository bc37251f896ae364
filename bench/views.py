"""A first view in a real Chromium: what comes over the wire, and whether anything moves while it is read."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE: ViewportSize = {"width": 360, "height": 740}
SHIFTS = """() => new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => resolve(sum), 400);
})"""


@dataclass(frozen=True)
class FirstView:
    wire_bytes: int  # every byte of every answer, headers too
    requests: int
    scripts: int
    cookies: int
    third_parties: int
    shift: float


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=options)
        try:
            yield browser
        finally:
            browser.close()


def asked_for(answer: dict) -> dict[str, tuple[str, str]]:
    """What stands in the page itself, such as its icon, is asked of nobody: its bytes are the page's."""
    address = answer["response"]["url"]
    return {} if address.startswith("data:") else {answer["requestId"]: (answer["type"], address)}


def first_view(browser: Browser, site: str, path: str) -> FirstView:
    """With an empty cache."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    kinds: dict[str, tuple[str, str]] = {}
    weights: dict[str, float] = {}
    wire.on("Network.responseReceived", lambda one: kinds.update(asked_for(one)))
    wire.on(
        "Network.loadingFinished", lambda one: weights.update({one["requestId"]: one["encodedDataLength"]})
    )
    wire.send("Network.enable")
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    result = FirstView(
        wire_bytes=round(sum(weights[one] for one in kinds)),
        requests=len(kinds),
        scripts=sum(kind == "Script" for kind, _address in kinds.values()),
        cookies=len(context.cookies()),
        third_parties=sum(urlsplit(address).netloc != urlsplit(site).netloc for _, address in kinds.values()),
        shift=page.evaluate(SHIFTS),
    )
    context.close()
    return result
