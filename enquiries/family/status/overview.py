"""The family's page: where each hospital stands, the quotes side by side, messages, documents, the story so far."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from enquiries.family.door import FAMILY
from enquiries.family.status import comparison as status_comparison
from enquiries.family.status import story as status_story
from enquiries.family.status import words as status_words
from enquiries.models import Enquiry, Message, Quote, QuoteRequest
from enquiries.rules.choosing import is_withdrawal_offered
from enquiries.words.actors import ActorKind
from ground.berlin import today_in_berlin

STORY_SHOWN = 6


def own_requests(enquiry: Enquiry) -> list[QuoteRequest]:
    """All of the family's requests with what the page shows of them, in three queries."""
    quotes = Prefetch("quotes", Quote.objects.select_related("letter"))
    requests = list(enquiry.requests.select_related("hospital").prefetch_related("programs", quotes))
    for quote_request in requests:
        quote_request.enquiry = enquiry
    return requests


def question_of_ours(enquiry: Enquiry, messages: list[Message]) -> Message | None:
    """The newest message of ours, while we wait for the family's answer."""
    if enquiry.asked_family_at is None or not enquiry.is_open:
        return None
    ours = [message for message in messages if message.author != ActorKind.FAMILY]
    return ours[-1] if ours else None


@FAMILY.zone()
@require_http_methods(["GET", "HEAD"])
def overview(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    requests = own_requests(enquiry)
    messages = list(
        enquiry.messages.for_family().select_related("quote_request__hospital").order_by("created_at", "pk")
    )
    events = list(enquiry.events.select_related("quote_request__hospital"))
    readings = list(enquiry.access_log.select_related("quote_request__hospital"))
    told = status_story.story(events)
    withdrawable = [quote_request for quote_request in requests if is_withdrawal_offered(quote_request)]
    context = {
        "enquiry": enquiry,
        "sentences": status_words.now_sentences(enquiry, requests),
        "progress": status_words.progress(enquiry, requests),
        "stands": [status_words.stand(quote_request) for quote_request in requests],
        "comparison": status_comparison.compare(requests, today=today_in_berlin()),
        "question": question_of_ours(enquiry, messages),
        "thread": messages,
        "documents": list(enquiry.documents.from_family()),
        "story": told[:STORY_SHOWN],
        "story_before": told[STORY_SHOWN:],
        "readers": status_story.readers(readings),
        "can_withdraw": enquiry.is_open and bool(withdrawable),
        "withdrawable": withdrawable,
        "visit": status_words.visit_words(),
        "done": request.session.pop("done", ""),
    }
    return render(request, "status/enquiry.html", context)
