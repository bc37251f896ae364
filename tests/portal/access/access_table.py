"""Who may call what: one line per address. An address that is not here fails the suite, and so does a line without
its address. A new page: add its line, with the people who may and the methods it takes (HEAD comes with GET).

    "content:article": row(PUBLIC, slug="what-is-all"),              keywords are examples for its parameters
    "status:withdraw": row(FAMILY, "GET POST", hospital="ulm"),
    **admin_rows("content_reference", see=(EDITOR, REVIEWER), add=(EDITOR,), change=(EDITOR,)),
"""

from dataclasses import dataclass, field

PUBLIC = "anyone"
FAMILY = "the family whose enquiry it is"
HOSPITAL = "the hospital whose request it is"
COORDINATOR, EDITOR, REVIEWER, OPERATOR = "coordinator", "editor", "reviewer", "operator"
STAFF = (COORDINATOR, EDITOR, REVIEWER, OPERATOR)
NOBODY = ()  # but a superuser, who does no daily work
ZONES = (PUBLIC, FAMILY, HOSPITAL)


@dataclass(frozen=True)
class Row:
    who: tuple[str, ...]
    methods: frozenset[str]
    example: dict[str, str] = field(default_factory=dict)

    @property
    def zone(self) -> str | None:
        """Public, family or hospital; None: staff, who sign in."""
        return self.who[0] if self.who and self.who[0] in ZONES else None


def row(who: str | tuple[str, ...], methods: str = "GET", **example: str) -> Row:
    taken = set(methods.split())
    if "GET" in taken:
        taken.add("HEAD")
    return Row((who,) if isinstance(who, str) else who, frozenset(taken), example)


def admin_rows(model: str, *, see, add=NOBODY, change=NOBODY, delete=NOBODY) -> dict[str, Row]:
    """The pages Django's admin makes for a model, named `app_model`."""
    everyone = tuple(person for person in STAFF if person in {*see, *add, *change, *delete})
    return {
        f"admin:{model}_changelist": row(everyone, "GET POST"),
        f"admin:{model}_add": row(add, "GET POST"),
        f"admin:{model}_change": row(everyone, "GET POST"),
        f"admin:{model}_delete": row(delete, "GET POST"),
        f"admin:{model}_history": row(STAFF),  # of a row that does not exist: everyone is sent to the index
        f"admin/{model.replace('_', '/')}/<path:object_id>/": row(STAFF),  # a redirect to the page above
    }


TABLE: dict[str, Row] = {
    # Public pages
    "pages:home": row(PUBLIC),
    "pages:about": row(PUBLIC),
    "pages:privacy": row(PUBLIC),
    "pages:imprint": row(PUBLIC),
    "pages:accessibility": row(PUBLIC),
    "machine:healthz": row(PUBLIC),
    "machine:favicon": row(PUBLIC),
    "machine:robots": row(PUBLIC),
    "machine:sitemap": row(PUBLIC),
    "machine:security_txt": row(PUBLIC),
    "programs:list": row(PUBLIC),
    "programs:compare": row(PUBLIC),
    "programs:detail": row(PUBLIC, hospital="ulm", days="21"),
    "hospitals:list": row(PUBLIC),
    "hospitals:detail": row(PUBLIC, slug="ulm"),
    "content:guide": row(PUBLIC),
    "content:article": row(PUBLIC, slug="what-is-all"),
    "content:glossary": row(PUBLIC),
    "pages:search": row(PUBLIC),
    "pages:report": row(PUBLIC, "GET POST"),
    "pages:report_thanks": row(PUBLIC),
    "pages:papers": row(PUBLIC),
    "content:signs": row(PUBLIC),
    # The enquiry
    "enquiry:start": row(PUBLIC, "GET POST"),
    "enquiry:check": row(PUBLIC, "GET POST"),
    "enquiry:send": row(PUBLIC, "GET POST"),
    "enquiry:sent": row(FAMILY),
    # The family's zone
    "status:start": row(PUBLIC, "GET POST"),
    "status:new_link": row(PUBLIC, "GET POST"),
    "status:leave": row(PUBLIC, "POST"),
    "status:left": row(PUBLIC),
    "status:rewritten": row(PUBLIC, "GET POST"),
    "status:enquiry": row(FAMILY),
    "status:write": row(FAMILY, "GET POST"),
    "status:withdraw_all": row(FAMILY, "GET POST"),
    "status:documents": row(FAMILY, "GET POST"),
    "status:document": row(FAMILY),
    "status:choose": row(FAMILY, "GET POST", hospital="ulm"),
    "status:turn_down": row(FAMILY, "GET POST", hospital="ulm"),
    "status:withdraw": row(FAMILY, "GET POST", hospital="ulm"),
    # The hospital's zone
    "clinic:start": row(PUBLIC, "GET POST"),
    "clinic:leave": row(PUBLIC, "POST"),
    "clinic:left": row(PUBLIC),
    "clinic:rewritten": row(PUBLIC, "GET POST"),
    "clinic:request": row(HOSPITAL),
    "clinic:document": row(HOSPITAL),
    "clinic:ask": row(HOSPITAL, "GET POST"),
    "clinic:quote": row(HOSPITAL, "GET POST"),
    "clinic:decline": row(HOSPITAL, "GET POST"),
    # Staff
    "admin:login": row(PUBLIC, "GET POST PUT"),  # Django reads a PUT as a form sent
    "admin:logout": row(STAFF, "POST"),
    "admin:index": row(STAFF),
    "admin:password_change": row(STAFF, "GET POST"),
    "admin:password_change_done": row(STAFF),
    "admin:own_language": row(STAFF, "GET POST"),
    "admin:autocomplete": row(NOBODY),  # without the field it is asked for
    "admin:jsi18n": row(STAFF),
    "admin:view_on_site": row(STAFF),
    "admin:app_list": row(STAFF, app_label="hospitals"),
    "admin/(?P<url>.*)$": row(STAFF),  # what does not exist
    "admin:auth_user_password_change": row(NOBODY, "GET POST"),
    **admin_rows("auth_user", see=NOBODY),
    **admin_rows("auth_group", see=NOBODY),
    **admin_rows("hospitals_hospital", see=(COORDINATOR, EDITOR, OPERATOR), change=(EDITOR, OPERATOR)),
    **admin_rows("hospitals_source", see=(COORDINATOR, EDITOR, OPERATOR), add=(EDITOR,), change=(EDITOR,)),
    **admin_rows("programs_program", see=(COORDINATOR, EDITOR, OPERATOR), change=(EDITOR,)),
    # The disease guide. Its steps show readers why they may not take them; who may is tested with the guide.
    **admin_rows("content_article", see=(EDITOR, REVIEWER, OPERATOR), add=(EDITOR,), change=(EDITOR,)),
    **admin_rows(
        "content_articlerevision", see=(EDITOR, REVIEWER, OPERATOR), add=(EDITOR,), change=(EDITOR,)
    ),
    **admin_rows("content_reference", see=(EDITOR, REVIEWER, OPERATOR), add=(EDITOR,), change=(EDITOR,)),
    **admin_rows("content_pagereport", see=(EDITOR, REVIEWER)),
    **admin_rows("content_glossaryterm", see=(EDITOR, REVIEWER, OPERATOR), add=(EDITOR,), change=(EDITOR,)),
    "admin:content_articlerevision_preview": row((EDITOR, REVIEWER, OPERATOR)),
    "admin:content_articlerevision_submit": row((EDITOR, REVIEWER, OPERATOR), "GET POST"),
    "admin:content_articlerevision_approve": row((EDITOR, REVIEWER, OPERATOR), "GET POST"),
    "admin:content_articlerevision_return": row((EDITOR, REVIEWER, OPERATOR), "GET POST"),
    "admin:content_articlerevision_confirm": row((EDITOR, REVIEWER, OPERATOR), "GET POST"),
    # Coordinators
    "admin:enquiries_enquiry_changelist": row(COORDINATOR, "GET POST"),
    "admin:enquiries_enquiry_change": row(COORDINATOR),
    "admin:enquiries_notice_changelist": row(OPERATOR, "GET POST"),
    "admin:desk_search": row(COORDINATOR, "GET POST"),
    "admin:desk_document": row(COORDINATOR),
    "admin:desk_copy-sheet": row(COORDINATOR),
    "admin:desk_take": row(COORDINATOR, "GET POST"),
    "admin:desk_write": row(COORDINATOR, "GET POST"),
    "admin:desk_confirm-address": row(COORDINATOR, "GET POST"),
    "admin:desk_urgent": row(COORDINATOR, "GET POST"),
    "admin:desk_note": row(COORDINATOR, "GET POST"),
    "admin:desk_close": row(COORDINATOR, "GET POST"),
    "admin:desk_reopen": row(COORDINATOR, "GET POST"),
    "admin:desk_handled": row(COORDINATOR, "GET POST"),
    "admin:desk_withdraw": row(COORDINATOR, "GET POST"),
    "admin:desk_release": row(COORDINATOR, "GET POST"),
    "admin:desk_hand-over": row(COORDINATOR, "GET POST"),
    "admin:desk_pass-question": row(COORDINATOR, "GET POST"),
    "admin:desk_pass-answer": row(COORDINATOR, "GET POST"),
    "admin:desk_pass-documents": row(COORDINATOR, "GET POST"),
    "admin:desk_reopen-request": row(COORDINATOR, "GET POST"),
    "admin:desk_enter-quote": row(COORDINATOR, "GET POST"),
    "admin:desk_enter-decline": row(COORDINATOR, "GET POST"),
    "admin:desk_release-quote": row(COORDINATOR, "GET POST"),
    "admin:desk_resend": row(COORDINATOR, "GET POST"),
    "admin:desk_set-aside": row(COORDINATOR, "GET POST"),
}
