"""Rows made the way the product makes them: an enquiry by `intake.receive`, every step by its action."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module

from django.contrib.auth.models import Group, Permission, User
from django.utils import timezone

from enquiries.actions import answering, coordinating, intake, releasing
from enquiries.models import Consent, Enquiry, Quote, QuoteRequest
from enquiries.rules.consents import ConsentGiven
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from enquiries.words.questions import examples
from hospitals.models import Hospital
from programs.models import Program
from programs.picks import Wish

_numbers = itertools.count(1)
STAYS = (12, 21, 25, 31, 34, 57)
# An answer to every question. Those that name somebody are canaries, which no page may show where it should not.
ANSWERS = examples() | {
    "family_name": "Canary-Haddad",
    "email": "amira.canary@example.org",
    "phone": "+49 30 901820",
    "story": "Canary: the first block ended last week.",
}


def make_hospital(slug: str, **fields) -> Hospital:
    number = next(_numbers)
    values = {
        "name": f"{slug.title()} University Hospital",
        "short_name": slug.title(),
        "city": slug.title(),
        "land": "Baden-Württemberg",
        "land_code": "BW",
        "latitude": 48.4,
        "longitude": 9.9,
        "website": "https://hospital.example.org",
        "position": number,
        "channel": Hospital.Channel.PORTAL,
        "request_email": f"requests@{slug}.example.org",
    } | fields
    hospital = Hospital.objects.create(slug=slug, **values)
    Program.objects.bulk_create([Program(hospital=hospital, stay_days=days) for days in STAYS])
    return hospital


def make_enquiry(
    *hospitals: Hospital, days: int = 21, confirmed: bool = True, key: str = "", **answers
) -> Enquiry:
    wishes = [Wish(hospital, [hospital.programs.get(stay_days=days)], False) for hospital in hospitals]
    consents = [ConsentGiven(Consent.Purpose.PORTAL, "I expressly agree that the portal reads this.")]
    consents += [
        ConsentGiven(Consent.Purpose.HOSPITAL, f"I expressly agree to pass it to {hospital.name}.", hospital)
        for hospital in hospitals
    ]
    receipt = intake.receive(
        answers=ANSWERS | answers,
        wishes=wishes,
        consents=consents,
        submission_key=key or f"key-{next(_numbers)}",
        language="en",
    )
    if confirmed:
        Enquiry.objects.filter(pk=receipt.enquiry.pk).update(
            address_confirmed_at=timezone.now(), address_confirmed_by="family"
        )
    return Enquiry.objects.get(pk=receipt.enquiry.pk)


def make_staff(name: str, group: str) -> User:
    user = User.objects.create_user(name, f"{name}@example.org", "a long test password", is_staff=True)
    user.groups.add(_group(group))
    return user


def _group(name: str) -> Group:
    """A test with real transactions empties the tables, the groups that a migration made too: then as it made them."""
    group, made = Group.objects.get_or_create(name=name)
    if made:
        for wanted in import_module("enquiries.migrations.0002_groups").GROUPS[name]:
            app, _dot, codename = wanted.partition(".")
            group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return group


def request_to(enquiry: Enquiry, hospital: Hospital) -> QuoteRequest:
    return enquiry.requests.select_related("hospital", "enquiry").get(hospital=hospital)


def release(enquiry: Enquiry, hospital: Hospital, coordinator: User) -> QuoteRequest:
    quote_request = request_to(enquiry, hospital)
    return releasing.release(
        quote_request=quote_request,
        preview_digest=disclose(quote_request).digest,
        by=Actor.coordinator(coordinator),
    )


def quote_facts(**fields) -> dict:
    today = timezone.localdate()
    return {
        "amount_low": Decimal("48000.00"),
        "amount_high": Decimal("56000.00"),
        "currency": "EUR",
        "valid_until_on": today + timedelta(days=60),
        "deposit": Decimal("50000.00"),
        "nights": 21,
    } | fields


def quote(quote_request: QuoteRequest, **fields) -> Quote:
    return answering.quote(
        quote_request=quote_request, facts=quote_facts(**fields), by=Actor.hospital(quote_request)
    )


def release_quote(quote: Quote, coordinator: User) -> Quote:
    return releasing.release_quote(quote=quote, by=Actor.coordinator(coordinator))


def ask_family(enquiry: Enquiry, coordinator: User, text: str = "When was the last blood count?") -> None:
    coordinating.write_to_family(
        enquiry=enquiry, text=text, wants_answer=True, by=Actor.coordinator(coordinator)
    )


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
