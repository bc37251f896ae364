"""How long ago, how long until: for people who look at a list all day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# vow days: units to say how long something takes
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HOURS_SHOWN_UP_TO = 48


@dataclass(frozen=True)
class Due:
    """`words` says it without color: "in 3 hours", "2 days overdue"."""

    at: datetime
    words: str
    overdue: bool
    soon: bool


def span(length: timedelta) -> str:
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    hours = minutes // 60
    if hours < HOURS_SHOWN_UP_TO:
        return ngettext("%d hour", "%d hours", hours) % hours
    return ngettext("%d day", "%d days", length.days) % length.days


def due(at: datetime | None, *, now: datetime) -> Due | None:
    if at is None:
        return None
    if at < now:
        return Due(at, _("%(time)s overdue") % {"time": span(now - at)}, True, False)
    return Due(at, _("in %(time)s") % {"time": span(at - now)}, False, at - now < timedelta(hours=4))
