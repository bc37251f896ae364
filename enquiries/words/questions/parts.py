"""Under which title an answer is asked and read. A part belongs to one reader: who has no part of a question never
reads its answer."""

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reader(Enum):
    FAMILY = auto()
    COORDINATOR = auto()
    HOSPITAL = auto()
    """Each hospital to which a coordinator has passed the enquiry on, the chosen one too."""
    CHOSEN_HOSPITAL = auto()


# Compared by identity: two readers may have parts of the same name.
@dataclass(frozen=True, eq=False)
class Part:
    name: str
    title: str | Promise
    reader: Reader


class Asked:
    """The groups of the family's form, read back to it on the check page; the name is the group's anchor."""

    EMERGENCY = Part("emergency", _("Emergency"), Reader.FAMILY)
    WHO = Part("who", _("Who is ill"), Reader.FAMILY)
    PATIENT = Part("patient", _("The patient"), Reader.FAMILY)
    YOU = Part("you", _("You"), Reader.FAMILY)
    NOW = Part("now", _("How it is now"), Reader.FAMILY)
    ILLNESS = Part("illness", _("The illness"), Reader.FAMILY)
    WISHES = Part("wishes", _("When, and who would pay"), Reader.FAMILY)

    ALL = (EMERGENCY, WHO, PATIENT, YOU, NOW, ILLNESS, WISHES)


class Desk:
    """The coordinator's page of an enquiry."""

    CONTACT = Part("contact", _("Who writes"), Reader.COORDINATOR)
    PATIENT = Part("patient", _("The patient"), Reader.COORDINATOR)
    ILLNESS = Part("illness", _("The illness"), Reader.COORDINATOR)
    NOW = Part("now", _("Now"), Reader.COORDINATOR)


class Sheet:
    """What a hospital reads."""

    WISHES = Part("wishes", _("What is asked for"), Reader.HOSPITAL)
    PATIENT = Part("patient", _("Patient"), Reader.HOSPITAL)
    ILLNESS = Part("illness", _("Illness"), Reader.HOSPITAL)
    WRITER = Part("writer", _("Who writes"), Reader.HOSPITAL)
    CONTACT = Part("contact", _("How to reach the family"), Reader.CHOSEN_HOSPITAL)
