"""The consents of one enquiry, each with the exact words that were shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from enquiries.models import Consent
from enquiries.rules import consent_texts
from hospitals.models import Hospital


@dataclass(frozen=True)
class ConsentGiven:
    """One ticked box: `text` is word for word what stood beside it."""

    purpose: str
    text: str
    hospital: Hospital | None = None


def consents_for(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> list[ConsentGiven]:
    """In the language in use: for the portal, for each of `hospitals`, and for the authority to act if any."""
    purpose = Consent.Purpose
    given = [ConsentGiven(purpose.PORTAL, consent_texts.portal_text(writer=writer))]
    given += [
        ConsentGiven(purpose.HOSPITAL, consent_texts.hospital_statement(hospital, writer=writer), hospital)
        for hospital in hospitals
    ]
    if statement := consent_texts.authority_statement(writer=writer, authority=authority):
        given.append(ConsentGiven(purpose.AUTHORITY, statement))
    return given
