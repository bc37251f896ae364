"""What a coordinator does that nobody is told of."""

from django.utils import timezone

from enquiries.actions import coordinating
from enquiries.models import Document, Message
from enquiries.words.actors import Actor
from tests.enquiries.actions.every.seen import open_kinds, told


def test_spam_is_closed_without_a_mail_to_anybody(haddad, carla):
    coordinating.close(enquiry=haddad, reason="spam", letter="", by=Actor.coordinator(carla))
    assert told(haddad) == []


def test_a_note_is_never_a_message(haddad, carla):
    coordinating.add_note(enquiry=haddad, text="Internal.", by=Actor.coordinator(carla))
    assert haddad.messages.count() == 0
    assert Document.objects.count() == 0


def test_what_we_wrote_ourselves_waits_for_nobody(haddad, carla):
    """Even were it not marked as dealt with."""
    before = open_kinds(haddad)
    Message.objects.create(enquiry=haddad, author="coordinator", text="Hello", created_at=timezone.now())
    assert open_kinds(haddad) == before
