"""Made-up enquiries in different states, for a demo only. Every person is invented; every address is example.org."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User

from enquiries.actions import answering, coordinating, deciding, intake, releasing
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.consents import consents_for
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from enquiries.words.questions import examples
from enquiries.words.quote_facts.choices import Refundable, Room
from enquiries.words.states import DeclineReason
from ground.berlin import today_in_berlin
from hospitals.models import Hospital
from programs.models import Program
from programs.picks import Wish

KEY = "demo-{}"
UNSAID = dict.fromkeys(("sex", "phone", "phone_when", "story", "earliest_month"), "")
"""What many a family leaves open."""


@dataclass(frozen=True)
class DemoEnquiry:
    name: str
    code: str


def make_demo_enquiries() -> list[DemoEnquiry]:
    """Makes what is missing and returns each story with its family's access code; safe to run again."""
    stories = {
        "new": _new,
        "question": _waiting_for_family,
        "with-hospitals": _with_hospitals,
        "quotes": _quotes,
        "declined": _declined,
    }
    return [DemoEnquiry(name, story(KEY.format(name)).code) for name, story in stories.items()]


def _coordinator() -> Actor:
    user = User.objects.filter(groups__name="coordinator").order_by("pk").first()
    if user is None:
        raise RuntimeError("a demo needs its staff first")
    return Actor.coordinator(user)


def _send(key: str, wishes: dict[str, list[int]], **answers: Any) -> tuple[intake.Receipt, bool]:
    """The receipt, and whether the enquiry is new."""
    known = Enquiry.objects.filter(submission_key=key).exists()
    asked = []
    for slug, days in wishes.items():
        hospital = Hospital.objects.get(slug=slug)
        programs = list(Program.objects.filter(hospital=hospital, stay_days__in=days))
        asked.append(Wish(hospital, programs, not days))
    common = (
        examples() | UNSAID | {"preferred_language": "en", "diagnosed_month": f"{today_in_berlin():%Y-%m}"}
    )
    receipt = intake.receive(
        answers=common | answers,
        wishes=asked,
        consents=consents_for(
            [wish.hospital for wish in asked],
            writer=(common | answers)["writer"],
            authority=(common | answers)["authority"],
        ),
        submission_key=key,
        language="en",
    )
    return receipt, not known


def _request(receipt: intake.Receipt, slug: str) -> QuoteRequest:
    return receipt.enquiry.requests.select_related("hospital", "enquiry").get(hospital__slug=slug)


def _release_all(receipt: intake.Receipt, by: Actor) -> None:
    deciding.confirm_address(enquiry=receipt.enquiry, by=Actor.family(receipt.enquiry))
    coordinating.take(enquiry=receipt.enquiry, by=by)
    for quote_request in receipt.enquiry.requests.select_related("hospital"):
        releasing.release(quote_request=quote_request, preview_digest=disclose(quote_request).digest, by=by)


def _new(key: str) -> intake.Receipt:
    receipt, _is_new = _send(
        key,
        {"ulm": [21], "heidelberg": []},
        writer="patient",
        given_name="Daniel",
        family_name="Example",
        email="daniel@example.org",
        birth_month="1998-06",
        country="PT",
        diagnosis="suspected",
        leukemia_type="unknown",
        treatment_started="no",
        treatments=[],
        relationship="",
        authority="",
    )
    return receipt


def _waiting_for_family(key: str) -> intake.Receipt:
    receipt, is_new = _send(
        key,
        {"frankfurt": [31], "aachen": [31]},
        given_name="Lina",
        family_name="Sample",
        email="lina@example.org",
        birth_month="2021-02",
        country="GE",
    )
    if is_new:
        text = "Thank you. Could you add the newest doctor's letter, in English or German?"
        coordinating.write_to_family(enquiry=receipt.enquiry, text=text, wants_answer=True, by=_coordinator())
    return receipt


def _with_hospitals(key: str) -> intake.Receipt:
    receipt, is_new = _send(
        key,
        {"ulm": [25], "heidelberg": [25], "freiburg": []},
        given_name="Omar",
        family_name="Model",
        email="omar@example.org",
        birth_month="2017-11",
        country="EG",
        story="Second block of chemotherapy since last week. No infection at the moment.",
    )
    if is_new:
        _release_all(receipt, _coordinator())
        ulm = _request(receipt, "ulm")
        answering.open_request(quote_request=ulm, by=Actor.hospital(ulm))
        answering.ask(
            quote_request=ulm, text="Is there an MRD result after the first block?", by=Actor.hospital(ulm)
        )
    return receipt


def _facts(low: int, high: int, **more: Any) -> dict[str, Any]:
    today = today_in_berlin()
    return {
        "amount_low": Decimal(low),
        "amount_high": Decimal(high),
        "currency": "EUR",
        "valid_until_on": today + timedelta(days=60),
        "included": "Ward care, laboratory, chemotherapy named in the letter",
        "not_included": "Medicines after discharge, interpreter",
    } | more


def _quotes(key: str) -> intake.Receipt:
    receipt, is_new = _send(
        key,
        {"ulm": [21], "freiburg": [21], "frankfurt": [21]},
        given_name="Mira",
        family_name="Specimen",
        email="mira@example.org",
        birth_month="2019-05",
        country="AM",
    )
    if not is_new:
        return receipt
    by = _coordinator()
    _release_all(receipt, by)
    today = today_in_berlin()
    ulm, freiburg = _request(receipt, "ulm"), _request(receipt, "freiburg")
    from_ulm = _facts(
        48000,
        56000,
        deposit=Decimal(56000),
        deposit_refundable=Refundable.SURPLUS,
        nights=21,
        room=Room.TWIN,
        assumptions="No intensive care; no stem cell transplantation.",
        earliest_admission_on=today + timedelta(days=12),
        final_invoice_weeks_low=8,
        final_invoice_weeks_high=12,
    )
    from_freiburg = _facts(
        61400,
        61400,
        deposit=Decimal(61400),
        nights=31,
        room=Room.SINGLE,
        companion="One parent may sleep in the room.",
        final_invoice_weeks_low=8,
        final_invoice_weeks_high=8,
    )
    for quote_request, facts in ((ulm, from_ulm), (freiburg, from_freiburg)):
        answering.open_request(quote_request=quote_request, by=Actor.hospital(quote_request))
        quote = answering.quote(quote_request=quote_request, facts=facts, by=Actor.hospital(quote_request))
        releasing.release_quote(quote=quote, by=by)
    return receipt


def _declined(key: str) -> intake.Receipt:
    receipt, is_new = _send(
        key,
        {"aachen": [57]},
        writer="representative",
        relationship="brother",
        authority="power_of_attorney",
        given_name="Petra",
        family_name="Placeholder",
        email="petra@example.org",
        birth_month="1961-09",
        country="BG",
        diagnosis="relapse",
    )
    if is_new:
        _release_all(receipt, _coordinator())
        quote_request = _request(receipt, "aachen")
        text = "At the moment there is no bed on our ward, and waiting would not be safe."
        answering.decline(
            quote_request=quote_request,
            reason=DeclineReason.NO_CAPACITY,
            text=text,
            by=Actor.hospital(quote_request),
        )
    return receipt
