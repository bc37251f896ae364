"""The consents of one enquiry, each with the exact words that were shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import override

from enquiries.models import Consent
from enquiries.rules import consent_texts
from enquiries.rules.consent_texts import Explanation
from ground.translated import SOURCE
from hospitals.models import Hospital
from languages.activation import language_in_use


@dataclass(frozen=True)
class ConsentGiven:
    """One ticked box: `text` is word for word what stood beside it."""

    purpose: str
    text: str
    hospital: Hospital | None = None
    language: str = SOURCE
    source: str = ""
    """The same in English, if `text` is in another language."""


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
        portal=_kept(
            purpose.PORTAL,
            consent_texts.as_kept(explained, portal),
            again=lambda: consent_texts.as_kept(
                consent_texts.explanations(writer=writer), consent_texts.portal_statement(writer=writer)
            ),
        ),
        hospitals=[_for_hospital(one, writer) for one in hospitals],
        authority=_kept(
            purpose.AUTHORITY,
            mine,
            again=lambda: consent_texts.authority_statement(writer=writer, authority=authority),
        )
        if mine
        else None,
    )


def _for_hospital(hospital: Hospital, writer: str) -> ConsentGiven:
    def statement() -> str:
        return consent_texts.hospital_statement(hospital, writer=writer)

    return _kept(Consent.Purpose.HOSPITAL, statement(), hospital, again=statement)


def _kept(
    purpose: str, text: str, hospital: Hospital | None = None, *, again: Callable[[], str]
) -> ConsentGiven:
    """`again` builds the same text, for its English words; English itself needs it not."""
    language = language_in_use()
    if language == SOURCE:
        return ConsentGiven(purpose, text, hospital)
    with override(SOURCE):
        return ConsentGiven(purpose, text, hospital, language, again())


def consents_for(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> list[ConsentGiven]:
    """As when every box is ticked."""
    asked = consents_asked(hospitals, writer=writer, authority=authority)
    return [asked.portal, *asked.hospitals, *([asked.authority] if asked.authority else [])]
