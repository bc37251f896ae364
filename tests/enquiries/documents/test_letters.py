"""A quote's letter, whoever enters it: nobody waits for the check of a file, and no letter outlives a refusal."""

import pytest
from django.db import connection

from enquiries.actions import answering, coordinating
from enquiries.documents import keeping
from enquiries.files.blobs import read_blob
from enquiries.models import Document, Event, Quote
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.entry.zone_doors import as_hospital, text_of
from tests.enquiries.files import making

pytestmark = pytest.mark.django_db
FACTS = {"amount_low": "48.000", "currency": "EUR"}
each_entrance = pytest.mark.parametrize("entrance", ["clinic", "desk"])


@pytest.fixture
def sent(haddad, ulm, carla):
    return factories.release(haddad, ulm, carla)


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


@pytest.fixture
def enter(sent, haddad, desk):
    """Enters a quote with its letter, by the hospital itself or by a coordinator."""

    def at(entrance: str, **more):
        typed = FACTS | {
            "valid_until_on": factories.in_days(60).isoformat(),
            "letter": making.upload("letter.pdf", making.letter()),
        }
        if entrance == "clinic":
            own = {"reference": sent.reference, "revision": "0", "step": "send"}
            return as_hospital(sent).post("/clinic/request/quote/", typed | own | more)
        how = {"source": "fax", "answered_on": factories.in_days(0)}
        return desk.decide(haddad, "enter-quote", sent.reference, **typed | how | more)

    return at


@pytest.fixture
def file_work(monkeypatch) -> list[tuple[str, int]]:
    """Each piece of work on a file, with how many transactions were open in which a row could be locked."""
    around, done = len(connection.savepoint_ids), []

    def watch(name: str) -> None:
        work = getattr(keeping, name)

        def watched(*args, **more):
            done.append((name, len(connection.savepoint_ids) - around))
            return work(*args, **more)

        monkeypatch.setattr(keeping, name, watched)

    watch("inspect")
    watch("write_blob")
    return done


def files_in(folder) -> list:
    return [path for path in folder.rglob("*") if path.is_file()]


def nothing_is_kept(private) -> bool:
    events = Event.objects.filter(kind="document_added")
    return not (Document.objects.exists() or events.exists() or files_in(private))


@each_entrance
def test_no_file_is_worked_on_while_the_enquiry_is_locked(enter, private, file_work, entrance):
    assert enter(entrance).status_code == 302
    assert file_work == [("inspect", 0), ("write_blob", 0)]
    letter = Quote.objects.get().letter
    assert read_blob(letter.stored_as, uid=letter.uid).startswith(b"%PDF-")


@each_entrance
def test_letter_and_quote_are_kept_in_one_transaction(enter, private, monkeypatch, entrance):
    def refuse(**facts):
        raise Refused("Not now.")

    monkeypatch.setattr(answering, "quote", refuse)
    response = enter(entrance)
    assert response.status_code == 409
    assert "Not now." in text_of(response)
    assert nothing_is_kept(private)


def test_a_letter_goes_again_when_the_day_of_the_answer_is_refused(enter, private):
    response = enter("desk", answered_on=factories.in_days(-9))
    assert response.status_code == 409
    assert "must lie between" in text_of(response)
    assert nothing_is_kept(private)


def test_a_letter_goes_again_when_the_enquiry_was_changed_meanwhile(
    enter, haddad, desk, carla, private, sent
):
    seen = desk.open(haddad, "enter-quote", sent.reference).context["seen"]
    coordinating.take(enquiry=haddad, by=Actor.coordinator(carla))
    response = enter("desk", seen=seen)
    assert response.status_code == 409
    assert [event.kind for event in response.context["changed"]["events"]] == ["taken"]
    assert not Quote.objects.exists()
    assert nothing_is_kept(private)


def test_a_quote_that_the_same_form_has_made_meanwhile_keeps_one_letter(enter, sent, private, monkeypatch):
    """The first sending comes through while the second one's file is being checked."""
    check = keeping.inspect

    def first_comes_through(upload):
        monkeypatch.setattr(keeping, "inspect", check)
        assert enter("clinic").status_code == 302
        return check(upload)

    monkeypatch.setattr(keeping, "inspect", first_comes_through)
    assert enter("clinic").status_code == 302
    assert Quote.objects.count() == Document.objects.count() == len(files_in(private)) == 1
