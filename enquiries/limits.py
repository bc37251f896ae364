"""Limits per connection, per address and in all, counted in the cache so that every web process counts together.

A limit only ever slows abuse down: whoever is refused keeps what was typed and may try again. A cache that is away
or full therefore lets people through.
"""

import hashlib
import hmac
import ipaddress
import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest

log = logging.getLogger(__name__)
HOUR, DAY = 3600, 86_400


def client_ip(http_request: HttpRequest) -> str:
    """The sender's address. Of X-Forwarded-For only the entry that our own outermost proxy wrote is believed:
    with settings.TRUSTED_PROXIES = n the n-th from the end. An IPv6 sender counts as its /64."""
    address = http_request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXIES
    if proxies:
        forwarded = [part.strip() for part in http_request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
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


def allow(*, scope: str, key: str, limit: int, window_seconds: int) -> bool:
    """Counts one try; False once `limit` tries were counted in this window. Windows are fixed: they begin with
    whole multiples of `window_seconds`. The key is kept as a keyed digest only."""
    name = _name(scope, key, window_seconds)
    try:
        cache.add(name, 0, timeout=window_seconds)
        return cache.incr(name) <= limit
    except ValueError:  # swept from the cache between the two calls
        cache.set(name, 1, timeout=window_seconds)
        return limit >= 1
    except Error:
        log.warning("limits are not counted: the cache does not answer")
        return True


def _name(scope: str, key: str, window_seconds: int) -> str:
    window = int(time.time()) // window_seconds
    digest = hmac.new(settings.SECRET_KEY.encode(), key.encode(errors="replace"), hashlib.sha256).hexdigest()
    return f"limit-{scope}-{window_seconds}-{window}-{digest[:32]}"


def minutes_left(window_seconds: int) -> int:
    """How many minutes, at least one, until the window in use ends."""
    return max(1, -(-(window_seconds - int(time.time()) % window_seconds) // 60))


def mailbox(email: str) -> str:
    """One name per mailbox: letter case and what follows a "+" make no other reader."""
    local, _at, domain = email.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
