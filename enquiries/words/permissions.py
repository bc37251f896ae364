"""Who may: `user_can_x()` for showing or hiding, `check_user_can_x()` for refusing with a sentence.

What a role may is a permission of its group (made by the migration 0002_groups); nobody needs to be a superuser for
daily work, and families and hospitals have no account. What is not named here is denied. Whether a step fits the
enquiry's state is the workflow's to say.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

TRIAGE = "enquiries.triage_enquiry"
VIEW = "enquiries.view_enquiry"
VIEW_NOTICES = "enquiries.view_notice"

# Every step a coordinator can take in the admin, and the permission it needs. A step that is not here can't be taken.
STEP_PERMISSIONS = {
    "take": TRIAGE,
    "write": TRIAGE,
    "handled": TRIAGE,
    "confirm-address": TRIAGE,
    "release": TRIAGE,
    "hand-over": TRIAGE,
    "copy-sheet": TRIAGE,
    "pass-question": TRIAGE,
    "pass-answer": TRIAGE,
    "pass-documents": TRIAGE,
    "enter-quote": TRIAGE,
    "enter-decline": TRIAGE,
    "release-quote": TRIAGE,
    "reopen-request": TRIAGE,
    "close": TRIAGE,
    "reopen": TRIAGE,
    "urgent": TRIAGE,
    "note": TRIAGE,
    "withdraw": TRIAGE,
    "resend": TRIAGE,
    "set-aside": TRIAGE,
    "document": TRIAGE,
}


class NotAllowed(PermissionDenied):
    """The text is a sentence fit for the person who tried."""


def _holds(user, *permissions: str) -> bool:
    return bool(user and user.is_active and user.is_staff and user.has_perms(permissions))


def check_user_can_read_enquiries(user) -> None:
    """The worklist and an enquiry's page: health data, so to look at them one must also be able to act on them."""
    if not _holds(user, VIEW, TRIAGE):
        raise NotAllowed(_("Only coordinators may open enquiries."))


def user_can_read_enquiries(user) -> bool:
    return _passes(check_user_can_read_enquiries, user)


def check_user_can_take_step(user, step: str) -> None:
    permission = STEP_PERMISSIONS.get(step)
    if permission is None:
        raise NotAllowed(_("There is no such step."))
    if not _holds(user, VIEW, permission):
        raise NotAllowed(_("Only coordinators may take this step."))


def user_can_take_step(user, step: str) -> bool:
    return _passes(check_user_can_take_step, user, step)


def check_user_can_see_notices(user) -> None:
    """The outbox without any enquiry's content: for operators."""
    if not _holds(user, VIEW_NOTICES):
        raise NotAllowed(_("Only operators may see the list of outgoing mail."))


def user_can_see_notices(user) -> bool:
    return _passes(check_user_can_see_notices, user)


def check_user_can_open_document(user, document) -> None:
    check_user_can_read_enquiries(user)
    if document.scan != document.Scan.CLEAN:
        raise NotAllowed(_("This file has not passed its check, so nobody can open it."))


def _passes(check, *arguments) -> bool:
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True
