"""The four decisions about a text: each a small page that shows on GET and acts on POST."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.desk.forms import ReviewForm, SendBackForm, SubmitForm
from content.models import ArticleRevision, RevisionState
from content.publishing import revisions
from content.publishing.permissions import (
    check_user_can_review,
    check_user_can_submit,
    user_can_review,
    user_can_submit,
)


@dataclass(frozen=True)
class Step:
    name: str
    title: Any
    explained: Any
    button: Any
    form: type[forms.Form]
    act: Callable[..., ArticleRevision]
    state: RevisionState
    may: Callable[..., bool]
    check: Callable[..., None]
    done: Any
    shows_difference: bool = True

    def is_open_to(self, user, revision: ArticleRevision) -> bool:
        return revision.state == self.state and self.may(by=user, revision=revision)


STEPS = {
    step.name: step
    for step in [
        Step(
            "submit",
            _("Submit for medical review"),
            _(
                "A reviewer who has written no part of it will read this text. Until then it can't be changed."
            ),
            _("Submit"),
            SubmitForm,
            revisions.submit,
            RevisionState.DRAFT,
            user_can_submit,
            check_user_can_submit,
            _("Submitted. A reviewer decides next."),
        ),
        Step(
            "approve",
            _("Approve and make public"),
            _("This text replaces the public one at once. The old one is kept."),
            _("Approve and make public"),
            ReviewForm,
            revisions.approve,
            RevisionState.IN_REVIEW,
            user_can_review,
            check_user_can_review,
            _("Approved. It is public now."),
        ),
        Step(
            "return",
            _("Return to the editor"),
            _("The text becomes a draft again, with your note on top. The public one stays as it is."),
            _("Return it"),
            SendBackForm,
            revisions.send_back,
            RevisionState.IN_REVIEW,
            user_can_review,
            check_user_can_review,
            _("Returned with your note."),
        ),
        Step(
            "confirm",
            _("Confirm the public text"),
            _(
                "You have read the public text again, and it still holds. Nothing in it changes but the dates."
            ),
            _("It still holds"),
            ReviewForm,
            revisions.confirm,
            RevisionState.PUBLISHED,
            user_can_review,
            check_user_can_review,
            _("Confirmed."),
            shows_difference=False,
        ),
    ]
}
