"""Who will be told of a decision, in words, read from the table that queues the mails."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from enquiries.models import Notice, QuoteRequest
from enquiries.rules.notices import TOLD
from hospitals.models import Hospital


def mails_about(occurrences: Iterable[str], quote_request: QuoteRequest | None) -> list[str]:
    words = []
    # Each audience once, in the table's order, whatever number of events tells it.
    for audience in dict.fromkeys(audience for what in occurrences for audience in TOLD.get(what, ())):
        if audience == Notice.Audience.FAMILY:
            words.append(
                _("The family gets a mail: it says that something new is on its status page, and no more.")
            )
        elif audience == Notice.Audience.HOSPITAL and quote_request is not None:
            words.append(_hospital_words(quote_request))
    return words or [_("Nobody gets a mail.")]


def _hospital_words(quote_request: QuoteRequest) -> str:
    if quote_request.channel == Hospital.Channel.PORTAL:
        return _("%(hospital)s gets a mail with the reference and a link.") % {
            "hospital": quote_request.hospital.name
        }
    return _("%(hospital)s gets no mail from the portal: you tell it yourself.") % {
        "hospital": quote_request.hospital.name
    }
