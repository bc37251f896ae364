"""Who speaks here, in schema.org's words."""

from django.conf import settings

from languages.addresses import address_in


def site_data(*, language: str) -> list[dict]:
    home = settings.SITE_URL + address_in("/", language)
    return [
        {"@type": "WebSite", "name": "ALL Portal", "url": home, "inLanguage": language},
        {"@type": "Organization", "name": settings.OPERATOR_NAME, "url": home},
    ]
