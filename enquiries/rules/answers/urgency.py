"""The urgency lane: which answers put an enquiry on top of the worklist with the short clock."""

from enquiries.models import Enquiry
from enquiries.words.choices import Diagnosis, YesNoUnknown

KNOWN_OR_SUSPECTED = frozenset({Diagnosis.CONFIRMED, Diagnosis.SUSPECTED, Diagnosis.RELAPSE})


def is_urgent(enquiry: Enquiry) -> bool:
    """Emergency signs now, or a leukemia that is known or suspected and not treated yet: ALL is an emergency
    (facts: untreated it is fatal within weeks to months)."""
    if enquiry.emergency_signs == YesNoUnknown.YES:
        return True
    return enquiry.treatment_started == YesNoUnknown.NO and enquiry.diagnosis in KNOWN_OR_SUSPECTED
