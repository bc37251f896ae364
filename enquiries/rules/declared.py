"""Which field of an enquiry and of all that hangs on it is ciphertext, and why another is not. The parts of the answers
and of a quote are drawn from their rows. Anonymizing goes by it (enquiries.background.privacy).

Guaranteed: every field is declared, and what is declared sealed never stands in the database in clear. Not
guaranteed: that a reason given here is a good one; that is for a reader to judge.
Held by tests/enquiries/sealing/test_declared.py.
"""

from collections.abc import Iterable

from enquiries.words.questions import QUESTIONS
from enquiries.words.questions.question import Question
from enquiries.words.quote_facts import FACTS
from enquiries.words.quote_facts.fact import Fact
from ground.declared import Declared, Fields, How, clear, declare, not_personal, sealed

STATES = "States are what worklists and clocks are searched by; alone they tell of nobody."
RANDOM = "A random name: it has to be found, and tells nothing by itself."
STAFF = "The number of a member of staff, for the record of who did what."
HAS_CODE = (
    "A digest or a random number: without the key, which the database does not hold, no code comes of it."
)
ANSWERED = "The day on which a hospital answered is compared with others; it tells of nobody."
FILE = (
    "The number, kind and size of files are needed to keep them and to list them; the row goes with the file."
)


def _as_in(rows: Iterable[Question | Fact]) -> Fields:
    return {
        row.field: Declared(How.CLEAR if row.clear_because else How.SEALED, row.clear_because, row.personal)
        for row in rows
    }


ENQUIRY = declare(
    _as_in(QUESTIONS),
    not_personal(
        "id uid language version created_at first_answered_at asked_family_at family_reminders next_step "
        "next_step_due_at closed_at anonymized_at address_confirmed_at address_confirmed_by"
    ),
    clear("reference", because=RANDOM),
    clear(
        "submission_key", because="Random, from the family's form; another one stands here once anonymized."
    ),
    clear("state state_changed_at urgent closed_reason", because=STATES),
    clear("assigned_to", because=STAFF),
    clear(
        "email_index family_name_index",
        because="Digests under a key that the database does not hold: an exact word is found, and no part of one.",
        blanked=True,
    ),
)
QUOTE_REQUEST = declare(
    sealed("decline_text"),
    not_personal(
        "id uid advise channel created_at sent_at sendings handed_over_at documents_until_at acknowledged_at due_at "
        "clock_paused_at reminders reminded_at decline_source version"
    ),
    clear("reference", because=RANDOM),
    clear("state state_changed_at decline_reason", because=STATES),
    clear("declined_on", because=ANSWERED),
    clear(
        "enquiry hospital programs",
        because="Which hospital was asked for which stay is kept for the figures.",
    ),
)
QUOTE = declare(
    _as_in(FACTS),
    not_personal("id uid revision created_at superseded_at released_at source"),
    clear("quote_request letter", because="Rows are found by it."),
    clear("released_by entered_by", because=STAFF),
    clear("answered_on", because=ANSWERED),
)
DOCUMENT = declare(
    sealed("name"),
    not_personal("id uid created_at added_by"),
    clear("enquiry quote_request kind language dated_on content_type size sha256 scan", because=FILE),
    clear("stored_as", because=RANDOM),
    clear("added_by_user", because=STAFF),
)
MESSAGE = declare(
    sealed("text"),
    not_personal("id uid author created_at to_family_at to_hospital_at handled_at"),
    clear("enquiry quote_request", because="Rows are found by it."),
    clear("author_user", because=STAFF),
)
NOTE = declare(
    sealed("text"),
    not_personal("id uid created_at"),
    clear("enquiry", because="Rows are found by it."),
    clear("created_by", because=STAFF),
)
ACCESS_CODE = declare(
    not_personal("id purpose by_mail key_id created_at expires_at revoked_at last_used_at"),
    clear("enquiry quote_request", because="Rows are found by it."),
    clear("digest nonce", because=HAS_CODE),
)
FINDING_WORD = declare(
    not_personal("id"),
    clear("enquiry", because="Rows are found by it."),
    clear(
        "digest",
        because="Under a key that the database does not hold: a whole word is found, and no part of one.",
    ),
)
CONSENT = declare(
    not_personal("id purpose given_at withdrawn_at"),
    clear(
        "enquiry hospital text",
        because="Which consent was given when is kept as proof; its text names nobody.",
    ),
    clear("writer", because="As the enquiry's: the statements were worded by it."),
)
CONSENT_TEXT = declare(
    not_personal("id sha256 purpose language language_state language_state_on source source_digest text")
)
EVENT = declare(
    not_personal("id kind from_state to_state actor detail at"),
    clear(
        "enquiry quote_request",
        because="What happened when is kept for the figures; it holds no words of anybody.",
    ),
    clear("actor_user", because=STAFF),
)
ACCESS_LOG_ENTRY = declare(
    not_personal("id actor what at"),
    clear("enquiry quote_request", because="Who read what has to be found by what was read."),
    clear("actor_user", because=STAFF),
)
NOTICE = declare(
    not_personal("id uid kind audience dedupe_key language state attempts due_at created_at sent_at error"),
    clear(
        "enquiry quote_request code", because="Address and words are looked up by it when the mail is sent."
    ),
)

DECLARED: dict[str, Fields] = {
    "enquiries.AccessCode": ACCESS_CODE,
    "enquiries.AccessLogEntry": ACCESS_LOG_ENTRY,
    "enquiries.Consent": CONSENT,
    "enquiries.ConsentText": CONSENT_TEXT,
    "enquiries.Document": DOCUMENT,
    "enquiries.Enquiry": ENQUIRY,
    "enquiries.Event": EVENT,
    "enquiries.FindingWord": FINDING_WORD,
    "enquiries.Message": MESSAGE,
    "enquiries.Note": NOTE,
    "enquiries.Notice": NOTICE,
    "enquiries.Quote": QUOTE,
    "enquiries.QuoteRequest": QUOTE_REQUEST,
}
