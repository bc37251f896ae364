"""The family's zone: a code of the family opens its enquiry."""

from enquiries.entry.door import Door
from enquiries.entry.kept import Kept
from enquiries.models import AccessCode, Enquiry

FAMILY = Door[Enquiry](
    purpose=AccessCode.Purpose.FAMILY,
    space="status",
    inside="status:enquiry",
    opens=lambda code: code.enquiry,
    language=lambda enquiry: enquiry.language,
    keeps={"write": Kept(("text",), along=("about",))},
)
