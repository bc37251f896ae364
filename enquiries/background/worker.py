"""The worker's loop: mail, reminders and expiry, sweeping. Any number may run; each item is claimed by one.

Not guaranteed: that one is running; `/healthz` tells when mail waits. Held by
tests/enquiries/background/test_worker.py.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, close_old_connections

from enquiries.actions import ticking
from enquiries.background import outbox, privacy
from enquiries.files.sweeping import sweep_orphans

log = logging.getLogger(__name__)
MAIL_EVERY = 2.0
CLOCK_EVERY = 60.0
SWEEP_EVERY = 3600.0


class Worker:
    """Stops within one mail of SIGTERM or SIGINT; a claim it can't finish falls back when its lease ends."""

    def __init__(self) -> None:
        self.stopping = threading.Event()

    def stop_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stopping.set())

    def run(self) -> None:
        clock_due = sweep_due = 0.0
        while not self.stopping.is_set():
            if time.monotonic() >= clock_due:
                guarded(run_clock)
                clock_due = time.monotonic() + CLOCK_EVERY
            if time.monotonic() >= sweep_due:
                guarded(run_sweep)
                sweep_due = time.monotonic() + SWEEP_EVERY
            if not guarded(self.send_some):
                self.stopping.wait(MAIL_EVERY)

    def send_some(self) -> bool:
        """One claim at a time, so that a stop never waits for a full batch. True when there may be more."""
        claim = outbox.claim_next()
        if claim is None:
            return False
        log.info("notice %s: %s", claim.notice.pk, outbox.deliver(claim))
        return True


def run_clock() -> None:
    done = {what: count for what, count in ticking.tick().items() if count}
    if done:
        log.info("clock: %s", done)


def run_sweep() -> None:
    done = {what: count for what, count in privacy.retain().items() if count}
    if orphans := sweep_orphans():
        done["orphaned_files"] = orphans
    if done:
        log.info("sweep: %s", done)


def run_once() -> dict[str, int]:
    """One pass, for cron and tests."""
    return ticking.tick() | privacy.retain() | {"files": sweep_orphans()} | outbox.send_due(limit=10_000)


def guarded(act: Callable[[], bool | None]) -> bool:
    """A lost database is waited for, not died of: the next turn connects again. Nor may a fault in one part of the
    work stop the others: without the sweep the mail still leaves."""
    close_old_connections()
    try:
        return bool(act())
    except (OperationalError, InterfaceError):
        log.warning("the database is not reachable; trying again")
    except Exception:
        log.exception("%s failed; trying again", getattr(act, "__name__", "a part of the work"))
    return False
