"""The real browser of the tests: Chromium as installed on the machine, watched for what a page must never do."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OWN_HOSTS = {"127.0.0.1", "localhost"}
FIXTURES = {"page", "context", "new_context", "browser"}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def find_chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def pytest_configure(config) -> None:
    # Playwright's synchronous interface runs inside an event loop of its own, which Django would take for ours.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
            if not find_chromium():
                item.add_marker(pytest.mark.skip(reason="no Chromium found (set CHROMIUM)"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    return {
        "executable_path": find_chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            # Nothing outside this machine is ever reached, and what tries is seen below.
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
        ],
    }


class Watch:
    """Collects what went wrong in the pages of a test without any assertion looking at it."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def attach(self, context) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            self.faults.append(f"policy violation: {message.text}")

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN_HOSTS:
            self.faults.append(f"third-party request: {request.url}")

    def _response(self, response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} from {response.url}")


@pytest.fixture
def watch():
    """Checks 47 and 53: no policy violation, no third-party request, no script error, no 5xx. A test that
    provokes one on purpose empties `watch.faults`."""
    watch = Watch()
    yield watch
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def new_context(watch, new_context):
    def make(**options):
        context = new_context(**options)
        context.set_default_timeout(15_000)
        watch.attach(context)
        return context

    return make


# No selectors: what is told of an element is its HTML. No style sheets of elsewhere: there are none.
AXE = {"resultTypes": ["violations"], "runOnly": WCAG, "selectors": False, "preload": False}
# After a change of scheme: a color on its way from one to the other is neither.
SETTLED = "async () => { await Promise.all(document.getAnimations().map(one => one.finished)); }"
VIOLATIONS = "options => axe.run(document, options).then(found => found.violations)"


@pytest.fixture(scope="session")
def axe():
    """axe(page) fails with each accessibility violation and the elements it was found at."""
    program = AXE_FILE_PATH.read_text()

    def check(page) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(program)
        found = [
            f"{violation['id']}: {violation['help']}\n    "
            + "\n    ".join(node["html"] for node in violation["nodes"])
            for violation in page.evaluate(VIOLATIONS, AXE)
        ]
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check
