"""Check 13 at the very same moment: the version that a form was opened with is compared under the enquiry's lock."""

import pytest

from enquiries.actions import coordinating
from enquiries.models import Enquiry
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.two_at_once import while_the_first_has_not_finished

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_decides_while_another_is_deciding_is_told_what_changed(client, haddad, carla):
    jonas = Actor.coordinator(factories.make_staff("jonas", "coordinator"))
    desk = Desk(client, carla)
    seen = desk.open(haddad, "take").context["seen"]
    other = while_the_first_has_not_finished(
        lambda: coordinating.take(enquiry=haddad, by=jonas),
        lambda: client.post(desk.url(haddad, "take"), {"seen": seen}),
    )
    assert other.answer.status_code == 409
    assert [event.kind for event in other.answer.context["changed"]["events"]] == ["taken"]
    assert Enquiry.objects.get(pk=haddad.pk).assigned_to == jonas.user
