"""The answers as they are read back before sending, in the order in which they were asked."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.words.questions.parts import Asked
from enquiries.words.questions.readings import rows
from ground.sections import Section
from hospitals.models import Hospital
from programs.models import Program


def summary(answers: dict) -> list[Section[str]]:
    return [Section(str(part.title), rows(part, answers.__getitem__), part.name) for part in Asked.ALL]


def wishes_words(programs: list[Program], advise: bool) -> str:
    """`21 days, 31 days; let them advise on the stay`"""
    days = [program.stay_days for program in programs]
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in sorted(days))
    if not advise and programs:
        return stays
    return "; ".join(filter(None, [stays, _("let them advise on the stay")]))


def picks_rows(wanted: list[tuple[Hospital, list[Program], bool]]) -> list[tuple[str, str]]:
    return [(hospital.name, wishes_words(programs, advise)) for hospital, programs, advise in wanted]
