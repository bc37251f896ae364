"""The words people agree to. What a page shows and what is kept as proof is built here, once, from the same pieces:
the explanations with the statement about the portal, one statement per hospital, and the statement of authority.

The numbers in the comments are the elements that a consent for health data has to name (GDPR Articles 7, 9 and 13).

Held by tests/enquiries/rules/test_consent_texts.py.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from enquiries.words.choices import Authority, Writer
from hospitals.models import Hospital


@dataclass(frozen=True)
class Explanation:
    title: str
    text: str

    def __str__(self) -> str:
        return f"{self.title}\n{self.text}"


def portal_statement(*, writer: str) -> str:
    """Box A. 2, 3, 5"""
    data = {
        Writer.PATIENT: _("my data, with what they tell about my health"),
        Writer.PARENT: _("my data and my child's, with what they tell about my child's health"),
    }.get(Writer(writer), _("my data and the patient's, with what they tell about the patient's health"))
    return _(
        "I expressly agree that the coordinators of %(operator)s read %(data)s, check and complete the enquiry with "
        "me, and store it for as long as the notes on this page say."
    ) % {"operator": settings.OPERATOR_NAME, "data": data}


def hospital_statement(hospital: Hospital, *, writer: str) -> str:
    """Box B, one per hospital by its name; it tells what enquiries.rules.disclosure passes on. 4, 5"""
    about = {
        Writer.PATIENT: _("what I wrote about me and the illness"),
        Writer.PARENT: _("what I wrote about my child and the illness"),
    }.get(Writer(writer), _("what I wrote about the patient and the illness"))
    return _(
        "I expressly agree that my name, %(about)s, and the documents I add are passed to %(hospital)s in %(city)s, so "
        "that it can make a quote. It gets my e-mail address and phone number only if I choose it. The hospital is "
        "itself responsible for the data it has received."
    ) % {"about": about, "hospital": hospital.name, "city": hospital.city}


def authority_statement(*, writer: str, authority: str) -> str:
    """13, 14, 15; nothing for patients who write themselves."""
    if writer == Writer.PATIENT:
        return ""
    if writer == Writer.PARENT:
        return _guardian_statement(authority)
    if writer == Writer.REPRESENTATIVE:
        mine: dict[str, str] = {
            Authority.POWER_OF_ATTORNEY: _(
                "I act for the patient under a power of attorney that covers this, and in the patient's interest."
            ),
            Authority.GUARDIANSHIP: _(
                "I am the patient's guardian by law or by court order, and act in the patient's interest."
            ),
        }
        return mine.get(
            authority,
            _(
                "The patient has asked me to send this enquiry. I know that a written power of attorney is needed "
                "before anything is passed to a hospital."
            ),
        )
    return _(
        "The patient, or the person who may act for the patient, knows of this enquiry and agrees to it. I know that "
        "their own confirmation is needed before anything is passed to a hospital."
    )


def _guardian_statement(authority: str) -> str:
    if authority == Authority.GUARDIANSHIP:
        return _("I am the child's guardian by law or by court order, and act in the child's interest.")
    mine = _("I hold parental responsibility and act in the child's interest.")
    others: dict[str, str] = {
        Authority.JOINT_AGREED: _("The other person who holds it agrees."),
        Authority.SOLE: _("I am the only one who holds it."),
    }
    other = others.get(
        authority,
        _(
            "I do not know whether another person who holds it agrees; the coordinators will ask me before anything is "
            "passed to a hospital."
        ),
    )
    return f"{mine} {other}"


def explanations(*, writer: str) -> list[Explanation]:
    """What one has to know before agreeing. Shown beside the boxes and kept with the portal's consent."""
    return [*_what_happens(), *_where_it_goes(), *_for_this_writer(writer), *_what_it_means()]


def _what_happens() -> list[Explanation]:
    return [
        Explanation(_("Who is responsible"), _responsible()),  # 1
        Explanation(  # 2, 3
            _("What it is about"),
            _(
                "How to reach you, what you wrote about the patient and the illness, and the documents you add. We use "
                "it to check and complete your enquiry and, where you agree, to pass it to the hospitals you ticked, "
                "so that they can make a quote. For nothing else."
            ),
        ),
        Explanation(  # 6, 11
            _("It is your choice"),
            _(
                "Nobody has to agree. Without the box for a hospital, that hospital gets nothing; this has no other "
                "disadvantage. Without the box for us we cannot read an enquiry. No computer decides anything: "
                "a person reads what you send."
            ),
        ),
        Explanation(  # 7
            _("You can take it back"),
            _(
                "At any time and as easily as you agreed: on the page “Follow my enquiry”, for one hospital or "
                "for all. It counts from then on. Hospitals that have your data are told to delete them."
            ),
        ),
    ]


def _where_it_goes() -> list[Explanation]:
    return [
        Explanation(_("How long it is stored"), _stored()),  # 8
        Explanation(_("Who else comes near it"), _others()),  # 9
        Explanation(  # 10
            _("If you write from outside the European Union"),
            _(
                "You send your data straight to us in Germany, and our answers go straight to you. The law of your own "
                "country may count as well. Mail can be read on its way, so ours hold nothing about health."
            ),
        ),
        Explanation(  # 12
            _("Your rights"),
            _(
                "You can see your data, have them corrected or deleted, take them with you as a file, and complain to "
                "a data protection authority where you live or where we are."
            ),
        ),
    ]


def _what_it_means() -> list[Explanation]:
    return [
        Explanation(  # 16
            _("What we keep as proof"),
            _(
                "The words of each box you tick, their language, the time, and in which role you agreed. By entering "
                "the code from our first mail you confirm your address and with it your agreement."
            ),
        ),
        Explanation(  # 17
            _("No contract"),
            _(
                "Sending this orders nothing and costs nothing. A hospital's quote is an estimate and binds nobody. "
                "A contract for treatment is made only between patient and hospital, and the hospital decides whether "
                "it can treat."
            ),
        ),
    ]


def _responsible() -> str:
    return _("%(operator)s, %(address)s. Questions about data protection: %(contact)s.") % {
        "operator": settings.OPERATOR_NAME,
        "address": settings.OPERATOR_ADDRESS,
        "contact": settings.OPERATOR_DATA_PROTECTION,
    }


def _stored() -> str:
    return _(
        "Encrypted, while your enquiry is open and for %(days)d days after it is closed. Then everything that could "
        "tell who you are is removed; copies for emergencies follow within %(backup)d days."
    ) % {"days": settings.KEEP_CLOSED_ENQUIRY_DAYS, "backup": settings.KEEP_BACKUP_DAYS}


def _others() -> str:
    companies = settings.OPERATOR_PROCESSORS
    named = _("The companies that run our servers and deliver our mails, under contract and for us only")
    named = f"{named}: {companies}" if companies else named
    return _("%(companies)s. What is stored is encrypted. Nobody else, unless you agree to it.") % {
        "companies": named
    }


def _for_this_writer(writer: str) -> list[Explanation]:
    if writer == Writer.PARENT:  # 13
        return [
            Explanation(
                _("If the patient is a child"),
                _(
                    "All who hold parental responsibility should agree. Tell your child what you do here, as far as "
                    "the child can understand it; from about 14 years on, ask as well."
                ),
            )
        ]
    if writer == Writer.REPRESENTATIVE:  # 14
        return [
            Explanation(
                _("If you act for an adult"),
                _(
                    "We ask for the paper that allows you to act only before anything is passed to a hospital. If the "
                    "patient can decide, the patient decides."
                ),
            )
        ]
    if writer == Writer.PROFESSIONAL:  # 15
        return [
            Explanation(
                _("If you write for a patient"),
                _(
                    "Before anything is passed to a hospital, we ask the patient, or whoever may act, to confirm it."
                ),
            )
        ]
    return []


def as_kept(explained: list[Explanation], statement: str) -> str:
    """What is kept for box A: the explanations, then the statement, as they stood on the page."""
    return "\n\n".join([*map(str, explained), statement])
