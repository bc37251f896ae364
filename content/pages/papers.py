"""Which papers are wanted when, on the way from the enquiry to admission. Each line rests on the references it names;
what the hospitals themselves ask for stands in their facts."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from content.models import Reference
from content.pages.sources import Source

RECORDS = ("ULM-INT2", "FF-INT")
ALL_TESTS = ("ACSTEST", "MLL")
STEPS = ("HD-FAQ", "FF-INT", "UKE")
VISA = ("VISA-KIG", "VISA-TAS", "VISA-GT")


@dataclass(frozen=True)
class Paper:
    text: Any
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    step: Any
    title: Any
    when: Any
    papers: tuple[Paper, ...]


STAGES = (
    Stage(
        _("Step 1"),
        _("With the enquiry"),
        _("Copies, never originals. In German or English. They may follow after the enquiry."),
        (
            Paper(_("Recent doctors' letters, with the treatment so far"), RECORDS),
            Paper(_("Laboratory values, with the latest blood counts"), RECORDS),
            Paper(_("Pictures, such as scans"), RECORDS),
            Paper(_("The bone marrow report"), ALL_TESTS),
            Paper(_("The marker report (immunophenotype)"), ALL_TESTS),
            Paper(_("Chromosome and gene results"), ALL_TESTS),
            Paper(_("All MRD results"), ALL_TESTS),
            Paper(_("Every drug, with its dose"), ALL_TESTS),
        ),
    ),
    Stage(
        _("Steps 3 to 5"),
        _("When the offer has come"),
        _("The hospital confirms the appointment after the deposit."),
        (
            Paper(_("The hospital's offer with the cost estimate (Kostenvoranschlag)"), STEPS),
            Paper(_("Proof that the deposit is paid"), STEPS),
            Paper(
                _(
                    "If you are insured in the EU, the EEA or Switzerland: the form S2; the insurer must agree"
                    " beforehand, so ask early"
                ),
                ("YE-S2", "EUPAT", "CHFI"),
            ),
            Paper(
                _("For Heidelberg's invitation: copies of the passports of patient and companion"),
                ("HD-VISA",),
            ),
        ),
    ),
    Stage(
        _("Step 6"),
        _("For the visa, if you need one"),
        _("Each embassy has its own list. These are commonly on it."),
        (
            Paper(_("A passport"), VISA),
            Paper(_("The letter from the hospital with date, length and cost"), VISA),
            Paper(_("Proof of payment"), VISA),
            Paper(_("A statement from the doctor at home"), VISA),
            Paper(_("Travel insurance of at least 30,000 euros"), VISA),
            Paper(_("Proof of ties to the home country"), VISA),
            Paper(
                _(
                    "For who comes along: a visa of their own if the rules ask for one, insurance, money to live on"
                ),
                ("HD-VISA", "VISA-TAS", "VISA-SRAC"),
            ),
        ),
    ),
    Stage(
        _("Step 6"),
        _("Before the journey"),
        _("This part is our own safety advice, built on the sources named here."),
        (
            Paper(_("A hematologist's word that the patient can travel now"), ("ONKO12", "OCP", "CRUK-PH")),
            Paper(
                _("Who treats the patient before and after the stay: name and number"), ("CRUK-PH", "TEACHEY")
            ),
            Paper(_("Who interprets, agreed beforehand"), ("TUEB", "UKE")),
            Paper(_("The printed page with the signs that cannot wait, filled in"), ("NICE151", "BCUK-NS")),
        ),
    ),
)


@dataclass
class Numbering:
    """Numbers references in the order in which a page names them."""

    known: dict[str, Reference]
    language: str
    order: dict[str, int] = field(default_factory=dict)

    def of(self, keys: tuple[str, ...]) -> list[int]:
        return [self.order.setdefault(key, len(self.order) + 1) for key in keys if key in self.known]

    def sources(self) -> list[Source]:
        return [
            Source(number, self.known[key].in_language(self.language), [])
            for key, number in self.order.items()
        ]


def stages_with_sources(
    language: str,
) -> tuple[list[tuple[Stage, list[tuple[Any, list[int]]]]], list[Source]]:
    """Each stage with (text, numbers) rows, and the numbered sources. One query."""
    wanted = {key for stage in STAGES for paper in stage.papers for key in paper.keys}
    known = Reference.objects.with_words(language).in_bulk(wanted, field_name="key")
    numbering = Numbering(known, language)
    rows = [(stage, [(paper.text, numbering.of(paper.keys)) for paper in stage.papers]) for stage in STAGES]
    return rows, numbering.sources()
