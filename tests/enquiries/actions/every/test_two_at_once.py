"""Steps on one enquiry are taken one after the other: each locks its row first, and a request's with it.

Row locks are real on PostgreSQL only. SQLite lets one writer in at a time, so there these hold by themselves.
"""

import pytest
from django.db import connection, transaction

from enquiries.actions import coordinating
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules import workflow
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.two_at_once import while_the_first_has_not_finished

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_second_of_two_steps_waits_and_works_on_what_the_first_has_left(haddad, carla):
    by = Actor.coordinator(carla)
    other = while_the_first_has_not_finished(
        lambda: coordinating.take(enquiry=haddad, by=by),
        lambda: coordinating.mark_urgent(enquiry=haddad, urgent=True, by=by),
    )
    assert other.waited
    both = Enquiry.objects.get(pk=haddad.pk)
    assert (both.assigned_to, both.urgent, both.version) == (carla, True, haddad.version + 2)


def test_a_request_is_locked_with_its_enquiry(haddad, ulm):
    """So that nothing that knows the request only can write to it meanwhile."""
    quote_request = factories.request_to(haddad, ulm)
    other = while_the_first_has_not_finished(
        lambda: workflow.locked_request(quote_request),
        lambda: QuoteRequest.objects.filter(pk=quote_request.pk).update(reminders=1),
    )
    assert other.waited


def test_another_familys_step_waits_for_nobody(haddad, ulm, carla):
    """The control: else waiting would prove nothing."""
    other_family, by = factories.make_enquiry(ulm), Actor.coordinator(carla)
    other = while_the_first_has_not_finished(
        lambda: coordinating.take(enquiry=haddad, by=by),
        lambda: coordinating.mark_urgent(enquiry=other_family, urgent=True, by=by),
    )
    assert other.waited is (connection.vendor == "sqlite")
    assert Enquiry.objects.get(pk=other_family.pk).urgent


def test_nothing_is_locked_outside_of_a_transaction(haddad):
    """There the lock would be gone before the step begins."""
    with pytest.raises(RuntimeError, match="must open its transaction before it locks"):
        workflow.locked(haddad.pk)
    with transaction.atomic():
        assert workflow.locked(haddad.pk) == haddad
