"""Which event tells whom. A Notice row is written here, inside the transaction that caused it; the outbox sends it.

Guaranteed: no mail without its cause, no cause without its mail. Not: that the mail arrives. Held by
tests/enquiries/actions/every/test_one_transaction.py and tests/enquiries/background/test_outbox.py.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from enquiries import codes
from enquiries.models import AccessCode, Enquiry, Event, Notice, QuoteRequest
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.states import ClosedReason
from hospitals.models import Hospital

FAMILY, HOSPITAL, COORDINATORS = (
    Notice.Audience.FAMILY,
    Notice.Audience.HOSPITAL,
    Notice.Audience.COORDINATORS,
)

TOLD: dict[str, tuple[str, ...]] = {
    Occurrence.RECEIVED: (FAMILY, COORDINATORS),
    Occurrence.FAMILY_ASKED: (FAMILY,),
    Occurrence.FAMILY_ANSWERED: (COORDINATORS,),
    Occurrence.FAMILY_REMINDED: (FAMILY,),
    Occurrence.DOCUMENT_ADDED: (COORDINATORS,),
    Occurrence.DOCUMENTS_PASSED_ON: (HOSPITAL,),
    Occurrence.RELEASED: (HOSPITAL, FAMILY),
    Occurrence.REMINDED: (HOSPITAL,),
    Occurrence.QUESTION: (COORDINATORS,),
    Occurrence.QUESTION_PASSED_ON: (FAMILY,),
    Occurrence.INFO_PASSED_ON: (HOSPITAL,),
    Occurrence.QUOTED: (COORDINATORS,),
    Occurrence.QUOTE_REVISED: (COORDINATORS,),
    Occurrence.QUOTE_RELEASED: (FAMILY,),
    Occurrence.DECLINED: (COORDINATORS, FAMILY),
    Occurrence.EXPIRED: (HOSPITAL, COORDINATORS, FAMILY),
    Occurrence.REOPENED: (HOSPITAL, FAMILY),
    Occurrence.WITHDRAWN: (HOSPITAL, FAMILY),
    Occurrence.ACCEPTED: (HOSPITAL, COORDINATORS),
    Occurrence.NOT_SELECTED: (HOSPITAL,),
    Occurrence.CLOSED: (FAMILY,),
    Occurrence.ENQUIRY_REOPENED: (FAMILY,),
    Occurrence.CODE_RENEWED: (FAMILY,),
}
# A hospital's mail that must open its request carries a fresh code; the one before stops working.
BRINGS_NEW_CODE = frozenset(
    {
        Occurrence.RELEASED,
        Occurrence.REMINDED,
        Occurrence.INFO_PASSED_ON,
        Occurrence.REOPENED,
        Occurrence.ACCEPTED,
    }
)
# Each says only that there is something new to read.
SAID_ONCE = frozenset({Occurrence.DOCUMENT_ADDED, Occurrence.FAMILY_ANSWERED})
# Closed as spam: no mail goes to an address that may not be the sender's.
SILENT_CLOSINGS = frozenset({ClosedReason.SPAM})


def queue(event: Event, *, enquiry: Enquiry, quote_request: QuoteRequest | None) -> list[Notice]:
    """The notices that the table hangs on this event; a coordinator is not told of what a coordinator did."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a notice is queued only inside the transaction that causes it")
    if event.kind == Occurrence.CLOSED and event.detail in SILENT_CLOSINGS:
        return []
    return [
        _write(event, audience, enquiry=enquiry, quote_request=quote_request)
        for audience in TOLD.get(event.kind, ())
        if _reaches(audience, event, quote_request) and not _told_already(audience, event)
    ]


def _told_already(audience: str, event: Event) -> bool:
    """Ten files or messages at once are one mail: the first one waits unsent while the others come. So nobody can
    hold up everyone's mail by writing often."""
    if event.kind not in SAID_ONCE:
        return False
    same = Notice.objects.filter(enquiry=event.enquiry, kind=f"{audience}_{event.kind}")
    return same.filter(state=Notice.State.QUEUED).exists()


def _reaches(audience: str, event: Event, quote_request: QuoteRequest | None) -> bool:
    if event.kind == Occurrence.DOCUMENT_ADDED and event.actor != ActorKind.FAMILY:
        return False
    if audience == COORDINATORS and event.actor == ActorKind.COORDINATOR:
        return False
    if audience != HOSPITAL:
        return True
    # By mail only where the hospital takes requests by mail, and only about what it was sent.
    return (
        quote_request is not None
        and quote_request.channel == Hospital.Channel.PORTAL
        and quote_request.sent_at is not None
    )


def _write(event: Event, audience: str, *, enquiry: Enquiry, quote_request: QuoteRequest | None) -> Notice:
    now: datetime = timezone.now()
    return Notice.objects.create(
        kind=f"{audience}_{event.kind}",
        audience=audience,
        enquiry=enquiry,
        quote_request=quote_request,
        code=_code(event, audience, enquiry, quote_request),
        dedupe_key=f"{event.pk}/{audience}",
        language=_language(audience, enquiry, quote_request),
        due_at=now,
        created_at=now,
    )


def _language(audience: str, enquiry: Enquiry, quote_request: QuoteRequest | None) -> str:
    """The family's is what it read in, a hospital's what the house has chosen; the team's own is that of the texts."""
    if audience == FAMILY:
        return enquiry.language
    if audience == HOSPITAL and quote_request is not None:
        return quote_request.hospital.language
    return settings.LANGUAGE_CODE


def _code(
    event: Event, audience: str, enquiry: Enquiry, quote_request: QuoteRequest | None
) -> AccessCode | None:
    if audience == FAMILY:
        return (
            enquiry.codes.usable()
            .filter(purpose=AccessCode.Purpose.FAMILY, by_mail=True)
            .order_by("-pk")
            .first()
        )
    if audience == HOSPITAL and event.kind in BRINGS_NEW_CODE:
        return codes.issue(purpose=AccessCode.Purpose.HOSPITAL, enquiry=enquiry, quote_request=quote_request)
    return None
