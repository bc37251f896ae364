"""What was said, what happened, which mails went out, and who has read: prepared for the enquiry's page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from enquiries.desk.addresses import document_url
from enquiries.desk.decisions.rows.exchange import HANDLED, PASS_QUESTION
from enquiries.desk.decisions.rows.mail import RESEND, SET_ASIDE
from enquiries.desk.decisions.table import DECISIONS
from enquiries.models import AccessLogEntry, Document, Enquiry, Event, Message, Notice
from enquiries.models.notice import UNDELIVERED
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.states import AnswerSource, ClosedReason, DeclineReason
from hospitals.models import Hospital

READINGS_SHOWN = 40
LABELS = {row.key: row.label for row in DECISIONS}


@dataclass(frozen=True)
class MessageShown:
    message: Message
    who: str
    kind: str
    waits: bool
    pass_url: str
    handled_url: str


@dataclass(frozen=True)
class NoticeShown:
    notice: Notice
    what: str
    hospital: str
    whom: str
    undelivered: bool
    resend_url: str
    aside_url: str


def who(row: Event | AccessLogEntry | Message, actor: str) -> str:
    if actor == ActorKind.COORDINATOR:
        user = row.author_user if isinstance(row, Message) else row.actor_user
        return user.get_username() if user else _("a coordinator")
    if actor == ActorKind.HOSPITAL and row.quote_request:
        return row.quote_request.hospital.short_name
    return str(ActorKind(actor).label)


def messages(enquiry: Enquiry) -> list[Message]:
    return list(enquiry.messages.select_related("author_user", "quote_request__hospital"))


def messages_shown(enquiry: Enquiry, rows: list[Message]) -> list[MessageShown]:
    return [_message(enquiry, message) for message in rows]


def _message(enquiry: Enquiry, message: Message) -> MessageShown:
    waits = message.handled_at is None
    asks = waits and enquiry.is_open and message.author == ActorKind.HOSPITAL
    return MessageShown(
        message=message,
        who=who(message, message.author),
        kind=message.author,
        waits=waits,
        pass_url=PASS_QUESTION.url(message) if asks else "",
        handled_url=HANDLED.url(message) if waits else "",
    )


def notices_shown(enquiry: Enquiry) -> list[NoticeShown]:
    rows = enquiry.notices.select_related("quote_request__hospital").order_by("-created_at", "-pk")
    return [_notice(enquiry, notice) for notice in rows]


def _notice(enquiry: Enquiry, notice: Notice) -> NoticeShown:
    undelivered = notice.state in UNDELIVERED
    what = notice.kind.partition("_")[2]
    hospital = notice.quote_request.hospital.short_name if notice.quote_request else ""
    to_hospital = notice.audience == Notice.Audience.HOSPITAL and notice.quote_request
    return NoticeShown(
        notice=notice,
        what=str(Occurrence(what).label) if what in Occurrence.values else notice.kind,
        hospital="" if to_hospital else hospital,
        whom=hospital if to_hospital else notice.get_audience_display(),
        undelivered=undelivered,
        resend_url=RESEND.url(notice) if undelivered else "",
        aside_url=SET_ASIDE.url(notice) if undelivered else "",
    )


def events(enquiry: Enquiry) -> list[dict]:
    rows = enquiry.events.select_related("actor_user", "quote_request__hospital").order_by("-at", "-pk")
    return [
        {
            "at": event.at,
            "what": event.get_kind_display(),
            "hospital": event.quote_request.hospital.short_name if event.quote_request else "",
            "who": "" if event.actor == ActorKind.HOSPITAL else who(event, event.actor),
            "detail": detail_words(event.detail),
        }
        for event in rows
    ]


def readings(enquiry: Enquiry) -> list[dict]:
    rows = enquiry.access_log.select_related("actor_user", "quote_request__hospital")[:READINGS_SHOWN]
    return [{"at": row.at, "who": who(row, row.actor), "what": what_was_read(row.what)} for row in rows]


def what_was_read(code: str) -> str:
    """The pages' own titles; an unknown code as it stands."""
    pages = {"enquiry": _("the enquiry"), "request": _("its request"), "document": _("a file")}
    return str(pages.get(code) or LABELS.get(code, code))


def detail_words(code: str) -> str:
    """Events keep a code, never text: a reason, a way an answer came, a kind of document."""
    urgency = [("urgent", _("urgent")), ("not urgent", _("not urgent"))]
    reasons = [*DeclineReason.choices, *ClosedReason.choices]
    known = dict(
        [*reasons, *AnswerSource.choices, *Document.Kind.choices, *Hospital.Channel.choices, *urgency]
    )
    return str(known.get(code, code))


def documents(enquiry: Enquiry) -> list[dict]:
    rows = enquiry.documents.select_related("quote_request__hospital")
    return [
        {
            "document": document,
            "kind": document.get_kind_display(),
            "hospital": document.quote_request.hospital.short_name if document.quote_request else "",
            "url": document_url(document, enquiry) if document.scan == Document.Scan.CLEAN else "",
            "scan": document.get_scan_display(),
        }
        for document in rows
    ]
