"""Access codes: 120 bits, shown once on the receipt and in our mails, stored only as a digest.

A code is HMAC-SHA256 over a random 256-bit nonce, under a key derived from PORTAL_KEYS. So the same code can be
put in a repeated mail or receipt without the database holding anything that opens an enquiry: whoever has the
database alone has neither the code nor the key.

Not guaranteed: that only the right person reads the mail. Held by tests/enquiries/test_codes.py.
"""

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from enquiries.models import AccessCode, Enquiry, QuoteRequest
from enquiries.sealing.keys import active_key_id, key_for
from enquiries.words.references import CROCKFORD
from enquiries.words.typed.codes import GROUP, found_codes

CODE_LETTERS = 24  # 120 bits in base32, which a person can still type
LONG_LETTERS = 52  # given out before; they work on


def issue(*, purpose: str, enquiry: Enquiry, quote_request: QuoteRequest | None = None) -> AccessCode:
    """A fresh code for our mails; every earlier one for the same person and purpose stops working."""
    AccessCode.objects.filter(
        purpose=purpose, enquiry=enquiry, quote_request=quote_request, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())
    return _make(purpose=purpose, enquiry=enquiry, quote_request=quote_request, by_mail=True)


def issue_for_new(enquiry: Enquiry) -> AccessCode:
    """The receipt's code, beside one of its own for the mails: only who reads the mail can confirm the address."""
    _make(purpose=AccessCode.Purpose.FAMILY, enquiry=enquiry, quote_request=None, by_mail=True)
    return _make(purpose=AccessCode.Purpose.FAMILY, enquiry=enquiry, quote_request=None, by_mail=False)


def _make(*, purpose: str, enquiry: Enquiry, quote_request: QuoteRequest | None, by_mail: bool) -> AccessCode:
    now, ends = timezone.now(), purpose == AccessCode.Purpose.HOSPITAL
    code = AccessCode(
        purpose=purpose,
        enquiry=enquiry,
        quote_request=quote_request,
        by_mail=by_mail,
        nonce=secrets.token_hex(32),
        key_id=active_key_id(),
        created_at=now,
        # vow days: how long a code opens; nobody has to act by then
        expires_at=now + timedelta(days=settings.HOSPITAL_CODE_DAYS) if ends else None,
    )
    code.digest = digest(_letters(code, CODE_LETTERS))
    code.save()
    return code


def revoke(*, quote_request: QuoteRequest | None = None, enquiry: Enquiry | None = None) -> None:
    codes = AccessCode.objects.filter(revoked_at__isnull=True)
    codes = codes.filter(quote_request=quote_request) if quote_request else codes.filter(enquiry=enquiry)
    codes.update(revoked_at=timezone.now())


def code_text(code: AccessCode) -> str:
    """The code as people see it, in groups of four letters: six of them, or thirteen of one given out before."""
    letters = _letters(code, CODE_LETTERS)
    if digest(letters) != code.digest:
        letters = _letters(code, LONG_LETTERS)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def redeem(*, typed: str, purpose: str) -> AccessCode | None:
    """The usable code that was typed or pasted; None for a wrong, expired, revoked or superseded one alike."""
    codes = AccessCode.objects.usable().select_related("enquiry", "quote_request__hospital")
    return codes.filter(purpose=purpose, digest__in=digests(typed)).order_by("-pk").first()


def digests(typed: str) -> list[str]:
    """Of all that may be a code in what was typed or pasted."""
    return [digest(letters) for letters in found_codes(typed)]


def digest(letters: str) -> str:
    return hashlib.sha256(letters.encode()).hexdigest()


def _letters(code: AccessCode, count: int) -> str:
    message = f"{code.purpose}/{code.nonce}".encode()
    number = int.from_bytes(hmac.new(key_for("access-codes", code.key_id), message, hashlib.sha256).digest())
    letters = []
    for _position in range(count):
        number, rest = divmod(number, 32)
        letters.append(CROCKFORD[rest])
    return "".join(letters)
