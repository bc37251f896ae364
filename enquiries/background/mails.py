"""From a notice to one mail: address, subject and text. No health or personal content, not even a name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from enquiries.codes import code_text
from enquiries.models import Notice
from enquiries.rules import clocks
from ground.berlin import in_berlin
from languages.activation import known


@dataclass(frozen=True)
class Mail:
    to: str
    subject: str
    text: str
    html: str


def compose(notice: Notice) -> Mail | None:
    """None when the mail has lost its sense: an erased address, or a code that was replaced or revoked since."""
    to = _address(notice)
    if not to or (
        notice.code is not None
        and notice.code.revoked_at is not None
        and notice.audience == Notice.Audience.HOSPITAL
    ):
        return None
    with override(known(notice.language)):
        context = _context(notice)
        # A notice's kind is its reader and what happened; what happened is the folder.
        audience, event = notice.kind.split("_", 1)
        subject = " ".join(render_to_string(f"emails/{event}/{audience}_subject.txt", context).split())
        text = render_to_string(f"emails/{event}/{audience}_body.txt", context).strip() + "\n"
        html = render_to_string("emails/letter.html", context | {"subject": subject, "text": text})
    return Mail(to, subject, text, html)


def _address(notice: Notice) -> str:
    if notice.audience == Notice.Audience.FAMILY:
        return notice.enquiry.email
    if notice.audience == Notice.Audience.HOSPITAL:
        return notice.quote_request.hospital.request_email if notice.quote_request else ""
    return settings.COORDINATORS_EMAIL


def _context(notice: Notice) -> dict[str, Any]:
    """What a mail may know: references, the hospital's name, a link, and the reader's own code."""
    quote_request, code, enquiry = notice.quote_request, notice.code, notice.enquiry
    usable = code is not None and code.revoked_at is None
    text = code_text(code) if code is not None and usable else ""
    return {
        "reference": enquiry.reference,
        "answer_due": in_berlin(clocks.FIRST_ANSWER.due(enquiry.created_at, urgent=enquiry.urgent)),
        "request_reference": quote_request.reference if quote_request else "",
        "hospital": quote_request.hospital.name if quote_request else "",
        "due_at": quote_request.due_at if quote_request else None,
        "code": text,
        "link": _link(notice, text),
        "site_url": settings.SITE_URL,
    }


def _link(notice: Notice, code: str) -> str:
    """The code travels in the fragment: browsers send it to no server, and no log ever holds it."""
    if notice.audience == Notice.Audience.COORDINATORS:
        return settings.SITE_URL + reverse("admin:index")
    page = reverse("status:start" if notice.audience == Notice.Audience.FAMILY else "clinic:start")
    return f"{settings.SITE_URL}{page}" + (f"#{code}" if code else "")
