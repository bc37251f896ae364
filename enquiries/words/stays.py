"""The stays asked for, in words; what a reader is told beside them (who advises) is each reader's own."""

from collections.abc import Iterable

from django.utils.translation import ngettext

from programs.models import Program


def stays_words(programs: Iterable[Program], *, advise: str = "") -> str:
    """`21 days, 31 days; let them advise on the stay`: `advise` is the sentence for it, "" where it is not wished."""
    days = sorted(program.stay_days for program in programs)
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in days)
    return "; ".join(part for part in (stays, advise) if part)
