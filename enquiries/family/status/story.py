"""What has happened to an enquiry and who has read it, in the family's words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.models import AccessLogEntry, Event
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence

STORY = {
    Occurrence.RECEIVED: gettext_lazy("We received your enquiry"),
    Occurrence.ADDRESS_CONFIRMED: gettext_lazy("Your e-mail address was confirmed"),
    Occurrence.TAKEN: gettext_lazy("A coordinator took charge of your enquiry"),
    Occurrence.FAMILY_ASKED: gettext_lazy("A coordinator wrote to you"),
    Occurrence.FAMILY_ANSWERED: gettext_lazy("You wrote to us"),
    Occurrence.FAMILY_REMINDED: gettext_lazy("We reminded you that we need an answer"),
    Occurrence.DOCUMENT_ADDED: gettext_lazy("A document was added"),
    Occurrence.DOCUMENTS_PASSED_ON: gettext_lazy("We passed your new documents on to %(hospital)s"),
    Occurrence.RELEASED: gettext_lazy("%(hospital)s was sent your request, as you agreed"),
    Occurrence.HANDED_OVER: gettext_lazy("We passed your request to %(hospital)s in the way it asks for"),
    Occurrence.OPENED: gettext_lazy("%(hospital)s opened your request"),
    Occurrence.REMINDED: gettext_lazy("We reminded %(hospital)s"),
    Occurrence.QUESTION: gettext_lazy("%(hospital)s has a question; we are reading it"),
    Occurrence.QUESTION_PASSED_ON: gettext_lazy("We passed a question of %(hospital)s on to you"),
    Occurrence.INFO_PASSED_ON: gettext_lazy("We passed an answer on to %(hospital)s"),
    Occurrence.QUOTED: gettext_lazy("%(hospital)s answered with a quote; we are checking it"),
    Occurrence.QUOTE_REVISED: gettext_lazy("%(hospital)s revised its quote; we are checking it"),
    Occurrence.QUOTE_RELEASED: gettext_lazy("The quote of %(hospital)s is here to read"),
    Occurrence.DECLINED: gettext_lazy("%(hospital)s cannot make a quote"),
    Occurrence.EXPIRED: gettext_lazy("%(hospital)s did not answer in time"),
    Occurrence.REOPENED: gettext_lazy("The request to %(hospital)s was opened again"),
    Occurrence.WITHDRAWN: gettext_lazy(
        "The request to %(hospital)s was withdrawn; it was asked to delete it"
    ),
    Occurrence.ACCEPTED: gettext_lazy("You chose to go on with %(hospital)s"),
    Occurrence.NOT_SELECTED: gettext_lazy("You decided against the quote of %(hospital)s"),
    Occurrence.CLOSED: gettext_lazy("The enquiry was closed"),
    Occurrence.ENQUIRY_REOPENED: gettext_lazy("The enquiry was opened again"),
    Occurrence.CODE_RENEWED: gettext_lazy("We sent you a new access code"),
    Occurrence.URGENT_MARKED: gettext_lazy("A coordinator changed how urgent your enquiry is"),
}


@dataclass(frozen=True)
class Told:
    at: datetime
    words: str


def story(events: list[Event]) -> list[Told]:
    """Newest first. `events` with their request's hospital fetched."""
    told = []
    for event in sorted(events, key=lambda event: (event.at, event.pk), reverse=True):
        words = STORY.get(Occurrence(event.kind))
        # A hospital's letter comes with its quote, which is told when it can be read.
        if words and not (event.kind == Occurrence.DOCUMENT_ADDED and event.quote_request):
            hospital = event.quote_request.hospital.short_name if event.quote_request else ""
            told.append(Told(event.at, str(words) % {"hospital": hospital}))
    return told


READ_WORDS = {
    "document": gettext_lazy("downloaded a document"),
    "release": gettext_lazy("looked at what a hospital would read"),
    "release-quote": gettext_lazy("read a quote"),
}


def readers(readings: list[AccessLogEntry]) -> list[Told]:
    """Who has read it: hospitals by name, our staff by role. Newest first; `readings` with their hospital fetched."""
    told = []
    for reading in readings:
        quote_request = reading.quote_request if reading.actor == ActorKind.HOSPITAL else None
        who = quote_request.hospital.short_name if quote_request else _("A coordinator")
        what = READ_WORDS.get(reading.what, _("read your enquiry"))
        told.append(Told(reading.at, _("%(who)s %(what)s") % {"who": who, "what": what}))
    return told
