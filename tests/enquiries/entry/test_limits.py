"""Limits: counted once per try, freed in time, keyed to an address nobody can forge."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import Error, connections

from enquiries.entry import limits
from enquiries.entry.limits import allow, client_ip, mailbox, minutes_to_wait

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DATABASE_CACHE = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}


@pytest.fixture(params=["memory", "database"])
def any_cache(request, settings, db):
    if request.param == "database":
        settings.CACHES = DATABASE_CACHE
        call_command("createcachetable", verbosity=0)


def once(key="1.2.3.4", limit=3, claim="") -> bool:
    return allow(scope="test", key=key, limit=limit, window_seconds=3600, claim=claim)


def test_after_the_limit_one_waits_until_the_first_place_is_free(any_cache):
    with time_machine.travel(NOON, tick=False) as clock:
        assert [once(), once()] == [True, True]
        clock.shift(timedelta(minutes=50))
        assert [once(), once()] == [True, False]
        assert minutes_to_wait(scope="test", key="1.2.3.4", limit=3) == 10
        clock.shift(timedelta(minutes=9))
        assert once() is False
        clock.shift(timedelta(minutes=2))
        assert [once(), once(), once()] == [True, True, False]


def test_one_senders_limit_is_not_anothers(any_cache):
    assert [once(limit=1), once(limit=1), once("5.6.7.8", limit=1)] == [True, False, True]


def test_the_same_claim_counts_once(any_cache):
    assert [once(limit=1, claim="form a") for _time in range(5)] == [True] * 5
    assert once(limit=1, claim="form b") is False


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_take_no_more_places_than_there_are(settings):
    settings.CACHES = DATABASE_CACHE
    call_command("createcachetable", verbosity=0)
    start, seen = threading.Barrier(12), []

    def press():
        start.wait()
        seen.append(once(limit=5))
        connections.close_all()

    threads = [threading.Thread(target=press) for _number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == [False] * 7 + [True] * 5


def test_a_cache_that_is_away_lets_people_through(monkeypatch):
    def fail(*args, **kwargs):
        raise Error

    monkeypatch.setattr(cache, "get_many", fail)
    assert once(limit=0) is True


def test_no_address_stands_in_the_cache(monkeypatch):
    names = []
    monkeypatch.setattr(limits.cache, "get_many", lambda places: names.extend(places) or {})
    once("amira@example.org")
    assert len(names) == 3
    assert not [name for name in names if "amira" in name]


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "found"),
    [
        (0, "203.0.113.5", "", "203.0.113.5"),
        (0, "203.0.113.5", "198.51.100.1", "203.0.113.5"),
        (1, "10.0.0.1", "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1", "1.1.1.1, 2.2.2.2, 198.51.100.1", "198.51.100.1"),
        (2, "10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (2, "10.0.0.1", "198.51.100.1", "10.0.0.1"),
        (1, "10.0.0.1", "<script>", "10.0.0.1"),
        (1, "10.0.0.1", "", "10.0.0.1"),
        (0, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        (0, "::ffff:203.0.113.5", "", "203.0.113.5"),
        (0, "", "", "unknown"),
    ],
)
def test_the_senders_address_cannot_be_forged(rf, settings, proxies, remote, forwarded, found):
    """Check 46."""
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR=remote, headers={"X-Forwarded-For": forwarded} if forwarded else {})
    assert client_ip(request) == found


@pytest.mark.parametrize("email", ["Amira+x@Example.org", "amira@example.org", " AMIRA+1+2@EXAMPLE.ORG "])
def test_one_mailbox_has_one_name(email):
    assert mailbox(email) == "amira@example.org"


def test_what_somebody_wrote_is_not_kept_in_the_cache(any_cache):
    """A claim may be a reader's own words, and the cache is a table."""
    once(claim="her blood count")
    kept = cache.get_many(limits._places("test", "1.2.3.4", 3))
    assert len(kept) == 1
    assert "blood" not in repr(kept)
