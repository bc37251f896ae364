"""The answers as they are read back before sending, in the order in which they were asked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.words import choices
from enquiries.words.choices import Writer
from enquiries.words.months import month_words
from hospitals.models import Hospital
from programs.models import Program


@dataclass(frozen=True)
class Part:
    anchor: str
    title: str
    rows: list[tuple[str, str]]


def summary(answers: dict) -> list[Part]:
    return [
        Part("emergency", _("Emergency"), _emergency(answers)),
        Part("who", _("Who is ill"), _who(answers)),
        Part("patient", _("The patient"), _patient(answers)),
        Part("you", _("You"), _you(answers)),
        Part("now", _("How it is now"), _now(answers)),
        Part("illness", _("The illness"), _illness(answers)),
        Part("wishes", _("When, and who would pay"), _wishes(answers)),
    ]


def wishes_words(programs: list[Program], advise: bool) -> str:
    """`21 days, 31 days; let them advise on the stay`"""
    days = [program.stay_days for program in programs]
    stays = ", ".join(ngettext("%d day", "%d days", day) % day for day in sorted(days))
    if not advise and programs:
        return stays
    return "; ".join(filter(None, [stays, _("let them advise on the stay")]))


def picks_rows(wanted: list[tuple[Hospital, list[Program], bool]]) -> list[tuple[str, str]]:
    return [(hospital.name, wishes_words(programs, advise)) for hospital, programs, advise in wanted]


def _emergency(answers: dict) -> list[tuple[str, str]]:
    signs = _("Fever, bleeding, trouble breathing, chest pain or a seizure")
    return [(signs, choices.label(choices.YesNoUnknown, answers["emergency_signs"]))]


def _who(answers: dict) -> list[tuple[str, str]]:
    rows = [(_("You said"), str(Writer(answers["writer"]).label))]
    if answers["relationship"]:
        rows.append((_("To the patient you are"), answers["relationship"]))
    if answers["writer"] in (Writer.PARENT, Writer.REPRESENTATIVE):
        rows.append((_("You may act because"), choices.label(choices.Authority, answers["authority"])))
    return rows


def _patient(answers: dict) -> list[tuple[str, str]]:
    return [
        (_("Born"), month_words(answers["birth_month"])),
        (_("Lives in"), choices.country_name(answers["country"])),
        (_("Sex"), choices.label(choices.Sex, answers["sex"])),
    ]


def _you(answers: dict) -> list[tuple[str, str]]:
    rows = [
        (_("Name"), f"{answers['given_name']} {answers['family_name']}".strip()),
        (_("E-mail"), answers["email"]),
        (_("We write in"), choices.language_name(answers["preferred_language"])),
        (_("Phone"), answers["phone"]),
    ]
    if answers["phone_when"]:
        rows.append((_("Best time to call"), answers["phone_when"]))
    return rows


def _illness(answers: dict) -> list[tuple[str, str]]:
    treatments = [choices.label(choices.Treatment, code) for code in answers["treatments"]]
    return [
        (_("Diagnosis"), choices.label(choices.Diagnosis, answers["diagnosis"])),
        (_("Type of ALL"), choices.label(choices.LeukemiaType, answers["leukemia_type"])),
        (_("Found in"), month_words(answers["diagnosed_month"])),
        (_("Treatment so far"), ", ".join(treatments)),
        (_("In your words"), answers["story"]),
    ]


def _now(answers: dict) -> list[tuple[str, str]]:
    yes_no = choices.YesNoUnknown
    return [
        (_("In hospital"), choices.label(yes_no, answers["in_hospital_now"])),
        (_("Treatment started"), choices.label(yes_no, answers["treatment_started"])),
        (_("Can travel, a doctor thinks"), choices.label(yes_no, answers["fit_to_travel"])),
    ]


def _wishes(answers: dict) -> list[tuple[str, str]]:
    return [
        (_("From"), month_words(answers["earliest_month"]) or _("as soon as possible")),
        (_("Who would pay"), choices.label(choices.PaymentRoute, answers["payment_route"])),
    ]
