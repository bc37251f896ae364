"""From the answers to the sending. Nothing is kept before it is sent: no draft, no session."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from enquiries.actions import intake
from enquiries.entry.limits import DAY, HOUR, allow, client_ip, mailbox, minutes_to_wait
from enquiries.family.enquiry import pages
from enquiries.family.enquiry.consent_form import ConsentForm
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.enquiry.posted import Posted
from enquiries.family.enquiry.receipt import to_receipt
from enquiries.family.enquiry.stamp import new_stamp
from enquiries.models import Enquiry
from programs.picks import read_picks


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """A POST is the way back from a later page: the answers stand there again, unchecked."""
    if request.method == "POST":
        posted = Posted.read(request)
        form = EnquiryForm.refilled(posted.data)
        return pages.form_page(
            request, form, picks=posted.picks, stamp=posted.stamp, seen=posted.has_seen_emergency
        )
    return _blank(request)


def _blank(request: HttpRequest) -> HttpResponse:
    """Also for who comes to a later page by its address, without answers."""
    return pages.form_page(request, EnquiryForm(), picks=read_picks(request.GET), stamp=new_stamp())


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _blank(request)
    posted = Posted.read(request)
    if refusal := _refuse_answers(request, posted):
        return refusal
    if posted.form.signs_of_emergency and not posted.has_seen_emergency:
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
    if known is None:
        if refusal := _refuse_answers(request, posted):
            return refusal
        consent = _consent_form(posted, bound=True)
        if not consent.is_valid():
            return pages.check_page(request, posted, consent)
        if refusal := _refuse_flood(request, posted, consent):
            return refusal
        known = _receive(posted, consent)
    return to_receipt(request, known, posted)


def _refuse_answers(request: HttpRequest, posted: Posted) -> HttpResponse | None:
    if not posted.is_valid:
        return pages.form_page(
            request, posted.form, picks=posted.picks, stamp=posted.stamp, seen=posted.has_seen_emergency
        )
    ticked = [name for name in posted.data if name.startswith("consent_")]
    if posted.took_the_bait:
        return pages.again_page(request, posted, pages.bait_taken(), *ticked)
    if posted.stamp.is_too_fast:
        return pages.again_page(request, posted, pages.too_fast(), *ticked)
    return None


def _refuse_flood(request: HttpRequest, posted: Posted, consent: ConsentForm) -> HttpResponse | None:
    """Per connection, per mailbox that we would write to, and in all."""
    email = mailbox(posted.form.answers["email"])
    minutes = _minutes_to_wait(ip=client_ip(request), email=email, claim=posted.stamp.key)
    return pages.again_page(request, posted, pages.too_many(minutes), *consent.fields) if minutes else None


def _minutes_to_wait(*, ip: str, email: str, claim: str) -> int:
    lately = Enquiry.objects.filter(created_at__gt=timezone.now() - timedelta(hours=1)).count()
    if lately >= settings.ENQUIRIES_PER_HOUR:
        return 10
    for scope, key, limit, window in (
        ("enquiry-ip", ip, settings.ENQUIRIES_PER_IP_PER_HOUR, HOUR),
        ("enquiry-email", email, settings.ENQUIRIES_PER_EMAIL_PER_DAY, DAY),
    ):
        if not allow(scope=scope, key=key, limit=limit, window_seconds=window, claim=claim):
            return minutes_to_wait(scope=scope, key=key, limit=limit)
    return 0


def _receive(posted: Posted, consent: ConsentForm) -> Enquiry:
    receipt = intake.receive(
        answers=posted.form.answers,
        picks=posted.wanted,
        consents=consent.consents(),
        submission_key=posted.stamp.key,
        language=get_language() or settings.LANGUAGE_CODE,
    )
    return receipt.enquiry


def _consent_form(posted: Posted, *, bound: bool = False) -> ConsentForm:
    answers = posted.form.answers
    return ConsentForm(
        posted.data if bound else None,
        hospitals=[hospital for hospital, _programs, _advise in posted.wanted],
        writer=answers["writer"],
        authority=answers["authority"],
    )
