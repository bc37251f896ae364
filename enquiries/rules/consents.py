"""The consents of one enquiry, each with the exact words that were shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from enquiries.models import Consent
from enquiries.rules import consent_texts
from enquiries.rules.consent_texts import Explanation
from hospitals.models import Hospital


@dataclass(frozen=True)
class ConsentGiven:
    """One ticked box: `text` is word for word what stood beside it."""

    purpose: str
    text: str
    hospital: Hospital | None = None


@dataclass(frozen=True)
class ConsentsAsked:
    """The boxes of one page, built once: what is shown is what is kept. Each stands here as it is kept if ticked."""

    explanations: list[Explanation]
    portal_statement: str
    """What stands beside the portal's box; with the explanations it is what is kept."""
    portal: ConsentGiven
    hospitals: list[ConsentGiven]
    authority: ConsentGiven | None


def consents_asked(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> ConsentsAsked:
    """In the language in use: for the portal, for each of `hospitals`, and for the authority to act if any."""
    purpose = Consent.Purpose
    explained = consent_texts.explanations(writer=writer)
    portal = consent_texts.portal_statement(writer=writer)
    mine = consent_texts.authority_statement(writer=writer, authority=authority)
    return ConsentsAsked(
        explanations=explained,
        portal_statement=portal,
        portal=ConsentGiven(purpose.PORTAL, consent_texts.as_kept(explained, portal)),
        hospitals=[
            ConsentGiven(purpose.HOSPITAL, consent_texts.hospital_statement(one, writer=writer), one)
            for one in hospitals
        ],
        authority=ConsentGiven(purpose.AUTHORITY, mine) if mine else None,
    )


def consents_for(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> list[ConsentGiven]:
    """As when every box is ticked."""
    asked = consents_asked(hospitals, writer=writer, authority=authority)
    return [asked.portal, *asked.hospitals, *([asked.authority] if asked.authority else [])]
