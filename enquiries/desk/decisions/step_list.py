"""Every step a coordinator can take."""

from enquiries.desk.decisions import answer as decide_answer
from enquiries.desk.decisions import enquiry as decide_enquiry
from enquiries.desk.decisions import exchange as decide_exchange
from enquiries.desk.decisions import hospital as decide_hospital
from enquiries.desk.decisions import mail as decide_mail
from enquiries.desk.decisions.decision import Decision

STEPS: tuple[type[Decision], ...] = (
    *decide_enquiry.STEPS,
    *decide_hospital.STEPS,
    *decide_exchange.STEPS,
    *decide_answer.STEPS,
    *decide_mail.STEPS,
)
