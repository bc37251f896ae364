"""The consents of one enquiry, each with the exact words that were shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

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
    """The same in English."""


@dataclass(frozen=True)
class ConsentsAsked:
    """The boxes of one page, built once: what is shown is what is kept. Each stands here as it is kept if ticked."""

    explanations: list[Explanation]
    portal_statement: str
    """What stands beside the portal's box; with the explanations it is what is kept."""
    portal: ConsentGiven
    hospitals: list[ConsentGiven]
    authority: ConsentGiven | None


@dataclass(frozen=True)
class _Texts:
    """All the words of one page, in one language."""

    explanations: list[Explanation]
    portal_statement: str
    portal: str
    """Both, as they are kept."""
    hospitals: list[str]
    authority: str


def consents_asked(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> ConsentsAsked:
    """In the language in use: for the portal, for each of `hospitals`, and for the authority to act if any."""
    asked, language = list(hospitals), language_in_use()
    shown = english = _texts(asked, writer, authority)
    if language != SOURCE:
        with override(SOURCE):
            english = _texts(asked, writer, authority)
    given, purpose = partial(ConsentGiven, language=language), Consent.Purpose
    mine = given(purpose.AUTHORITY, shown.authority, source=english.authority) if shown.authority else None
    return ConsentsAsked(
        explanations=shown.explanations,
        portal_statement=shown.portal_statement,
        portal=given(purpose.PORTAL, shown.portal, source=english.portal),
        hospitals=[
            given(purpose.HOSPITAL, text, hospital, source=source)
            for hospital, text, source in zip(asked, shown.hospitals, english.hospitals, strict=True)
        ],
        authority=mine,
    )


def _texts(hospitals: list[Hospital], writer: str, authority: str) -> _Texts:
    explained = consent_texts.explanations(writer=writer)
    statement = consent_texts.portal_statement(writer=writer)
    return _Texts(
        explained,
        statement,
        consent_texts.as_kept(explained, statement),
        [consent_texts.hospital_statement(one, writer=writer) for one in hospitals],
        consent_texts.authority_statement(writer=writer, authority=authority),
    )


def consents_for(hospitals: Iterable[Hospital], *, writer: str, authority: str = "") -> list[ConsentGiven]:
    """As when every box is ticked."""
    asked = consents_asked(hospitals, writer=writer, authority=authority)
    return [asked.portal, *asked.hospitals, *([asked.authority] if asked.authority else [])]
