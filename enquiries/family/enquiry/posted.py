"""One posted enquiry form: its key, answers, picks and traps, read once for whichever page it came to."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from enquiries.family.enquiry.carried import PICKS, answer_names, carried_pairs
from enquiries.family.enquiry.form import EnquiryForm
from enquiries.family.enquiry.picks import wanted
from enquiries.family.enquiry.stamp import FIELD, Stamp, new_stamp, read_stamp
from programs.picks import Picks, read_picks

BAIT = "website"
EMERGENCY_SEEN = "emergency_seen"
"""Set by going on from the emergency page, so that it interrupts once."""


@dataclass
class Posted:
    data: QueryDict
    stamp: Stamp
    picks: Picks

    @classmethod
    def read(cls, request: HttpRequest) -> "Posted":
        data = request.POST
        return cls(data, read_stamp(data.get(FIELD, "")) or new_stamp(), read_picks(data))

    @cached_property
    def form(self) -> EnquiryForm:
        return EnquiryForm(self.data)

    @cached_property
    def wanted(self) -> list:
        return wanted(self.picks)

    @cached_property
    def is_valid(self) -> bool:
        valid = self.form.is_valid()
        if not self.wanted:
            sentence = _("Please pick at least one hospital.")
            self.form.add_error(None, format_html('<a href="#hospitals">{}</a>', sentence))
        return valid and bool(self.wanted)

    @property
    def took_the_bait(self) -> bool:
        return bool(self.data.get(BAIT, "").strip())

    @property
    def has_seen_emergency(self) -> bool:
        return self.data.get(EMERGENCY_SEEN) == "yes"

    def hidden(self, *more: str) -> list[tuple[str, str]]:
        """Everything to go on with: answers, picks, key, and the fields named in `more`. Never the bait."""
        names = (*answer_names(), *PICKS, EMERGENCY_SEEN, *more)
        return [*carried_pairs(self.data, names), (FIELD, self.stamp.signed)]
