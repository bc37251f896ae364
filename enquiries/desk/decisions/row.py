"""A coordinator's decision, as a row: the design of all decisions, and what the desk needs beside it.

A row is found in `table.DECISIONS`, which Django's addresses, the links of the enquiry's page, the steps of the
worklist and the words of the access log are drawn from. Whoever means a decision names its row, never its key.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from enquiries.desk.addresses import enquiry_url
from enquiries.desk.decisions.forms import ConfirmForm
from enquiries.desk.decisions.subjects import Kind
from enquiries.desk.decisions.told import mails_about
from enquiries.models import Enquiry
from enquiries.rules.steps import StepKind
from enquiries.rules.workflow import moves
from enquiries.words.actors import Actor, ActorKind
from enquiries.words.occurrences import Occurrence
from ground.decisions import Decision, Words


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a link goes by, besides its subject."""

    user: Any
    to_do: frozenset[StepKind] = frozenset()
    """The steps that are next about the subject."""


def not_offered(subject: Any, standing: Standing) -> Words:
    return ""


def offered_as(words: Words) -> Callable[[Any, Standing], Words]:
    return lambda subject, standing: words


def while_open(words: Words) -> Callable[[Enquiry, Standing], Words]:
    return lambda enquiry, standing: words if enquiry.is_open else ""


def only_read(subject: Any, typed: Any, by: Any) -> None:
    """For `action` of a row without a button: its page takes no POST."""


def as_typed(subject: Any, typed: Mapping[str, Any], by: Actor) -> AbstractContextManager[Mapping[str, Any]]:
    """For `at_hand`: there is nothing that takes long."""
    return nullcontext(typed)


@dataclass(frozen=True, kw_only=True)
class DeskDecision[Subject](Decision[Subject]):
    on: Kind[Subject]
    form: type[ConfirmForm] = ConfirmForm
    causes: tuple[Occurrence, ...] = ()
    """The events it may lead to. Who gets a mail is read from them, and when the workflow allows it."""
    does: tuple[StepKind, ...] = ()
    """The steps that are done by it, for the links of what to do next."""
    offer: Callable[[Subject, Standing], Words] = not_offered
    """The words of its link on the enquiry's page; "" where there is none."""
    at_hand: Callable[[Subject, Mapping[str, Any], Actor], AbstractContextManager[Mapping[str, Any]]] = (
        as_typed
    )
    """What takes long, such as checking a file: it is done before the enquiry is locked, gives what the action is to
    get, and clears up when that is refused."""
    goes_on: Callable[[Subject], str] | None = None
    """The address to go to afterwards; None for the enquiry's page."""

    @property
    def url_name(self) -> str:
        return f"desk_{self.key}"

    @property
    def route(self) -> str:
        """Below an enquiry's own address."""
        return f"{self.key}/{self.on.pattern}"

    @property
    def methods(self) -> list[str]:
        return ["get", "head", "post"] if self.button else ["get", "head"]

    def url(self, subject: Subject) -> str:
        reference, key = self.on.enquiry(subject).reference, self.on.key(subject)
        return reverse(f"admin:{self.url_name}", args=[reference, key] if key else [reference])

    def next_url(self, subject: Subject) -> str:
        return self.goes_on(subject) if self.goes_on else enquiry_url(self.on.enquiry(subject))

    def link(self, subject: Subject, standing: Standing) -> Words:
        """As `offer`; what moves a request from state to state is offered only while the workflow's table allows it, so
        that no link leads to a refusal that could have been foreseen."""
        return self.offer(subject, standing) if self._fits(subject) else ""

    def _fits(self, subject: Subject) -> bool:
        needed, quote_request = moves(self.causes), self.on.quote_request(subject)
        if not needed or quote_request is None:
            return True
        return quote_request.enquiry.is_open and any(
            quote_request.state in move.sources and ActorKind.COORDINATOR in move.who for move in needed
        )

    def who_is_told(self, subject: Subject) -> list[str]:
        """In the row's own words, or read from the table that queues the mails."""
        return self.told(subject) or mails_about(self.causes, self.on.quote_request(subject))

    def done_words(self, subject: Subject) -> str:
        quote_request = self.on.quote_request(subject)
        if quote_request is not None and self.on.names_hospital:
            return f"{quote_request.hospital.short_name}: {self.done}"
        return str(self.done)
