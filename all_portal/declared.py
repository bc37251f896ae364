"""Every field of every model, of all apps, with what is said of it (ground.declared). Nothing outside `enquiries` may
hold a word about a patient or a family."""

from enquiries.rules import declared as enquiries
from ground.declared import Fields, clear, declare, not_personal

SIGNS_IN = "An account of our own staff: it signs in by it, and mails reach it."
WHO_WORKED = "A member of staff, for the record of who did what."

IN_LANGUAGE = "language language_state language_state_on source source_digest"

DJANGO: dict[str, Fields] = {
    "admin.LogEntry": declare(
        not_personal("id action_time content_type object_id object_repr action_flag change_message"),
        clear("user", because=WHO_WORKED),
    ),
    "auth.Permission": not_personal("id name content_type codename"),
    "auth.Group": not_personal("id name permissions"),
    "auth.User": declare(
        not_personal("id last_login is_superuser is_staff is_active date_joined groups user_permissions"),
        clear("username first_name last_name email", because=SIGNS_IN),
        clear("password", because="A salted digest, made slow on purpose."),
    ),
    "contenttypes.ContentType": not_personal("id app_label model"),
    "sessions.Session": declare(
        not_personal("expire_date"),
        clear("session_key", because="Random; it ends with the visit."),
        clear(
            "session_data",
            because="Signed: which code was entered, by its number, and nothing that was typed.",
        ),
    ),
}
ACCOUNTS: dict[str, Fields] = {"accounts.AccountSetting": not_personal("id user language")}
HOSPITALS: dict[str, Fields] = {
    "hospitals.Hospital": declare(
        not_personal(
            "id loaded answer_due_days urgent_answer_due_days first_reminder_days second_reminder_days "
            "coordinator_task_days expiry_days late_answer_days slug name short_name catalog_name city land land_code "
            "latitude longitude website position channel own_form_url language quotes_need_release "
            "not_accepting_until_on is_published"
        ),
        clear("request_email", because="An office's address, as its hospital gave it for requests."),
    ),
    "hospitals.Source": not_personal("id loaded code title publisher year url"),
    "hospitals.HospitalFact": not_personal("id loaded hospital key value status checked_on sources"),
    "hospitals.FactTranslation": not_personal(f"{IN_LANGUAGE} id loaded value"),
    "programs.Program": not_personal("id loaded hospital stay_days setting price is_active"),
}
GUIDE: dict[str, Fields] = {
    "content.Article": not_personal("id loaded slug order audience is_emergency published next_review_on"),
    "content.ArticleRevision": declare(
        not_personal(
            f"{IN_LANGUAGE} id digest article number title summary body written_on state created_at "
            "submitted_at reviewed_at reviewed_as_physician published_at note rendered render_version reading_minutes"
        ),
        clear("author submitted_by reviewed_by writers", because=WHO_WORKED),
    ),
    "content.PageReport": declare(
        not_personal("id path created_at dealt_with_at"),
        clear("text", because="A reader's words about a page; the form asks for none about a person."),
        clear("dealt_with_by", because=WHO_WORKED),
    ),
    "content.Reference": not_personal("id loaded key title publisher year url checked"),
    "content.ReferenceTranslation": not_personal(f"{IN_LANGUAGE} id loaded title"),
    "content.GlossaryTerm": not_personal("id loaded term slug also definition references"),
    "content.TermTranslation": not_personal(f"{IN_LANGUAGE} id loaded term also definition"),
}

DECLARED: dict[str, Fields] = DJANGO | ACCOUNTS | HOSPITALS | GUIDE | enquiries.DECLARED
