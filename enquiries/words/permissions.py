"""Who may: `user_can_x()` for showing or hiding, `check_user_can_x()` for refusing with a sentence.

What a role may is a permission of its group (made by the migration 0002_groups); nobody needs to be a superuser for
daily work, and families and hospitals have no account. What is not named here is denied. Whether a step fits the
enquiry's state is the workflow's to say.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

TRIAGE = "enquiries.triage_enquiry"
VIEW = "enquiries.view_enquiry"
VIEW_NOTICES = "enquiries.view_notice"

# What a decision at the desk may ask for. A row that names another permission, by a slip, is open to nobody.
DECIDING = frozenset({TRIAGE})


class NotAllowed(PermissionDenied):
    """The text is a sentence fit for the person who tried."""


def _holds(user: Any, *permissions: str) -> bool:
    return bool(user and user.is_active and user.is_staff and user.has_perms(permissions))


def check_user_can_read_enquiries(user: Any) -> None:
    """The worklist and an enquiry's page: health data, so to look at them one must also be able to act on them."""
    if not _holds(user, VIEW, TRIAGE):
        raise NotAllowed(_("Only coordinators may open enquiries."))


def user_can_read_enquiries(user: Any) -> bool:
    return _passes(check_user_can_read_enquiries, user)


def check_user_can_decide(user: Any, permission: str) -> None:
    """`permission` is what the decision's row names."""
    if permission not in DECIDING:
        raise NotAllowed(_("There is no such step."))
    if not _holds(user, VIEW, permission):
        raise NotAllowed(_("Only coordinators may take this step."))


def check_user_can_see_notices(user: Any) -> None:
    """The outbox without any enquiry's content: for operators."""
    if not _holds(user, VIEW_NOTICES):
        raise NotAllowed(_("Only operators may see the list of outgoing mail."))


def user_can_see_notices(user: Any) -> bool:
    return _passes(check_user_can_see_notices, user)


def check_user_can_open_document(user: Any, document: Any) -> None:
    check_user_can_read_enquiries(user)
    if document.scan != document.Scan.CLEAN:
        raise NotAllowed(_("This file has not passed its check, so nobody can open it."))


def _passes(check: Callable[..., None], *arguments: Any) -> bool:
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True
