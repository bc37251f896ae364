"""One posted enquiry form: its key, answers, picks and traps, read and checked once for whichever page it came to."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from enquiries.family.enquiry.carried import PICKS, answer_names, carried_pairs
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.enquiry.picks import Picked, read_picked
from enquiries.family.enquiry.stamp import FIELD, Stamp, new_stamp, read_stamp

BAIT = "website"
EMERGENCY_SEEN = "emergency_seen"
"""Set by going on from the emergency page, so that it interrupts once."""


def stamp_of(data: QueryDict) -> Stamp:
    return read_stamp(data.get(FIELD, "")) or new_stamp()


def has_seen_emergency(data: QueryDict) -> bool:
    return data.get(EMERGENCY_SEEN) == "yes"


@dataclass(frozen=True)
class Posted:
    data: QueryDict
    stamp: Stamp
    picked: Picked
    form: EnquiryForm
    answers: dict
    """As the form has them; empty while something in it or a hospital is missing, and then the form says what."""
    took_the_bait: bool

    @classmethod
    def read(cls, request: HttpRequest) -> "Posted":
        data = request.POST
        stamp, picked, form = stamp_of(data), read_picked(data), EnquiryForm(data)
        answers = form.answers if form.is_valid() and picked.wanted else {}
        if not picked.wanted:
            sentence = _("Please pick at least one hospital.")
            form.add_error(None, format_html('<a href="#hospitals">{}</a>', sentence))
        return cls(data, stamp, picked, form, answers, bool(data.get(BAIT, "").strip()))

    def hidden(self, *more: str) -> list[tuple[str, str]]:
        """Everything to go on with: answers, picks, key, and the fields named in `more`. Never the bait."""
        names = (*answer_names(), *PICKS, EMERGENCY_SEEN, *more)
        return [*carried_pairs(self.data, names), (FIELD, self.stamp.signed)]
