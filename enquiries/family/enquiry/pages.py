"""The pages of the enquiry up to its sending."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.family.enquiry.consent_form import ConsentForm
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.enquiry.picks import Picked, build_offers
from enquiries.family.enquiry.posted import BAIT, EMERGENCY_SEEN, Posted
from enquiries.family.enquiry.stamp import FIELD, Stamp
from enquiries.family.enquiry.summary import summary, wishes_rows
from enquiries.models import Enquiry
from enquiries.rules import clocks
from enquiries.rules.answers.urgency import is_urgent

UNPROCESSABLE, TOO_MANY = 422, 429


@dataclass(frozen=True)
class Again:
    """Why the same form is asked for once more. Whoever is asked keeps everything."""

    title: str
    text: str
    status: int = UNPROCESSABLE
    minutes: int = 0


def form_page(
    request: HttpRequest, form: EnquiryForm, *, picked: Picked, stamp: Stamp, seen: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "offers": build_offers(picked),
        "picks": picked.picks,
        "wishes_rows": wishes_rows(picked.wanted),
        "hidden": [(FIELD, stamp.signed), *([(EMERGENCY_SEEN, "yes")] if seen else [])],
        "no_hospital": form.is_bound and not picked.wanted,
        "bait": BAIT,
        "first_answer": first_answer_words(),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "enquiry/form.html", context, status=status)


def emergency_page(request: HttpRequest, posted: Posted) -> HttpResponse:
    hidden = [pair for pair in posted.hidden() if pair[0] != EMERGENCY_SEEN]
    return render(request, "enquiry/emergency.html", {"hidden": hidden, "seen": EMERGENCY_SEEN})


def check_page(request: HttpRequest, posted: Posted, consent: ConsentForm) -> HttpResponse:
    context = {
        "parts": summary(posted.answers),
        "wishes_rows": wishes_rows(posted.picked.wanted),
        "explanations": consent.asked.explanations,
        "form": consent,
        "hidden": posted.hidden(),
        "bait": BAIT,
        "email": posted.answers["email"],
        "first_answer": first_answer_words(urgent=is_urgent(Enquiry(**posted.answers))),
    }
    status = UNPROCESSABLE if consent.is_bound else 200
    return render(request, "enquiry/check.html", context, status=status)


def again_page(request: HttpRequest, posted: Posted, again: Again, *more: str) -> HttpResponse:
    """The same post once more, to the same address: one button, everything in hidden fields."""
    context = {"again": again, "hidden": posted.hidden(*more)}
    response = render(request, "enquiry/again.html", context, status=again.status)
    if again.minutes:
        response.headers["Retry-After"] = str(again.minutes * 60)
    return response


def too_fast() -> Again:
    return Again(
        _("Please press once more"),
        _("That was quicker than most people can read it, so we ask whether you are one. Nothing is lost."),
    )


def bait_taken() -> Again:
    return Again(
        _("Please send it once more"),
        _(
            "A field that people do not see was filled in; programs that fill in forms by themselves do that. We have "
            "emptied it. Nothing else is lost."
        ),
    )


def too_many(minutes: int) -> Again:
    wait = ngettext("%(minutes)d minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}
    return Again(
        _("Please wait a little"),
        _(
            "Many enquiries came in a short time, perhaps from others who share your connection. Please leave this "
            "page open and try again in %(wait)s. Nothing is lost; your answers stay on this page."
        )
        % {"wait": wait},
        TOO_MANY,
        minutes,
    )


def first_answer_words(*, urgent: bool = False) -> str:
    """The promise of the first human answer, as the settings have it."""
    if urgent:
        hours = clocks.FIRST_ANSWER.amount(urgent=True)
        return ngettext("within %(hours)d working hour", "within %(hours)d working hours", hours) % {
            "hours": hours
        }
    days = clocks.FIRST_ANSWER.amount()
    return ngettext("within %(days)d working day", "within %(days)d working days", days) % {"days": days}
