"""The consents of one enquiry, each with the exact words that were shown."""

from collections.abc import Iterable

from enquiries import consent_texts
from enquiries.actions.intake import ConsentGiven
from enquiries.models import Consent
from hospitals.models import Hospital


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
