"""Two people at the very same moment: the first is in the middle of a step while the second takes one.

The second acts in a thread, on a connection of its own. It must be a test with real transactions.
"""

import threading
import time
from collections.abc import Callable

from django.db import connection, connections, transaction

PATIENCE_SECONDS = 20.0
# SQLite tells nobody who waits: there we wait this long for somebody who does not come through.
A_MOMENT = 0.5


class Second:
    """What the second person did: `answer` and whether it `waited` for the first."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.answer: object = None
        self.waited = False
        self._act = act
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        try:
            self.answer = self._act()
        except Exception as error:
            self.answer = error
        finally:
            connections.close_all()

    def start(self) -> None:
        """Comes back when the second has come through, or is known to wait."""
        self._thread.start()
        until = time.monotonic() + (PATIENCE_SECONDS if connection.vendor == "postgresql" else A_MOMENT)
        while self._thread.is_alive() and not self.waited and time.monotonic() < until:
            time.sleep(0.02)
            self.waited = connection.vendor == "postgresql" and somebody_waits_for_a_lock()
        self.waited = self._thread.is_alive()

    def finish(self) -> None:
        self._thread.join(PATIENCE_SECONDS)
        assert not self._thread.is_alive(), "the second never came through"


def somebody_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return cursor.fetchone() is not None


def while_the_first_has_not_finished(first: Callable[[], object], second: Callable[[], object]) -> Second:
    """Runs `first`, then `second` before the first has committed."""
    other = Second(second)
    with transaction.atomic():
        first()
        other.start()
    other.finish()
    return other
