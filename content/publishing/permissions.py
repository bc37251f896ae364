"""Who may do what with a text of the guide. `check_user_can_x` raises the sentence to show."""

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from content.models import ArticleRevision, RevisionState

SUBMIT = "content.submit_revision"
REVIEW = "content.review_revision"


class Refused(Exception):
    """str() is a translated sentence, fit for the person who tried."""


def user_can_write(*, by: User) -> bool:
    return by.has_perm("content.add_articlerevision") and by.has_perm("content.change_articlerevision")


def wrote(*, by: User, revision: ArticleRevision) -> bool:
    """Everyone who changed a word counts, not only the one who began it."""
    return (
        by.pk in {revision.author_id, revision.submitted_by_id} or revision.writers.filter(pk=by.pk).exists()
    )


def check_user_can_write(*, by: User) -> None:
    if not user_can_write(by=by):
        raise Refused(_("Only editors can write a new text."))


def check_user_can_submit(*, by: User, revision: ArticleRevision) -> None:
    if not by.has_perm(SUBMIT):
        raise Refused(_("Only editors can submit a text for review."))
    if revision.state != RevisionState.DRAFT:
        raise Refused(_("This text is not a draft any more, so it can't be submitted."))


def check_user_can_review(*, by: User, revision: ArticleRevision) -> None:
    if not by.has_perm(REVIEW):
        raise Refused(_("Only medical reviewers can decide about a text."))
    if wrote(by=by, revision=revision):
        raise Refused(_("You wrote part of this text. Somebody else must review it."))
