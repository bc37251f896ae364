"""The stays asked for, in words; what a reader is told beside them (who advises) is each reader's own."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.models import Program


def stays_words(programs: Iterable[Program], *, advise: str = "") -> str:
    """`21 days, 31 days; let them advise on the stay`: `advise` is the sentence for it, "" where it is not wished."""
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in _days(programs))
    return "; ".join(part for part in (stays, advise) if part)


def asked_words(programs: Iterable[Program], *, advise: bool) -> str:
    """As a part of the family's own sentences: `21 or 31 days, or what the hospital advises`."""
    days = [str(day) for day in _days(programs)]
    if not days:
        return _("a stay the hospital advises")
    if len(days) == 1:
        words = ngettext("%(days)s day", "%(days)s days", int(days[0])) % {"days": days[0]}
    else:
        words = _("%(days)s or %(last)s days") % {"days": ", ".join(days[:-1]), "last": days[-1]}
    return _("%(stay)s, or what the hospital advises") % {"stay": words} if advise else words


def _days(programs: Iterable[Program]) -> list[int]:
    return sorted(program.stay_days for program in programs)
