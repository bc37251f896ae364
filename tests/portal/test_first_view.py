"""How much a first view weighs. Checks 50 and 52."""

from tests.portal.kinds_of_page import KINDS
from tests.portal.states import listed

ONE_ROUND_TRIP, AT_MOST = 14 * 1024, 20 * 1024


def first_view(context, address: str) -> dict[str, float]:
    """Each address asked for, with the bytes of its answer on the wire, headers too."""
    page = context.new_page()
    addresses: dict[str, str] = {}
    weights: dict[str, float] = {}
    wire = context.new_cdp_session(page)
    wire.on(
        "Network.responseReceived", lambda one: addresses.update({one["requestId"]: one["response"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda one: weights.update({one["requestId"]: one["encodedDataLength"]})
    )
    wire.send("Network.enable")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return {address: weights[one] for one, address in addresses.items() if not address.startswith("data:")}


def test_the_first_view_is_small_and_asks_for_little(served, client, new_context):
    """The promise is 14 KB for home, the programs and each article (what one round trip of a new connection carries),
    20 KB for any other page, and one request, nothing of others and no cookie. Headers count."""
    sitemap = client.get("/sitemap.xml").content.decode()
    found = {}
    for path in dict.fromkeys([*listed(sitemap), *KINDS]):
        context = new_context(viewport={"width": 360, "height": 740})
        loaded = first_view(context, served + path)
        weight = sum(loaded.values())
        most = ONE_ROUND_TRIP if path in {"/", "/programs/"} or is_article(path) else AT_MOST
        ours = all(address.startswith(served) for address in loaded)
        if weight > most or len(loaded) > 1 or context.cookies() or not ours:
            found[path] = (weight, loaded, context.cookies())
        context.close()
    assert found == {}


def is_article(path: str) -> bool:
    return path.startswith("/leukemia/") and path.count("/") == 3
