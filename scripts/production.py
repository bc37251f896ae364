"""An environment such as a real installation has: what `check --deploy` and the tests of the settings start from.
A setting that becomes required is added here and in the README's table."""

import base64
import secrets

OPERATOR_FACTS = ("NAME", "ADDRESS", "RESPONSIBLE", "DATA_PROTECTION", "FUNDING", "EDITORS")


def production() -> dict[str, str]:
    return {
        "DEMO": "0",
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "PORTAL_KEYS": "k1:" + base64.b64encode(secrets.token_bytes(32)).decode(),
        "ALLOWED_HOSTS": "portal.test",
        "SITE_URL": "https://portal.test",
        "DATABASE_URL": "postgresql://portal@127.0.0.1/portal",
        "MAILER_URL": "smtp+tls://relay.test",
        "MAIL_FROM": "ALL Portal <portal@portal.test>",
        "COORDINATORS_EMAIL": "coordinators@portal.test",
        "TRUSTED_PROXIES": "1",
        "OPERATOR_EMAIL": "operator@portal.test",
        **{f"OPERATOR_{fact}": "Made up for a check" for fact in OPERATOR_FACTS},
    }
