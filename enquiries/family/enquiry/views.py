"""From the answers to the sending. Nothing is kept before it is sent: no draft, no session."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from enquiries.actions import intake
from enquiries.family.enquiry import pages
from enquiries.family.enquiry.consent_form import ConsentForm
from enquiries.family.enquiry.flood import minutes_until_taken
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.enquiry.picks import read_picked
from enquiries.family.enquiry.posted import Posted, has_seen_emergency, stamp_of
from enquiries.family.enquiry.receipt import to_receipt
from enquiries.family.enquiry.stamp import new_stamp
from enquiries.models import Enquiry


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """A POST is the way back from a later page: the answers stand there again, unchecked."""
    if request.method != "POST":
        return _blank(request)
    data = request.POST
    return pages.form_page(
        request,
        EnquiryForm.refilled(data),
        picked=read_picked(data),
        stamp=stamp_of(data),
        seen=has_seen_emergency(data),
    )


def _blank(request: HttpRequest) -> HttpResponse:
    """Also for who comes to a later page by its address, without answers."""
    return pages.form_page(request, EnquiryForm(), picked=read_picked(request.GET), stamp=new_stamp())


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _blank(request)
    posted = Posted.read(request)
    if refusal := _refuse_answers(request, posted):
        return refusal
    if posted.form.signs_of_emergency and not has_seen_emergency(posted.data):
        return pages.emergency_page(request, posted)
    return pages.check_page(request, posted, _consent_form(posted))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _blank(request)
    posted = Posted.read(request)
    known = Enquiry.objects.filter(submission_key=posted.stamp.key).first()
    if known is not None:
        return to_receipt(request, known, sent_again=posted)
    if refusal := _refuse_answers(request, posted):
        return refusal
    consent = _consent_form(posted, bound=True)
    if not consent.is_valid():
        return pages.check_page(request, posted, consent)
    if minutes := minutes_until_taken(request, email=posted.answers["email"], claim=posted.stamp.key):
        return pages.again_page(request, posted, pages.too_many(minutes), *consent.fields)
    receipt = intake.receive(
        answers=posted.answers,
        wishes=posted.picked.wanted,
        consents=consent.given,
        submission_key=posted.stamp.key,
        language=get_language() or settings.LANGUAGE_CODE,
    )
    return to_receipt(request, receipt.enquiry, sent_again=None if receipt.is_new else posted)


def _refuse_answers(request: HttpRequest, posted: Posted) -> HttpResponse | None:
    if not posted.answers:
        return pages.form_page(
            request,
            posted.form,
            picked=posted.picked,
            stamp=posted.stamp,
            seen=has_seen_emergency(posted.data),
        )
    ticked = [name for name in posted.data if name.startswith("consent_")]
    if posted.took_the_bait:
        return pages.again_page(request, posted, pages.bait_taken(), *ticked)
    if posted.stamp.is_too_fast:
        return pages.again_page(request, posted, pages.too_fast(), *ticked)
    return None


def _consent_form(posted: Posted, *, bound: bool = False) -> ConsentForm:
    return ConsentForm(
        posted.data if bound else None,
        hospitals=posted.picked.hospitals,
        writer=posted.answers["writer"],
        authority=posted.answers["authority"],
    )
