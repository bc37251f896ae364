"""The form's own key, signed with the time it was made: one form is one enquiry, however often it is sent."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

FIELD = "form_key"
RENEW_AFTER = timedelta(hours=24)


@dataclass(frozen=True)
class Stamp:
    key: str
    """The enquiry's submission_key: a digest of 128 random bits. The form opens the receipt again, so whoever reads
    the database must not be able to make one, not even with SECRET_KEY."""
    signed: str
    """What travels in the form."""
    is_too_fast: bool = False


def new_stamp() -> Stamp:
    token = secrets.token_hex(16)
    return Stamp(_key(token), _signer().sign(token))


def read_stamp(typed: str) -> Stamp | None:
    """None for a key that is not ours. A form left open for days is good, and its next page gets a fresh time."""
    try:
        token = _signer().unsign(typed, max_age=RENEW_AFTER)
    except signing.SignatureExpired:
        token = _signer().unsign(typed)
        return Stamp(_key(token), _signer().sign(token))
    except (signing.BadSignature, ValueError):
        return None
    return Stamp(_key(token), typed, _is_younger(typed, settings.ENQUIRY_LEAST_SECONDS))


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _is_younger(typed: str, seconds: int) -> bool:
    try:
        _signer().unsign(typed, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return seconds > 0


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt="enquiry form")
