"""Every step a coordinator can take."""

from enquiries.triage import decide_answer, decide_enquiry, decide_exchange, decide_hospital, decide_mail
from enquiries.triage.decision import Decision

STEPS: tuple[type[Decision], ...] = (
    *decide_enquiry.STEPS,
    *decide_hospital.STEPS,
    *decide_exchange.STEPS,
    *decide_answer.STEPS,
    *decide_mail.STEPS,
)
