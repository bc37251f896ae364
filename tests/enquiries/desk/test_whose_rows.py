"""Check 36 at the desk: a step on a message is found under the enquiry that it belongs to, and under no other."""

import pytest

from enquiries.actions import answering, deciding
from enquiries.models import Message
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("step", ["handled", "pass-question"])
def test_another_enquirys_message_is_not_found_under_this_one(client, haddad, ulm, carla, step):
    desk, strangers = Desk(client, carla), factories.make_enquiry(ulm)
    sent = factories.release(strangers, ulm, carla)
    deciding.write(enquiry=strangers, text="Canary", by=Actor.family(strangers))
    answering.ask(quote_request=sent, text="Canary?", by=Actor.hospital(sent))
    author = "hospital" if step == "pass-question" else "family"
    message = strangers.messages.get(author=author)
    assert desk.open(strangers, step, message.uid).status_code == 200
    assert desk.open(haddad, step, message.uid).status_code == 404
    assert client.post(desk.url(haddad, step, message.uid), {"seen": "1.1", "text": "x"}).status_code == 404
    assert Message.objects.filter(handled_at__isnull=True).count() == 2
