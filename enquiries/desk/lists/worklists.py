"""The coordinators' worklists: which enquiries each holds, and how many, in two queries for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.models import Enquiry, Message, Notice, Quote, QuoteRequest
from enquiries.models.notice import UNDELIVERED
from enquiries.rules.steps import WAITING, StepKind
from enquiries.words import states
from enquiries.words.states import EnquiryState, RequestState

# Named states, not "all but closed": only so do the databases use the index on (state, next_step_due_at).
OPEN = Q(state__in=states.OPEN)


@dataclass(frozen=True)
class Worklist:
    """`condition` gets the user and the time. `counted`: small enough to count on every page."""

    slug: str
    label: str | Promise
    condition: Callable[[object, datetime], Q]
    hint: str | Promise = ""
    counted: bool = True
    urgent: bool = False


def _has(rows: QuerySet) -> Q:
    return Q(Exists(rows))


def _to_send() -> Q:
    pending = QuoteRequest.objects.filter(enquiry=OuterRef("pk"), state=RequestState.PENDING)
    return OPEN & Q(asked_family_at__isnull=True) & _has(pending)


def _questions() -> Q:
    return OPEN & _has(Message.objects.unpassed_questions().filter(enquiry=OuterRef("pk")))


def _letters() -> Q:
    return OPEN & _has(Message.objects.unread_from_family().filter(enquiry=OuterRef("pk")))


def _quotes() -> Q:
    unreleased = Quote.objects.filter(
        quote_request__enquiry=OuterRef("pk"),
        quote_request__state=RequestState.QUOTED,
        superseded_at__isnull=True,
        released_at__isnull=True,
    )
    return OPEN & _has(unreleased)


def _undelivered() -> Q:
    return Q(pk__in=Notice.objects.filter(state__in=UNDELIVERED).values("enquiry_id"))


WORKLISTS: tuple[Worklist, ...] = (
    Worklist(
        "to-do",
        _("To do"),
        lambda user, now: OPEN & ~Q(next_step__in=WAITING),
        _("Everything that waits for one of us"),
    ),
    Worklist(
        "overdue",
        _("Overdue"),
        lambda user, now: OPEN & Q(next_step_due_at__lt=now),
        _("The next step's time is over"),
        urgent=True,
    ),
    Worklist(
        "urgent",
        _("Urgent"),
        lambda user, now: OPEN & Q(urgent=True),
        _("Ill now, or marked by one of us"),
        urgent=True,
    ),
    Worklist(
        "new",
        _("New"),
        lambda user, now: Q(state=EnquiryState.RECEIVED, first_answered_at__isnull=True),
        _("Nobody has answered yet"),
    ),
    Worklist("to-send", _("To send"), lambda user, now: _to_send(), _("A hospital does not have it yet")),
    Worklist("questions", _("Questions to pass on"), lambda user, now: _questions(), _("A hospital asks")),
    Worklist("letters", _("Messages from families"), lambda user, now: _letters(), _("Not answered yet")),
    Worklist(
        "quotes",
        _("Quotes to release"),
        lambda user, now: _quotes(),
        _("To be checked, then shown to the family"),
    ),
    Worklist(
        "needs-info",
        _("Needs info"),
        lambda user, now: Q(state=EnquiryState.NEEDS_INFO),
        _("The family is asked"),
    ),
    Worklist(
        "waiting",
        _("Waiting for hospitals"),
        lambda user, now: OPEN & Q(next_step=StepKind.WAIT_HOSPITALS),
        _("They have it, their time runs"),
    ),
    Worklist(
        "undelivered",
        _("Undelivered mail"),
        lambda user, now: _undelivered(),
        _("A mail did not arrive"),
        urgent=True,
    ),
    Worklist("mine", _("Mine"), lambda user, now: OPEN & Q(assigned_to=user), _("Taken by you")),
    Worklist(
        "unassigned",
        _("Unassigned"),
        lambda user, now: OPEN & Q(assigned_to__isnull=True),
        _("Nobody has taken it"),
    ),
    Worklist("open", _("All open"), lambda user, now: OPEN),
    Worklist("closed", _("Closed"), lambda user, now: ~OPEN, counted=False),
    Worklist("all", _("All"), lambda user, now: Q(), counted=False),
)
BY_SLUG = {worklist.slug: worklist for worklist in WORKLISTS}
DEFAULT = "to-do"


def named(slug: str | None) -> Worklist:
    """The worklist of that name, or what waits for us."""
    return BY_SLUG.get(slug or "", BY_SLUG[DEFAULT])


def narrowed(
    enquiries: QuerySet[Enquiry], worklist: Worklist, *, user: object, now: datetime | None = None
) -> QuerySet[Enquiry]:
    return enquiries.filter(worklist.condition(user, now or timezone.now()))


def in_order(worklist: Worklist) -> list:
    """Open work: urgent first, then what is due soonest. Lists that only grow: newest first, along the index."""
    if worklist.counted:
        return ["-urgent", F("next_step_due_at").asc(nulls_last=True), "-created_at", "-id"]
    return ["-created_at", "-id"]


def counts(*, user: object, now: datetime | None = None) -> dict[str, int]:
    """How many enquiries each counted worklist holds."""
    now = now or timezone.now()
    counted = [worklist for worklist in WORKLISTS if worklist.counted and worklist.slug != "undelivered"]
    columns = {
        worklist.slug.replace("-", "_"): Count("pk", filter=worklist.condition(user, now))
        for worklist in counted
    }
    found = Enquiry.objects.filter(OPEN).order_by().aggregate(**columns)
    undelivered = Notice.objects.filter(state__in=UNDELIVERED).order_by()
    found["undelivered"] = undelivered.aggregate(n=Count("enquiry_id", distinct=True))["n"]
    return {slug.replace("_", "-"): number for slug, number in found.items()}
