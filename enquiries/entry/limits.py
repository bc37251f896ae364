"""Limits per connection and per mailbox, counted in the cache so that all web processes count together.

A limit only ever slows abuse down: whoever is refused keeps what was typed and may try again. A cache that is away
or full therefore lets people through.

Held by tests/enquiries/entry/test_limits.py.
"""

import hashlib
import hmac
import ipaddress
import logging
import secrets
import time

from django.conf import settings
from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest

log = logging.getLogger(__name__)
HOUR, DAY = 3600, 86_400


def client_ip(request: HttpRequest) -> str:
    """The sender's address. Of X-Forwarded-For only the entry that our own outermost proxy wrote is believed:
    with settings.TRUSTED_PROXIES = n the n-th from the end. An IPv6 sender counts as its /64."""
    address = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXIES
    if proxies:
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        if len(forwarded) >= proxies and _network(forwarded[-proxies]):
            address = forwarded[-proxies]
    return _network(address) or "unknown"


def _network(address: str) -> str:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def allow(*, scope: str, key: str, limit: int, window_seconds: int, claim: str = "") -> bool:
    """Takes one of `limit` places, each free again `window_seconds` after it was taken; False when all are taken.

    Tries with the same `claim` share one place: the same form sent twice at once counts once. A place is its own cache
    entry, taken with add(): with a database cache incr() is neither atomic nor keeps the entry's time.
    """
    places = _places(scope, key, limit)
    # A digest: a claim may be what somebody wrote, and the cache is a table.
    claim = hashlib.sha256(claim.encode(errors="replace")).hexdigest() if claim else secrets.token_hex(8)
    mine = (int(time.time()) + window_seconds, claim)
    try:
        taken = cache.get_many(places)
        if any(holder == claim for _free_again, holder in taken.values()):
            return True
        return any(_take(place, mine, window_seconds) for place in places if place not in taken)
    except Error:
        log.warning("limits are not counted: the cache does not answer")
        return True


def _take(place: str, mine: tuple[int, str], window_seconds: int) -> bool:
    if cache.add(place, mine, timeout=window_seconds):
        return True
    _free_again, holder = cache.get(place) or (0, "")
    return holder == mine[1]


def is_full(*, scope: str, key: str, limit: int) -> bool:
    """Whether allow() would refuse; takes no place."""
    try:
        return len(cache.get_many(_places(scope, key, limit))) >= limit
    except Error:
        log.warning("limits are not counted: the cache does not answer")
        return False


def minutes_to_wait(*, scope: str, key: str, limit: int) -> int:
    """Minutes, at least one, until the next place is free."""
    taken = cache.get_many(_places(scope, key, limit))
    seconds = min((free_again for free_again, _holder in taken.values()), default=0) - int(time.time())
    return max(1, -(-seconds // 60))


def _places(scope: str, key: str, limit: int) -> list[str]:
    digest = hmac.new(settings.SECRET_KEY.encode(), key.encode(errors="replace"), hashlib.sha256).hexdigest()
    return [f"limit-{scope}-{digest[:32]}-{number}" for number in range(limit)]


def mailbox(email: str) -> str:
    """One name per mailbox: letter case and what follows a "+" make no other reader."""
    local, _at, domain = email.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
