"""Every decision about a text of the guide, a row each. What may be decided is held in content.publishing."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.desk.difference import difference
from content.desk.forms import ReviewForm, SendBackForm
from content.models import ArticleRevision, RevisionState
from content.publishing import revisions
from content.publishing.permissions import (
    REVIEW,
    SUBMIT,
    Refused,
    check_user_can_review,
    check_user_can_submit,
)
from ground.decisions import Decision, saying

Check = Callable[..., None]


def only_in(state: RevisionState, check: Check) -> Callable[[ArticleRevision, Any], str]:
    def why_not(revision: ArticleRevision, user: Any) -> str:
        try:
            check(by=user, revision=revision)
        except Refused as refused:
            return str(refused)
        return "" if revision.state == state else _("This text has moved on; this step is not open any more.")

    return why_not


def calling(
    act: Callable[..., ArticleRevision],
) -> Callable[[ArticleRevision, Mapping[str, Any], Any], object]:
    return lambda revision, typed, by: act(revision=revision, by=by, **typed)


def what_changes(revision: ArticleRevision) -> dict[str, Any]:
    public = revision.article.revisions.filter(
        state=RevisionState.PUBLISHED, language=revision.language
    ).first()
    return {"public": public, "lines": difference(public, revision)}


DECISIONS: tuple[Decision[ArticleRevision], ...] = (
    Decision(
        key="submit",
        label=gettext_lazy("Submit for medical review"),
        button=gettext_lazy("Submit"),
        done=gettext_lazy("Submitted. A reviewer decides next."),
        permission=SUBMIT,
        needs=only_in(RevisionState.DRAFT, check_user_can_submit),
        will_happen=saying(
            gettext_lazy(
                "A reviewer who has written no part of it will read this text. Until then it can't be changed."
            )
        ),
        shows=what_changes,
        action=calling(revisions.submit),
    ),
    Decision(
        key="approve",
        label=gettext_lazy("Approve and make public"),
        button=gettext_lazy("Approve and make public"),
        done=gettext_lazy("Approved. It is public now."),
        permission=REVIEW,
        needs=only_in(RevisionState.IN_REVIEW, check_user_can_review),
        form=ReviewForm,
        will_happen=saying(
            gettext_lazy("This text replaces the public one at once. The old one is kept."),
        ),
        shows=what_changes,
        action=calling(revisions.approve),
    ),
    Decision(
        key="return",
        label=gettext_lazy("Return to the editor"),
        button=gettext_lazy("Return it"),
        done=gettext_lazy("Returned with your note."),
        permission=REVIEW,
        needs=only_in(RevisionState.IN_REVIEW, check_user_can_review),
        form=SendBackForm,
        will_happen=saying(
            gettext_lazy(
                "The text becomes a draft again, with your note on top. The public one stays as it is."
            )
        ),
        shows=what_changes,
        action=calling(revisions.send_back),
    ),
    Decision(
        key="confirm",
        label=gettext_lazy("Confirm the public text"),
        button=gettext_lazy("It still holds"),
        done=gettext_lazy("Confirmed."),
        permission=REVIEW,
        needs=only_in(RevisionState.PUBLISHED, check_user_can_review),
        form=ReviewForm,
        will_happen=saying(
            gettext_lazy(
                "You have read the public text again, and it still holds. Nothing in it changes but the dates."
            )
        ),
        action=calling(revisions.confirm),
    ),
)


def open_decisions(revision: ArticleRevision, user: Any) -> list[Decision[ArticleRevision]]:
    """Those that `user` can take now; for links that lead to no refusal."""
    return [row for row in DECISIONS if user.has_perm(row.permission) and not row.needs(revision, user)]
