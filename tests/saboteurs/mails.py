"""Saboteurs of the outbox and of who is told."""

from tests.saboteurs.saboteur import Saboteur

OUTBOX = "tests/enquiries/background/test_outbox.py"

SABOTEURS = (
    Saboteur(
        name="the fence is gone",
        guarantee="a worker that lost its lease cannot overwrite the other's outcome",
        module="enquiries.background.outbox",
        old="state=Notice.State.QUEUED, attempts=claim.attempt).update(",
        new="state=Notice.State.QUEUED).update(",
        notices=(f"{OUTBOX}::test_a_worker_that_lost_its_lease_can_not_overwrite_the_other_s_outcome",),
    ),
)
