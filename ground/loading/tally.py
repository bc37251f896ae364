"""What became of a file's rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import transaction

from ground.loading.refusals import FileRefused, Refusal


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """The file says something else, and an editor's word stands."""


@dataclass
class Tally:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    """What an editor has changed since the last load, and which therefore stays: "Ulm University Hospital: website"."""
    refused: list[Refusal] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """What is in the catalogue but not in the file. It is left as it is."""
    outdated: list[str] = field(default_factory=list)
    """Words in another language that were made from older words: loaded, and not shown."""

    def count(self, outcome: Outcome) -> None:
        """What is kept was named one by one already."""
        if outcome != Outcome.KEPT:
            # vow state: counts, and no row of any table
            setattr(self, outcome, getattr(self, outcome) + 1)


def refuse_if_any(*tallies: Tally) -> None:
    """Raises FileRefused; for the end of a transaction, so that nothing of the files is applied."""
    if refused := [refusal for tally in tallies for refusal in tally.refused]:
        raise FileRefused(refused)


def load_whole(load: Callable[[Tally], None], *, dry_run: bool) -> Tally:
    """All or nothing. Raises FileRefused, with nothing applied, if any row was refused."""
    tally = Tally()
    with transaction.atomic():
        load(tally)
        refuse_if_any(tally)
        transaction.set_rollback(dry_run)
    return tally
