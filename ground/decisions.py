"""A decision that somebody takes about one thing, as one row of a table that one view walks.

The page of a row shows on GET what will happen and who will be told; a POST acts. An app that needs more of its rows
(how a subject is found, where to go on) adds fields in a frozen, keyword-only subclass of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.utils.functional import Promise

Words = str | Promise
"""Lazy where it stands in a table: the table is read once, its words in each reader's language."""


def nothing(subject: Any, user: Any) -> str:
    """For `needs`: nothing stands in the way that the action would not say itself."""
    return ""


def no_one(subject: Any, user: Any = None) -> list[str]:
    """For `told` and `will_happen`: there is nothing to say."""
    return []


def saying(*sentences: Words) -> Callable[[Any, Any], list[str]]:
    """For `will_happen` where it is the same for every subject."""
    return lambda subject, user: [str(sentence) for sentence in sentences]


@dataclass(frozen=True, kw_only=True)
class Decision[Subject]:
    key: str
    """The slug in addresses and logs. Written in the row and nowhere else."""
    label: Words
    """The page's title, and the text of links to it."""
    button: Words = ""
    """ "" on a page that is only read: nothing can be sent from it."""
    done: Words = ""
    """Said to the person when the action has run."""
    permission: str
    needs: Callable[[Subject, Any], str] = nothing
    """(subject, user) -> why this user can't take it now, as a sentence; "" when the way is free."""
    form: type[BaseForm] | None = None
    """What is typed; None where the button is the whole statement. Hidden values are fields of it too."""
    begins: Callable[[Subject], Mapping[str, Any]] = lambda subject: {}
    """(subject) -> what the form holds at first."""
    will_happen: Callable[[Subject, Any], list[str]] = no_one
    """(subject, user) -> sentences."""
    told: Callable[[Subject], list[str]] = no_one
    """(subject) -> sentences that name who will be told."""
    shows: Callable[[Subject], Mapping[str, Any]] = lambda subject: {}
    """(subject) -> what else the template needs."""
    action: Callable[[Subject, Mapping[str, Any], Any], object]
    """(subject, typed, by) acts, or raises its app's refusal. `typed` is the form's cleaned data."""
    template: str = ""
    """Where the table's usual page is not enough."""
    checks_version: bool = True
    """Whether a change by someone else since the GET stops it; for subjects that carry a version."""
