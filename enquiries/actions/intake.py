"""An enquiry arrives: the enquiry, its requests, consents, code, event and notices in ONE transaction.

Held by tests/enquiries/actions/test_intake.py.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from enquiries import codes
from enquiries.models import AccessCode, Consent, ConsentText, Enquiry, QuoteRequest
from enquiries.rules import workflow
from enquiries.rules.answers import found_by
from enquiries.rules.answers.urgency import is_urgent
from enquiries.rules.consents import ConsentGiven
from enquiries.words.actors import Actor
from enquiries.words.occurrences import Occurrence
from ground.berlin import day_in_berlin
from ground.translated import SOURCE, LanguageState, digest_of
from languages.made import how_made
from programs.picks import Wish


@dataclass(frozen=True)
class Receipt:
    enquiry: Enquiry
    code: str
    is_new: bool = False
    """Whether this very call has made the enquiry."""


def receive(
    *,
    answers: dict[str, Any],
    wishes: list[Wish],
    consents: list[ConsentGiven],
    submission_key: str,
    language: str,
) -> Receipt:
    """Idempotent by `submission_key`: the same form sent again, at once or much later, gives the same receipt.

    Only hospitals with a consent are asked. Raises ValueError if none is left: the form must have refused that.
    """
    if existing := _already(submission_key):
        return existing
    consented = {given.hospital.pk for given in consents if given.hospital is not None}
    wanted = [wish for wish in wishes if wish.hospital.pk in consented]
    if not wanted:
        raise ValueError("an enquiry needs at least one hospital with consent")
    try:
        with transaction.atomic(durable=True):
            return _write(answers, wanted, consents, submission_key, language)
    except IntegrityError:
        # Two identical forms raced: the other one has won, and its receipt is ours.
        if existing := _already(submission_key):
            return existing
        raise


def receipt_for(enquiry: Enquiry) -> Receipt:
    """The receipt once more; its code is empty when the family has had it replaced since. Raises nothing."""
    code = enquiry.codes.usable().filter(purpose=AccessCode.Purpose.FAMILY, by_mail=False).first()
    return Receipt(enquiry, codes.code_text(code) if code else "")


def _already(submission_key: str) -> Receipt | None:
    enquiry = Enquiry.objects.filter(submission_key=submission_key).first()
    return receipt_for(enquiry) if enquiry else None


def _write(
    answers: dict[str, Any],
    wishes: list[Wish],
    consents: list[ConsentGiven],
    submission_key: str,
    language: str,
) -> Receipt:
    now = timezone.now()
    enquiry = Enquiry(
        submission_key=submission_key, language=language, created_at=now, state_changed_at=now, **answers
    )
    enquiry.urgent = is_urgent(enquiry)
    found_by.set_indexes(enquiry)
    enquiry.save()
    found_by.write_finding_words(enquiry)
    for wish in wishes:
        _ask(enquiry, wish, now)
    _keep_consents(enquiry, consents, now)
    code = codes.issue_for_new(enquiry)
    workflow.happened(enquiry, Occurrence.RECEIVED, by=Actor.family(enquiry), at=now)
    return Receipt(enquiry, codes.code_text(code), is_new=True)


def _ask(enquiry: Enquiry, wish: Wish, now: datetime) -> None:
    quote_request = QuoteRequest.objects.create(
        enquiry=enquiry,
        hospital=wish.hospital,
        channel=wish.hospital.channel,
        advise=wish.advise or not wish.programs,
        state_changed_at=now,
        created_at=now,
    )
    quote_request.programs.set(wish.programs)


def _kept_text(given: ConsentGiven, now: datetime) -> ConsentText:
    """The English row first, where the words shown were made from it. Words that are as in English are that row."""
    if given.language == SOURCE:
        return _text_row(given.text, purpose=given.purpose)
    source = _text_row(given.source, purpose=given.purpose)
    state, on = how_made(given.language) or (LanguageState.MACHINE, day_in_berlin(now))
    return _text_row(
        given.text,
        purpose=given.purpose,
        language=given.language,
        language_state=state,
        language_state_on=on,
        source=source,
        source_digest=digest_of([source.text]),
    )


def _text_row(text: str, **values: Any) -> ConsentText:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    # vow state: a text has no such column
    row, _made = ConsentText.objects.get_or_create(sha256=sha256, defaults={**values, "text": text})
    return row


def _keep_consents(enquiry: Enquiry, consents: list[ConsentGiven], now: datetime) -> None:
    for given in consents:
        text = _kept_text(given, now)
        Consent.objects.create(
            enquiry=enquiry,
            purpose=given.purpose,
            hospital=given.hospital,
            text=text,
            writer=enquiry.writer,
            given_at=now,
        )
