"""What is durable in an installation is durable in a test: a block that must have committed when it ends refuses to
stand inside another, and only a test's own transaction around everything does not count as one."""

import pytest
from django.conf import settings
from django.db import connection, transaction

from enquiries.models import Enquiry
from tests.factories import make_enquiry, make_hospital

NESTED = "A durable atomic block cannot be nested within another atomic block"


@pytest.fixture(params=["rolled back", "real"])
def transactions(request) -> None:
    """Both kinds of test: one transaction that is rolled back at its end, and transactions of their own."""
    request.getfixturevalue({"rolled back": "db", "real": "transactional_db"}[request.param])


def test_a_durable_block_inside_another_is_refused(transactions):
    with transaction.atomic(), pytest.raises(RuntimeError, match=NESTED), transaction.atomic(durable=True):
        pass


def test_an_enquiry_is_never_received_inside_a_transaction_that_may_still_fail(transactions):
    ulm = make_hospital("ulm")
    with transaction.atomic(), pytest.raises(RuntimeError, match=NESTED):
        make_enquiry(ulm)
    assert not Enquiry.objects.exists()
    make_enquiry(ulm)
    assert Enquiry.objects.count() == 1


def test_a_durable_block_that_ends_has_committed(transactional_db):
    with transaction.atomic(durable=True):
        assert connection.in_atomic_block
    assert not connection.in_atomic_block and connection.get_autocommit()


def test_no_page_runs_inside_a_transaction_of_its_request():
    """A durable block of an action would be refused by each page."""
    assert settings.DATABASES["default"].get("ATOMIC_REQUESTS", False) is False
