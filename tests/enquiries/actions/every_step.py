"""Each step that a person or the clock can take, once: the scene before it, the step, what it leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass

from enquiries.actions import answering, coordinating, deciding, intake, quoting_once, releasing, ticking
from enquiries.documents.keeping import add_document
from tests import factories
from tests.enquiries.actions.scene import (
    BY_FAX,
    DECLINED,
    Scene,
    arrive,
    both_sent,
    by_telephone,
    close,
    family_writes,
    later_document,
    quote,
    release,
    reminded_twice,
    tick,
    trusted,
    unconfirmed,
    write_to_family,
)


@dataclass(frozen=True)
class Step:
    """`happens` and `told` are all events and all mails of it, in their order."""

    of: Callable
    act: Callable[[Scene], object]
    happens: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    before: Callable[[Scene], object] = lambda scene: None
    case: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.of.__name__, self.case]))


def by_coordinator(act: Callable, **more) -> Callable[[Scene], object]:
    return lambda scene: act(enquiry=scene.enquiry, by=scene.coordinator, **more)


STEPS = (
    Step(intake.receive, arrive, ("received",), ("family_received", "coordinators_received")),
    Step(coordinating.take, by_coordinator(coordinating.take), ("taken",)),
    Step(coordinating.write_to_family, write_to_family, ("family_asked",), ("family_family_asked",)),
    Step(
        coordinating.confirm_address,
        by_coordinator(coordinating.confirm_address),
        ("address_confirmed",),
        before=unconfirmed,
        case="by telephone",
    ),
    Step(
        coordinating.pass_question_on,
        lambda scene: coordinating.pass_question_on(
            message=scene.enquiry.messages.get(), text="They ask …", by=scene.coordinator
        ),
        ("question_passed_on",),
        ("family_question_passed_on",),
        before=Scene.asked,
    ),
    Step(
        coordinating.mark_handled,
        lambda scene: coordinating.mark_handled(message=scene.enquiry.messages.get(), by=scene.coordinator),
        before=family_writes,
    ),
    Step(coordinating.mark_urgent, by_coordinator(coordinating.mark_urgent, urgent=True), ("urgent_marked",)),
    Step(coordinating.add_note, by_coordinator(coordinating.add_note, text="Internal.")),
    Step(coordinating.close, close, ("closed",), ("family_closed",)),
    Step(coordinating.close, lambda scene: close(scene, "spam"), ("closed",), case="as spam"),
    Step(
        coordinating.reopen,
        by_coordinator(coordinating.reopen),
        ("enquiry_reopened",),
        ("family_enquiry_reopened",),
        before=close,
    ),
    Step(deciding.write, family_writes, ("family_answered",), ("coordinators_family_answered",)),
    Step(
        deciding.confirm_address,
        lambda scene: deciding.confirm_address(enquiry=scene.enquiry, by=scene.family),
        ("address_confirmed",),
        before=unconfirmed,
    ),
    Step(
        deciding.accept,
        lambda scene: deciding.accept(quote_request=scene.request, by=scene.family),
        ("accepted",),
        ("hospital_accepted", "coordinators_accepted"),
        before=Scene.offered,
    ),
    Step(
        deciding.accept,
        lambda scene: deciding.accept(quote_request=scene.request, by=scene.family, others="close"),
        ("accepted", "withdrawn"),
        ("hospital_accepted", "coordinators_accepted", "hospital_withdrawn", "family_withdrawn"),
        before=both_sent,
        case="and close the others",
    ),
    Step(
        deciding.accept_as_seen,
        lambda scene: deciding.accept_as_seen(quote_request=scene.request, revision=1, by=scene.family),
        ("accepted",),
        ("hospital_accepted", "coordinators_accepted"),
        before=Scene.offered,
    ),
    Step(
        deciding.turn_down,
        lambda scene: deciding.turn_down(quote_request=scene.request, by=scene.family),
        ("not_selected",),
        ("hospital_not_selected",),
        before=Scene.offered,
    ),
    Step(
        deciding.withdraw,
        lambda scene: deciding.withdraw(quote_request=scene.request, by=scene.family),
        ("withdrawn",),
        ("hospital_withdrawn", "family_withdrawn"),
        before=Scene.sent,
    ),
    Step(
        deciding.withdraw_all,
        lambda scene: deciding.withdraw_all(enquiry=scene.enquiry, by=scene.family),
        ("withdrawn", "withdrawn", "closed"),
        ("hospital_withdrawn", "family_withdrawn", "family_withdrawn", "family_closed"),
        before=Scene.sent,
    ),
    Step(
        deciding.renew_code,
        lambda scene: deciding.renew_code(email=scene.enquiry.email),
        ("code_renewed",),
        ("family_code_renewed",),
    ),
    Step(releasing.release, release, ("released",), ("hospital_released", "family_released")),
    Step(
        releasing.hand_over,
        lambda scene: releasing.hand_over(quote_request=scene.request, by=scene.coordinator),
        ("handed_over",),
        before=by_telephone,
    ),
    Step(
        releasing.pass_answer_on,
        lambda scene: releasing.pass_answer_on(
            quote_request=scene.request, text="Below 1 in 10,000.", by=scene.coordinator
        ),
        ("info_passed_on",),
        ("hospital_info_passed_on",),
        before=Scene.asked,
    ),
    Step(
        releasing.pass_documents_on,
        lambda scene: releasing.pass_documents_on(quote_request=scene.request, by=scene.coordinator),
        ("documents_passed_on",),
        ("hospital_documents_passed_on",),
        before=later_document,
    ),
    Step(
        releasing.release_quote,
        lambda scene: releasing.release_quote(quote=scene.request.current_quote, by=scene.coordinator),
        ("quote_released",),
        ("family_quote_released",),
        before=Scene.quoted,
    ),
    Step(
        releasing.release_quote_as_seen,
        lambda scene: releasing.release_quote_as_seen(
            quote_request=scene.request, revision="1", by=scene.coordinator
        ),
        ("quote_released",),
        ("family_quote_released",),
        before=Scene.quoted,
    ),
    Step(
        releasing.reopen_request,
        lambda scene: releasing.reopen_request(
            quote_request=scene.request, reason="A bed is free.", by=scene.coordinator
        ),
        ("reopened",),
        ("hospital_reopened", "family_reopened"),
        before=Scene.declined,
    ),
    Step(
        answering.open_request,
        lambda scene: answering.open_request(quote_request=scene.request, by=scene.hospital),
        ("opened",),
        before=Scene.sent,
    ),
    Step(
        answering.ask,
        lambda scene: answering.ask(quote_request=scene.request, text="MRD?", by=scene.hospital),
        ("question",),
        ("coordinators_question",),
        before=Scene.sent,
    ),
    Step(
        answering.quote,
        lambda scene: quote(scene, scene.hospital),
        ("quoted",),
        ("coordinators_quoted",),
        before=Scene.sent,
    ),
    Step(
        answering.quote,
        lambda scene: quote(scene, scene.hospital),
        ("quote_revised",),
        ("coordinators_quote_revised",),
        before=Scene.quoted,
        case="once more",
    ),
    Step(
        answering.quote,
        lambda scene: quote(scene, scene.coordinator, **BY_FAX),
        ("quoted",),
        before=Scene.sent,
        case="by a coordinator",
    ),
    Step(
        answering.quote,
        lambda scene: quote(scene, scene.hospital),
        ("quoted", "quote_released"),
        ("coordinators_quoted", "family_quote_released"),
        before=trusted,
        case="of a hospital trusted with it",
    ),
    Step(
        quoting_once.quote_once,
        lambda scene: quoting_once.quote_once(
            quote_request=scene.request, facts=factories.quote_facts(), begun_on=0, by=scene.hospital
        ),
        ("quoted",),
        ("coordinators_quoted",),
        before=Scene.sent,
    ),
    Step(
        answering.decline,
        lambda scene: answering.decline(quote_request=scene.request, by=scene.hospital, **DECLINED),
        ("declined",),
        ("coordinators_declined", "family_declined"),
        before=Scene.sent,
    ),
    Step(
        answering.decline,
        lambda scene: answering.decline(
            quote_request=scene.request, by=scene.coordinator, **DECLINED, **BY_FAX
        ),
        ("declined",),
        ("family_declined",),
        before=Scene.sent,
        case="by a coordinator",
    ),
    Step(
        ticking.tick,
        tick(14),
        ("reminded",),
        ("hospital_reminded",),
        before=Scene.sent,
        case="a hospital that is late",
    ),
    Step(
        ticking.tick,
        tick(60),
        ("expired",),
        ("hospital_expired", "coordinators_expired", "family_expired"),
        before=reminded_twice,
        case="a hospital that does not answer",
    ),
    Step(
        ticking.tick,
        tick(4),
        ("family_reminded",),
        ("family_family_reminded",),
        before=write_to_family,
        case="a family we wait for",
    ),
    Step(
        ticking.tick,
        tick(31),
        ("closed",),
        ("family_closed",),
        before=write_to_family,
        case="a family that does not answer",
    ),
    Step(
        add_document,
        lambda scene: scene.document(scene.family),
        ("document_added",),
        ("coordinators_document_added",),
    ),
    Step(
        add_document,
        lambda scene: scene.document(scene.coordinator),
        ("document_added",),
        case="by a coordinator",
    ),
    Step(
        add_document,
        lambda scene: scene.document(scene.hospital, scene.request),
        ("document_added",),
        before=Scene.sent,
        case="by a hospital",
    ),
)
