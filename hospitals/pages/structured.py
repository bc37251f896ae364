"""A hospital in schema.org's words: only what was read in a source. No telephone, no rating, no price."""

from django.conf import settings

from hospitals.fact_keys import FactKey
from hospitals.models import Hospital, HospitalFact

FROM_FACTS = {FactKey.GERMAN_NAME: "alternateName", FactKey.ADDRESS: "address"}


def hospital_data(hospital: Hospital, *, language: str) -> dict:
    """`hospital` comes with its facts prefetched in that language (`with_facts`)."""
    data = {
        "@type": "Hospital",
        "name": hospital.name,
        "url": hospital.website,
        "mainEntityOfPage": settings.SITE_URL + hospital.get_absolute_url(),
    }
    for fact in hospital.facts.all():
        if fact.key in FROM_FACTS and fact.status == HospitalFact.Status.VERIFIED:
            data[FROM_FACTS[FactKey(fact.key)]] = fact.in_language(language).value
    return data
