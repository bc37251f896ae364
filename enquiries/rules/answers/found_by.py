"""By what an enquiry is found on the desk. Written again whenever its names, address or phone change.

Held by tests/enquiries/desk/test_finding_people.py.
"""

from enquiries.models import Enquiry, FindingWord
from enquiries.sealing.blind_index import blind_index
from enquiries.words.typed.name_words import name_words
from enquiries.words.typed.phones import read_phone


def set_indexes(enquiry: Enquiry) -> None:
    """Before it is saved."""
    enquiry.email_index = blind_index(enquiry.email, purpose="email")
    enquiry.family_name_index = blind_index(enquiry.family_name, purpose="family_name")


def write_finding_words(enquiry: Enquiry) -> None:
    """After it is saved: the words that stand now, and none that stood before."""
    digests = {blind_index(word, purpose="name-word") for word in name_words(_full_name(enquiry))}
    if phone := read_phone(enquiry.phone, country=enquiry.country):
        digests |= {blind_index(phone.e164, purpose="phone"), blind_index(phone.national, purpose="phone")}
    enquiry.finding_words.exclude(digest__in=digests).delete()
    FindingWord.objects.bulk_create(
        [FindingWord(enquiry=enquiry, digest=digest) for digest in sorted(digests)], ignore_conflicts=True
    )


def _full_name(enquiry: Enquiry) -> str:
    return f"{enquiry.given_name} {enquiry.family_name}"
