"""Who speaks here, in schema.org's words."""

from django.conf import settings


def site_data() -> list[dict]:
    home = settings.SITE_URL + "/"
    return [
        {"@type": "WebSite", "name": "ALL Portal", "url": home, "inLanguage": "en"},
        {"@type": "Organization", "name": settings.OPERATOR_NAME, "url": home},
    ]
