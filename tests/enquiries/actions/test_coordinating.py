"""What a coordinator does that nobody is told of."""

from enquiries.actions import coordinating
from enquiries.models import Document
from enquiries.words.actors import Actor
from tests.enquiries.actions.seen import told


def test_spam_is_closed_without_a_mail_to_anybody(haddad, carla):
    coordinating.close(enquiry=haddad, reason="spam", letter="", by=Actor.coordinator(carla))
    assert told(haddad) == []


def test_a_note_is_never_a_message(haddad, carla):
    coordinating.add_note(enquiry=haddad, text="Internal.", by=Actor.coordinator(carla))
    assert haddad.messages.count() == 0
    assert Document.objects.count() == 0
