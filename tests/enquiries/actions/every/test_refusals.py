"""What can't be done, and with which words it is refused: nothing of it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding, releasing
from enquiries.actions.ticking import tick
from enquiries.models import Event, Notice, QuoteRequest
from enquiries.rules import workflow
from enquiries.rules.disclosure import disclose
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.actions.every.scene import DECLINED, Scene, close, family_writes, reminded_twice

type Act = Callable[[Scene], object]


@dataclass(frozen=True)
class Refusal:
    case: str
    before: Act
    act: Act
    words: str


def nothing(scene: Scene) -> None:
    """The enquiry as it came."""


def expired(scene: Scene) -> None:
    reminded_twice(scene)
    tick(now=timezone.now() + timedelta(days=60))


def revised(scene: Scene) -> None:
    scene.quoted()
    factories.quote(scene.request, amount_low=70000, amount_high=70000)


def handled_question(scene: Scene) -> None:
    scene.asked()
    coordinating.mark_handled(message=scene.enquiry.messages.get(), by=scene.coordinator)


def withdrawn(scene: Scene) -> None:
    scene.sent()
    deciding.withdraw(quote_request=scene.request, by=scene.family)


def to_the_enquiry(act: Callable, **more) -> Act:
    return lambda scene: act(enquiry=scene.enquiry, by=scene.coordinator, **more)


def to_the_request(act: Callable, **more) -> Act:
    return lambda scene: act(quote_request=scene.request, by=scene.coordinator, **more)


def by_family(act: Callable, **more) -> Act:
    return lambda scene: act(quote_request=scene.request, by=scene.family, **more)


def pass_question_on(scene: Scene) -> None:
    coordinating.pass_question_on(message=scene.enquiry.messages.get(), text="Again?", by=scene.coordinator)


def send_it(scene: Scene) -> None:
    digest = disclose(scene.request).digest
    releasing.release(quote_request=scene.request, preview_digest=digest, by=scene.coordinator)


def release_quote(revision: int) -> Act:
    return lambda scene: releasing.release_quote(
        quote=scene.request.quotes.get(revision=revision), by=scene.coordinator
    )


reopen_request = releasing.reopen_request
REFUSALS = (
    Refusal("to take what is closed", close, to_the_enquiry(coordinating.take), "is closed"),
    Refusal(
        "an empty message", nothing,
        to_the_enquiry(coordinating.write_to_family, text=" \n", wants_answer=True), "write a message",
    ),
    Refusal("an empty note", nothing, to_the_enquiry(coordinating.add_note, text=" "), "write a note"),
    Refusal("a question that was dealt with", handled_question, pass_question_on, "dealt with already"),
    Refusal("closing for no known reason", nothing, lambda scene: close(scene, "tired"), "reason for closing"),
    Refusal("closing while a hospital has it", Scene.sent, close, "still has this request"),
    Refusal("to reopen what is open", nothing, to_the_enquiry(coordinating.reopen), "Only a closed enquiry"),
    Refusal("to turn down what is not there to read", Scene.quoted, by_family(deciding.turn_down), "no quote to turn"),
    Refusal(
        "to withdraw what is closed", close,
        lambda scene: deciding.withdraw_all(enquiry=scene.enquiry, by=scene.family), "already closed",
    ),
    Refusal("to write where it is closed", close, family_writes, "can send a new one at any time"),
    Refusal("to send what was sent before", expired, send_it, "reopen it instead"),
    Refusal("to type in what goes by mail", Scene.sent, to_the_request(releasing.hand_over), "nothing to enter"),
    Refusal(
        "an answer nobody waits for", Scene.declined,
        to_the_request(releasing.pass_answer_on, text="Yes."), "not waiting for an answer",
    ),
    Refusal(
        "an empty answer", Scene.asked,
        to_the_request(releasing.pass_answer_on, text=" "), "what the hospital should read",
    ),
    Refusal(
        "documents for whom nothing was sent", nothing,
        to_the_request(releasing.pass_documents_on), "does not have the request",
    ),
    Refusal("a quote that is out already", Scene.offered, release_quote(1), "released already"),
    Refusal("a quote that was replaced", revised, release_quote(1), "not the hospital's newest word"),
    Refusal("to reopen what is at work", Scene.sent, to_the_request(reopen_request, reason="So."), "Only a declined"),
    Refusal("to reopen without a reason", Scene.declined, to_the_request(reopen_request, reason=" "), "give a reason"),
    Refusal(
        "an answer to what was withdrawn", withdrawn,
        to_the_request(answering.decline, source="fax", **DECLINED), "the request is now “Withdrawn”",
    ),
)  # fmt: skip


@pytest.fixture
def scene(ulm, freiburg, carla, private) -> Scene:
    return Scene(ulm=ulm, freiburg=freiburg, carla=carla)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.case)
def test_is_refused_with_its_reason(scene, refusal):
    refusal.before(scene)
    scene.enquiry.refresh_from_db()
    kept = Event.objects.count(), Notice.objects.count(), list(QuoteRequest.objects.values())
    with pytest.raises(Refused, match=refusal.words):
        refusal.act(scene)
    assert (Event.objects.count(), Notice.objects.count(), list(QuoteRequest.objects.values())) == kept


def handed_over(scene: Scene) -> None:
    QuoteRequest.objects.filter(pk=scene.request.pk).update(channel="phone")
    scene.sent()


TWICE = {
    "confirmed by telephone": (nothing, to_the_enquiry(coordinating.confirm_address)),
    "confirmed by the code": (
        nothing,
        lambda scene: deciding.confirm_address(enquiry=scene.enquiry, by=scene.family),
    ),
    "marked as urgent": (nothing, to_the_enquiry(coordinating.mark_urgent, urgent=True)),
    "handed over": (handed_over, to_the_request(releasing.hand_over)),
}


@pytest.mark.parametrize("done", TWICE)
def test_what_is_done_already_is_done_once(scene, done):
    before, act = TWICE[done]
    before(scene)
    act(scene)
    events = Event.objects.count()
    act(scene)
    assert Event.objects.count() == events


def test_an_expired_request_is_sent_again_and_has_to_be_handed_over_again(scene):
    scene.sent()
    QuoteRequest.objects.filter(pk=scene.request.pk).update(
        state="expired", channel="phone", handed_over_at=timezone.now()
    )
    reopen_request(quote_request=scene.request, reason="They called back.", by=scene.coordinator)
    again = scene.request
    assert (again.state, again.sendings, again.handed_over_at) == ("sent", 2, None)


def test_who_answers_while_the_clock_is_on_its_way_is_not_reminded(scene, monkeypatch):
    coordinating.write_to_family(enquiry=scene.enquiry, text="When?", wants_answer=True, by=scene.coordinator)
    lock = workflow.locked

    def answered_meanwhile(pk):
        monkeypatch.setattr(workflow, "locked", lock)
        family_writes(scene)
        return lock(pk)

    monkeypatch.setattr(workflow, "locked", answered_meanwhile)
    done = tick(now=timezone.now() + timedelta(days=4))
    assert (done["family_reminders"], done["no_reply"]) == (0, 0)
