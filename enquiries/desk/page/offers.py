"""The links of an enquiry's page to what can be decided about it, or about one of its requests, as they stand."""

from dataclasses import dataclass
from typing import Any

from enquiries.desk.decisions.row import DeskDecision, Standing
from enquiries.desk.decisions.table import DECISIONS
from enquiries.models import Enquiry, QuoteRequest
from ground.decisions import Words


@dataclass(frozen=True)
class Offer:
    label: Words
    url: str
    decision: DeskDecision[Any]


def offers(subject: Enquiry | QuoteRequest, standing: Standing) -> list[Offer]:
    return [
        Offer(words, row.url(subject), row)
        for row in DECISIONS
        if isinstance(subject, row.on.model) and (words := row.link(subject, standing))
    ]
