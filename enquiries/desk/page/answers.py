"""What the family answered, with the words it chose from."""

from functools import partial

from enquiries.models import Enquiry
from enquiries.words.questions.parts import Desk
from enquiries.words.questions.readings import rows
from ground.sections import Rows, Section


def sections(enquiry: Enquiry) -> list[Section[str]]:
    return [
        Section(str(part.title), rows(part, partial(getattr, enquiry)))
        for part in (Desk.PATIENT, Desk.ILLNESS, Desk.NOW)
    ]


def contact(enquiry: Enquiry) -> Rows[str]:
    return rows(Desk.CONTACT, partial(getattr, enquiry))
