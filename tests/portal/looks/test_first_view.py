"""How much a first view weighs. Checks 50 and 52."""

from itertools import batched

import pytest

from tests.portal.kinds_of_page import KINDS
from tests.portal.looks.states import listed

pytestmark = pytest.mark.one_database

ONE_ROUND_TRIP, AT_MOST = 14 * 1024, 20 * 1024
TABS = 6  # so that several wait at once until a page asks for nothing more


class Tab:
    """A tab without a memory: whatever it opens, it opens for the first time."""

    def __init__(self, context) -> None:
        self.page = context.new_page()
        self.addresses: dict[str, str] = {}
        self.weights: dict[str, float] = {}
        wire = context.new_cdp_session(self.page)
        wire.on("Network.responseReceived", self._answered)
        wire.on("Network.loadingFinished", self._arrived)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _answered(self, one: dict) -> None:
        self.addresses[one["requestId"]] = one["response"]["url"]

    def _arrived(self, one: dict) -> None:
        self.weights[one["requestId"]] = one["encodedDataLength"]

    def open(self, address: str) -> None:
        self.addresses.clear()
        self.weights.clear()
        self.page.goto(address, wait_until="commit")

    def loaded(self) -> dict[str, float]:
        """Each address asked for, with the bytes of its answer on the wire, headers too."""
        self.page.wait_for_load_state("networkidle")
        asked = {one: address for one, address in self.addresses.items() if not address.startswith("data:")}
        return {address: self.weights[one] for one, address in asked.items()}


@pytest.mark.slow
def test_the_first_view_is_small_and_asks_for_little(served, client, new_context):
    """The promise is 14 KB for home, the programs and each article (what one round trip of a new connection carries),
    20 KB for any other page, and one request, nothing of others and no cookie. Headers count."""
    context = new_context(viewport={"width": 360, "height": 740})
    tabs = [Tab(context) for _ in range(TABS)]
    found = {}
    for paths in batched(first_views(client), TABS):
        for tab, path in zip(tabs, paths, strict=False):
            tab.open(served + path)
        for tab, path in zip(tabs, paths, strict=False):
            loaded = tab.loaded()
            assert served + path in loaded
            ours = all(address.startswith(served) for address in loaded)
            if sum(loaded.values()) > most(path) or len(loaded) > 1 or not ours:
                found[path] = loaded
    assert (found, context.cookies()) == ({}, [])


def first_views(client) -> list[str]:
    return list(dict.fromkeys([*listed(client.get("/sitemap.xml").content.decode()), *KINDS]))


def most(path: str) -> int:
    is_article = path.startswith("/leukemia/") and path.count("/") == 3
    return ONE_ROUND_TRIP if path in {"/", "/programs/"} or is_article else AT_MOST
