"""Decisions on a hospital's answer: entering it for the hospital, and checking a quote before the family sees it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import answering, releasing
from enquiries.desk.decisions.forms import DeclineForm, ReleaseQuoteForm
from enquiries.desk.decisions.quote_entry import EnteredQuoteForm
from enquiries.desk.decisions.row import DeskDecision, Standing, offered_as
from enquiries.desk.decisions.subjects import REQUEST
from enquiries.documents.letters import letter_at_hand
from enquiries.forms.quote_form import facts_of
from enquiries.models import Quote, QuoteRequest
from enquiries.rules.quote_points import quote_points, stated_words
from enquiries.rules.steps import StepKind
from enquiries.words.actors import Actor
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import TRIAGE
from enquiries.words.states import RequestState
from ground.decisions import Words, saying


def where_it_goes(quote_request: QuoteRequest, user: Any) -> list[str]:
    sentences = [_("For an answer that came by telephone, e-mail, fax, letter or the hospital's own form.")]
    if quote_request.current_quote is not None:
        sentences.append(_("It becomes a new revision. The one before is kept as replaced."))
    if not quote_request.hospital.quotes_need_release:
        sentences.append(_("This hospital's quotes need no release: the family reads it at once."))
    return sentences


def last_facts(quote_request: QuoteRequest) -> dict[str, Any]:
    before = quote_request.current_quote
    return facts_of(before) if before else {}


@contextmanager
def with_its_letter(
    quote_request: QuoteRequest, typed: Mapping[str, Any], by: Actor
) -> Iterator[Mapping[str, Any]]:
    with letter_at_hand(quote_request, typed["letter"], by) as keep:
        yield {**typed, "letter": keep}


def enter_quote(quote_request: QuoteRequest, typed: Mapping[str, Any], by: Actor) -> Quote:
    return answering.quote(
        quote_request=quote_request,
        facts=typed["facts"],
        by=by,
        # Kept after the version was compared: it changes the version itself.
        letter=typed["letter"]() if typed["letter"] else None,
        source=typed["source"],
        answered_on=typed["answered_on"],
    )


def offer_the_check(quote_request: QuoteRequest, standing: Standing) -> Words:
    quote = quote_request.current_quote
    quoted = quote_request.enquiry.is_open and quote_request.state == RequestState.QUOTED
    waits = quoted and quote is not None and not quote.released_at
    return _("Check and release the quote") if waits else ""


def newest_revision(quote_request: QuoteRequest) -> dict[str, Any]:
    quote = quote_request.current_quote
    return {"revision": quote.revision if quote else ""}


def what_is_stated(quote_request: QuoteRequest) -> dict[str, Any]:
    quote = quote_request.current_quote
    points = quote_points(quote) if quote else []
    return {
        "quote": quote,
        "points": points,
        "stated": stated_words(points),
        "missing": [point.label for point in points if not point.stated],
    }


ENTER_QUOTE = DeskDecision(
    key="enter-quote",
    on=REQUEST,
    label=gettext_lazy("Enter a quote for the hospital"),
    button=gettext_lazy("Enter the quote"),
    done=gettext_lazy("the quote is entered. Check it, then release it."),
    permission=TRIAGE,
    form=EnteredQuoteForm,
    begins=last_facts,
    causes=(Occurrence.QUOTED, Occurrence.QUOTE_REVISED),
    offer=offered_as(gettext_lazy("Enter a quote")),
    will_happen=where_it_goes,
    at_hand=with_its_letter,
    action=enter_quote,
)
ENTER_DECLINE = DeskDecision(
    key="enter-decline",
    on=REQUEST,
    label=gettext_lazy("Enter the hospital's refusal"),
    button=gettext_lazy("Enter the refusal"),
    done=gettext_lazy("the refusal is entered."),
    permission=TRIAGE,
    form=DeclineForm,
    causes=(Occurrence.DECLINED,),
    offer=offered_as(gettext_lazy("Enter a refusal")),
    action=lambda quote_request, typed, by: answering.decline(quote_request=quote_request, by=by, **typed),
)
RELEASE_QUOTE = DeskDecision(
    key="release-quote",
    on=REQUEST,
    label=gettext_lazy("Check the quote and release it"),
    button=gettext_lazy("Release it to the family"),
    done=gettext_lazy("the family can read the quote."),
    permission=TRIAGE,
    form=ReleaseQuoteForm,
    begins=newest_revision,
    causes=(Occurrence.QUOTE_RELEASED,),
    does=(StepKind.CHECK_QUOTE,),
    offer=offer_the_check,
    will_happen=saying(
        gettext_lazy(
            "The family reads it beside the other quotes, with “not stated” where the hospital said nothing."
        ),
        gettext_lazy("If something important is missing, ask the hospital first."),
    ),
    shows=what_is_stated,
    action=lambda quote_request, typed, by: releasing.release_quote_as_seen(
        quote_request=quote_request, revision=typed["revision"], by=by
    ),
    template="admin/enquiries/release_quote.html",
)
