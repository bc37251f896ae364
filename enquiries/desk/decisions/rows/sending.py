"""Decisions that bring the enquiry to a hospital: release by its channel, hand-over, and what was handed over."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import releasing
from enquiries.desk.addresses import enquiry_url
from enquiries.desk.decisions.forms import ReleaseForm
from enquiries.desk.decisions.row import DeskDecision, Standing, offered_as, only_read
from enquiries.desk.decisions.subjects import REQUEST, SENT_REQUEST
from enquiries.models import Enquiry, QuoteRequest
from enquiries.rules.disclosure import disclose
from enquiries.rules.steps import StepKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import TRIAGE
from enquiries.words.refusal import Refused
from enquiries.words.states import CLOCK_RUNS, RequestState
from ground.decisions import Words
from hospitals.models import Hospital


def waiting_for_release(enquiry: Enquiry) -> list[QuoteRequest]:
    pending = enquiry.requests.filter(state=RequestState.PENDING).select_related("hospital")
    return list(pending.order_by("hospital__position", "pk"))


def why_not_sent(quote_request: QuoteRequest, user: Any) -> str:
    """In the words of the rule that the sending itself goes by."""
    if quote_request.state != RequestState.PENDING:
        return ""
    try:
        releasing.check_releasable(quote_request)
    except Refused as refusal:
        return str(refusal)
    return ""


def by_portal(quote_request: QuoteRequest) -> bool:
    return quote_request.channel == Hospital.Channel.PORTAL


def how_it_gets_there(quote_request: QuoteRequest, user: Any) -> list[str]:
    if by_portal(quote_request):
        return [
            _("The hospital opens this page with a code from its mail. It reads exactly what stands below.")
        ]
    return [
        _("This hospital takes no request through the portal."),
        _(
            "After sending you get a copy sheet with what stands below, to enter in its own form or to tell it."
        ),
    ]


def preview(quote_request: QuoteRequest) -> dict[str, Any]:
    waiting = [pending.pk for pending in waiting_for_release(quote_request.enquiry)]
    place = waiting.index(quote_request.pk) + 1 if quote_request.pk in waiting else 0
    return {"disclosure": disclose(quote_request), "place": place, "waiting": len(waiting)}


def after_sending(quote_request: QuoteRequest) -> str:
    return next_to_send(quote_request) if by_portal(quote_request) else HAND_OVER.url(quote_request)


def next_to_send(quote_request: QuoteRequest) -> str:
    for waiting in waiting_for_release(quote_request.enquiry):
        return RELEASE.url(waiting)
    return enquiry_url(quote_request.enquiry)


def waits_for_us(quote_request: QuoteRequest) -> bool:
    with_hospital = quote_request.enquiry.is_open and quote_request.state in CLOCK_RUNS
    return with_hospital and quote_request.waits_for_hand_over


def offer_to_hand_over(quote_request: QuoteRequest, standing: Standing) -> Words:
    if not waits_for_us(quote_request):
        return ""
    by_phone = quote_request.channel == Hospital.Channel.PHONE
    return _("Tell it by telephone") if by_phone else _("Enter it in its form")


def offer_copy_sheet(quote_request: QuoteRequest, standing: Standing) -> Words:
    handed_over = quote_request.sent_at is not None and not waits_for_us(quote_request)
    return _("Copy sheet") if handed_over and not by_portal(quote_request) else ""


def how_to_tell_it(quote_request: QuoteRequest, user: Any) -> list[str]:
    if quote_request.channel == Hospital.Channel.PHONE:
        return [_("Call the hospital and tell it what stands on the copy sheet below.")]
    return [_("Open the hospital's form and copy the values from the sheet below, one by one.")]


def sheet(quote_request: QuoteRequest) -> dict[str, Any]:
    return {"disclosure": disclose(quote_request), "form_url": quote_request.hospital.own_form_url}


RELEASE = DeskDecision(
    key="release",
    on=REQUEST,
    label=gettext_lazy("Send to hospitals"),
    button=gettext_lazy("Send it to this hospital"),
    done=gettext_lazy("sent."),
    permission=TRIAGE,
    needs=why_not_sent,
    form=ReleaseForm,
    begins=lambda quote_request: {"digest": disclose(quote_request).digest},
    causes=(Occurrence.RELEASED,),
    does=(StepKind.RELEASE,),
    offer=offered_as(gettext_lazy("Preview and send")),
    will_happen=how_it_gets_there,
    shows=preview,
    action=lambda quote_request, typed, by: releasing.release(
        quote_request=quote_request, preview_digest=typed["digest"], by=by
    ),
    goes_on=after_sending,
    template="admin/enquiries/release.html",
)
HAND_OVER = DeskDecision(
    key="hand-over",
    on=REQUEST,
    label=gettext_lazy("Give it to the hospital yourself"),
    button=gettext_lazy("The hospital has it now"),
    done=gettext_lazy("noted: the hospital has it."),
    permission=TRIAGE,
    causes=(Occurrence.HANDED_OVER,),
    does=(StepKind.HAND_OVER,),
    offer=offer_to_hand_over,
    will_happen=how_to_tell_it,
    shows=sheet,
    action=lambda quote_request, typed, by: releasing.hand_over(quote_request=quote_request, by=by),
    goes_on=next_to_send,
    template="admin/enquiries/hand_over.html",
)
COPY_SHEET = DeskDecision(
    key="copy-sheet",
    on=SENT_REQUEST,
    label=gettext_lazy("Copy sheet"),
    permission=TRIAGE,
    offer=offer_copy_sheet,
    shows=sheet,
    action=only_read,
    template="admin/enquiries/copy_sheet.html",
)
