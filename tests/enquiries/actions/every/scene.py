"""The scenes before a step, and the steps that take more than a line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding, intake, releasing, ticking
from enquiries.documents.keeping import add_document
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.consents import ConsentGiven
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from hospitals.models import Hospital
from programs.picks import Wish
from tests import factories
from tests.enquiries.files import making

DECLINED = {"reason": "no_capacity", "text": "No bed."}
BY_FAX = {"source": "fax"}


@dataclass
class Scene:
    """A family, its enquiry to Ulm and Freiburg, a coordinator."""

    ulm: Hospital
    freiburg: Hospital
    carla: User
    enquiry: Enquiry = field(init=False)
    in_place_of_coordinator: Actor | None = None

    def __post_init__(self) -> None:
        self.enquiry = factories.make_enquiry(self.ulm, self.freiburg)

    @property
    def family(self) -> Actor:
        return Actor.family(self.enquiry)

    @property
    def coordinator(self) -> Actor:
        return self.in_place_of_coordinator or Actor.coordinator(self.carla)

    @property
    def request(self) -> QuoteRequest:
        return factories.request_to(self.enquiry, self.ulm)

    @property
    def hospital(self) -> Actor:
        return Actor.hospital(self.request)

    def sent(self) -> QuoteRequest:
        return factories.release(self.enquiry, self.ulm, self.carla)

    def asked(self) -> QuoteRequest:
        answering.ask(quote_request=self.sent(), text="MRD?", by=self.hospital)
        return self.request

    def declined(self) -> QuoteRequest:
        answering.decline(quote_request=self.sent(), by=self.hospital, **DECLINED)
        return self.request

    def quoted(self) -> QuoteRequest:
        factories.quote(self.sent())
        return self.request

    def offered(self) -> QuoteRequest:
        factories.release_quote(self.quoted().current_quote, self.carla)
        return self.request

    def document(self, by: Actor, quote_request: QuoteRequest | None = None):
        kind = "quote_letter" if quote_request else "lab"
        upload = making.upload("report.pdf", making.letter())
        return add_document(
            enquiry=self.enquiry, upload=upload, kind=kind, by=by, quote_request=quote_request
        )


def arrive(scene: Scene) -> None:
    hospital = scene.ulm
    intake.receive(
        answers=factories.ANSWERS,
        wishes=[Wish(hospital, [], True)],
        consents=[ConsentGiven("portal", "p"), ConsentGiven("hospital", "h", hospital)],
        submission_key="another",
        language="en",
    )


def release(scene: Scene) -> None:
    digest = disclose(scene.request).digest
    releasing.release(quote_request=scene.request, preview_digest=digest, by=scene.coordinator)


def quote(scene: Scene, by: Actor, **how) -> None:
    answering.quote(quote_request=scene.request, facts=factories.quote_facts(), by=by, **how)


def write_to_family(scene: Scene) -> None:
    coordinating.write_to_family(enquiry=scene.enquiry, text="When?", wants_answer=True, by=scene.coordinator)


def family_writes(scene: Scene) -> None:
    deciding.write(enquiry=scene.enquiry, text="On Monday.", by=scene.family)


def close(scene: Scene, reason: str = "duplicate") -> None:
    coordinating.close(enquiry=scene.enquiry, reason=reason, letter="", by=scene.coordinator)


def unconfirmed(scene: Scene) -> None:
    scene.enquiry.address_confirmed_at, scene.enquiry.address_confirmed_by = None, ""
    scene.enquiry.save()


def both_sent(scene: Scene) -> None:
    scene.offered()
    factories.release(scene.enquiry, scene.freiburg, scene.carla)


def trusted(scene: Scene) -> None:
    scene.sent()
    Hospital.objects.filter(pk=scene.ulm.pk).update(quotes_need_release=False)


def by_telephone(scene: Scene) -> None:
    Hospital.objects.filter(pk=scene.ulm.pk).update(channel="phone")
    QuoteRequest.objects.filter(pk=scene.request.pk).update(channel="phone")
    scene.sent()


def later_document(scene: Scene) -> None:
    scene.sent()
    scene.document(scene.family)


def tick(days: float) -> Callable[[Scene], object]:
    return lambda scene: ticking.tick(now=timezone.now() + timedelta(days=days))


def reminded_twice(scene: Scene) -> None:
    scene.sent()
    for days in (14, 28):
        tick(days)(scene)


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
