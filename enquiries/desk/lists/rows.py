"""A worklist's lines, prepared before the template: no query and no translation per line beyond what is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from enquiries.desk.times import Due, due, span
from enquiries.models import Enquiry, Notice, QuoteRequest
from enquiries.models.notice import UNDELIVERED
from enquiries.rules.steps import WAITING, StepKind
from enquiries.words.states import EnquiryState


@dataclass(frozen=True)
class Row:
    reference: str
    url: str
    urgent: bool
    state: str
    state_label: str
    step_label: str
    waiting: bool
    due: Due | None
    age: str
    received_at: datetime
    assigned_to: str
    hospitals: list[str]
    undelivered: bool
    address_unconfirmed: bool


def with_rows(enquiries: QuerySet) -> QuerySet:
    """What `rows` reads: three queries whatever the number of lines. No encrypted field among it."""
    requests = QuoteRequest.objects.select_related("hospital").only(
        "enquiry_id", "state", "hospital__short_name", "uid"
    )
    undelivered = Notice.objects.filter(enquiry=OuterRef("pk"), state__in=UNDELIVERED)
    return (
        enquiries.select_related("assigned_to")
        .only(
            "reference",
            "urgent",
            "state",
            "next_step",
            "next_step_due_at",
            "created_at",
            "address_confirmed_at",
            "uid",
            "assigned_to__username",
        )
        .annotate(has_undelivered=Exists(undelivered))
        # vow order: at most one request a hospital, for the lines of one page
        .prefetch_related(Prefetch("requests", queryset=requests.order_by("hospital__position", "pk")))
    )


def rows(enquiries: Iterable[Enquiry], *, now: datetime) -> list[Row]:
    pattern = reverse("admin:enquiries_enquiry_change", args=["_"])
    steps, states = dict(StepKind.choices), dict(EnquiryState.choices)
    return [_row(enquiry, pattern, steps, states, now) for enquiry in enquiries]


def _row(enquiry: Enquiry, pattern: str, steps: dict, states: dict, now: datetime) -> Row:
    ago = _("%(time)s ago")
    hospitals = [quote_request.hospital.short_name for quote_request in enquiry.requests.all()]
    return Row(
        reference=enquiry.reference,
        url=pattern.replace("/_/", f"/{enquiry.reference}/"),
        urgent=enquiry.urgent,
        state=enquiry.state,
        state_label=str(states.get(enquiry.state, enquiry.state)),
        step_label=str(steps.get(enquiry.next_step, "")),
        waiting=enquiry.next_step in WAITING,
        due=due(enquiry.next_step_due_at, now=now),
        age=ago % {"time": span(now - enquiry.created_at)},
        received_at=enquiry.created_at,
        assigned_to=enquiry.assigned_to.get_username() if enquiry.assigned_to else "",
        hospitals=hospitals,
        undelivered=enquiry.has_undelivered,  # type: ignore[attr-defined]
        address_unconfirmed=enquiry.address_confirmed_at is None,
    )
