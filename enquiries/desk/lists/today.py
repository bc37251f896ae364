"""The coordinators' front page: worklists with counts, the days on which our steps fall due, the first few."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.desk.lists import rows, worklists
from enquiries.models import Enquiry
from enquiries.rules.steps import WAITING
from ground.berlin import BERLIN, day_in_berlin
from languages.dates import when

FIRST_FEW = 8
DAYS_SHOWN = 7
TALLEST = 64
STEP_X = 72


def today(user: object) -> dict[str, Any]:
    now = timezone.now()
    return {
        "date": day_in_berlin(now),
        "worklists": _tiles(user, now),
        "week": _week(now),
        "rows": _first_few(user, now),
    }


def _tiles(user: object, now: datetime) -> list[dict[str, Any]]:
    counted = worklists.counts(user=user, now=now)
    address = reverse("admin:enquiries_enquiry_changelist")
    return [
        {
            "label": worklist.label,
            "hint": worklist.hint,
            "count": counted[worklist.slug],
            "urgent": worklist.urgent and counted[worklist.slug] > 0,
            "url": f"{address}?list={worklist.slug}",
        }
        for worklist in worklists.WORKLISTS
        if worklist.counted and worklist.hint
    ]


def _first_few(user: object, now: datetime) -> list[rows.Row]:
    ours = worklists.named(worklists.DEFAULT)
    found = rows.with_rows(worklists.narrowed(Enquiry.objects.all(), ours, user=user, now=now))
    # vow order: sorts the open cases only, which the index on state finds
    return rows.rows(found.order_by(*worklists.in_order(ours))[:FIRST_FEW], now=now)


def _week(now: datetime) -> dict:
    """Bars for an inline drawing: what is overdue, then one bar a day, in Berlin's days."""
    first = day_in_berlin(now)
    # vow days: the days that are drawn
    last = first + timedelta(days=DAYS_SHOWN - 1)
    ours = Enquiry.objects.filter(worklists.OPEN & ~Q(next_step__in=WAITING), next_step_due_at__isnull=False)
    # vow time: the drawing's last midnight, no deadline # vow days: the days that are drawn
    until = datetime.combine(last + timedelta(days=1), datetime.min.time(), BERLIN)
    due = ours.filter(next_step_due_at__lt=until).values_list("next_step_due_at", flat=True)
    # vow days: the days that are drawn
    numbers = dict.fromkeys([None, *(first + timedelta(days=step) for step in range(DAYS_SHOWN))], 0)
    for at in due.iterator():
        assert at is not None  # noqa: S101  (filtered above; for the type checker)
        numbers[None if at < now else day_in_berlin(at)] += 1
    return _drawn(numbers, first)


def _drawn(numbers: dict[date | None, int], first: date) -> dict:
    most = max(1, *numbers.values())
    days = []
    for place, (day, count) in enumerate(numbers.items()):
        height = max(2, round(TALLEST * count / most))
        days.append(
            {
                "label": when(day, "weekday_short") if day else _("overdue"),
                "count": count,
                "overdue": day is None and count > 0,
                "today": day == first,
                "height": height,
                "x": 12 + place * STEP_X,
                "middle": 36 + place * STEP_X,
                "y": 96 - height,
                "text_y": 90 - height,
            }
        )
    return {"days": days, "width": len(days) * STEP_X, "said": _said(days)}


def _said(days: list[dict]) -> str:
    steps = [ngettext("%d step", "%d steps", day["count"]) % day["count"] for day in days]
    return "; ".join(f"{day['label']}: {words}" for day, words in zip(days, steps, strict=True))
