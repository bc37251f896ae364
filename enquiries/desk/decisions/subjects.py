"""What a decision may be about, and how it is found below its enquiry's address: never another enquiry's."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404

from enquiries.models import Enquiry, Message, Notice, QuoteRequest
from enquiries.words.actors import ActorKind


@dataclass(frozen=True, kw_only=True)
class Kind[Subject]:
    model: type[Model]
    pattern: str
    """The part of the address that names the subject."""
    find: Callable[[Enquiry, Any], Subject]
    """(enquiry, what stood in the address); raises Http404."""
    key: Callable[[Subject], object]
    """What stands for the subject in the address."""
    enquiry: Callable[[Subject], Enquiry]
    quote_request: Callable[[Subject], QuoteRequest | None]
    names_hospital: bool = False
    """Whether what is said afterwards begins with the hospital's name."""


def request_of(enquiry: Enquiry, key: str) -> QuoteRequest:
    requests = enquiry.requests.select_related("hospital").prefetch_related("quotes", "programs")
    return get_object_or_404(requests, reference=key)


def sent_request_of(enquiry: Enquiry, key: str) -> QuoteRequest:
    found = request_of(enquiry, key)
    if found.sent_at is None:
        raise Http404
    return found


def message_of(enquiry: Enquiry, key: Any) -> Message:
    return get_object_or_404(enquiry.messages.select_related("quote_request__hospital"), uid=key)


def question_of(enquiry: Enquiry, key: Any) -> Message:
    found = message_of(enquiry, key)
    if found.author != ActorKind.HOSPITAL:
        raise Http404
    return found


def notice_of(enquiry: Enquiry, key: Any) -> Notice:
    return get_object_or_404(enquiry.notices.select_related("quote_request__hospital"), uid=key)


ENQUIRY = Kind[Enquiry](
    model=Enquiry,
    pattern="",
    find=lambda enquiry, key: enquiry,
    key=lambda enquiry: "",
    enquiry=lambda enquiry: enquiry,
    quote_request=lambda enquiry: None,
)
REQUEST = Kind[QuoteRequest](
    model=QuoteRequest,
    pattern="<str:key>/",
    find=request_of,
    key=lambda quote_request: quote_request.reference,
    enquiry=lambda quote_request: quote_request.enquiry,
    quote_request=lambda quote_request: quote_request,
    names_hospital=True,
)
SENT_REQUEST = replace(REQUEST, find=sent_request_of)
MESSAGE = Kind[Message](
    model=Message,
    pattern="<uuid:key>/",
    find=message_of,
    key=lambda message: message.uid,
    enquiry=lambda message: message.enquiry,
    quote_request=lambda message: message.quote_request,
)
QUESTION = replace(MESSAGE, find=question_of)
NOTICE = Kind[Notice](
    model=Notice,
    pattern="<uuid:key>/",
    find=notice_of,
    key=lambda notice: notice.uid,
    enquiry=lambda notice: notice.enquiry,
    quote_request=lambda notice: notice.quote_request,
)
