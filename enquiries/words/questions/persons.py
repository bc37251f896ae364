"""Who the patient is, and how we reach who writes. No nationality, passport, address, insurance, income or day of
birth: no hospital needs them to answer."""

from django.utils.translation import gettext_lazy as _

from enquiries.words.choices import Sex
from enquiries.words.questions.kinds import Country, Email, Language, Line, One, PastMonth, Phone
from enquiries.words.questions.parts import Asked, Desk, Sheet
from enquiries.words.questions.question import Question, Reading

PATIENT = (
    Question(
        field="birth_month",
        section=Asked.PATIENT,
        kind=PastMonth(),
        label=_("When was the patient born?"),
        help=_("Month and year; no day. Treatment differs by age."),
        required=True,
        missing=_("Please give at least the year."),
        family=Reading(_("Born")),
        desk=Reading(_("Born"), Desk.PATIENT),
        hospital=Reading(_("Born"), Sheet.PATIENT),
        example="2020-04",
    ),
    Question(
        field="country",
        section=Asked.PATIENT,
        kind=Country(),
        label=_("In which country does the patient live now?"),
        required=True,
        family=Reading(_("Lives in")),
        desk=Reading(_("Country of residence"), Desk.PATIENT, place=60),
        hospital=Reading(_("Country of residence"), Sheet.PATIENT, place=60),
        example="JO",
    ),
    Question(
        field="sex",
        section=Asked.PATIENT,
        kind=One(Sex, columns=3),
        label=_("Sex"),
        family=Reading(_("Sex")),
        desk=Reading(_("Sex"), Desk.PATIENT),
        hospital=Reading(_("Sex"), Sheet.PATIENT),
        example=Sex.FEMALE,
    ),
)

YOU = (
    Question(
        field="given_name",
        section=Asked.YOU,
        kind=Line(most=100, autocomplete="given-name"),
        label=_("Given name"),
        family=Reading(_("Name")),
        desk=Reading(_("Name"), Desk.CONTACT, place=40),
        hospital=Reading(_("Name"), Sheet.WRITER),
        example="Amira",
    ),
    Question(
        field="family_name",
        section=Asked.YOU,
        kind=Line(most=100, autocomplete="family-name"),
        label=_("Family name, or your only name"),
        beside=True,
        required=True,
        missing=_("Please tell us your name."),
        read_with="given_name",
        family=Reading(_("Name")),
        desk=Reading(_("Name"), Desk.CONTACT, place=40),
        hospital=Reading(_("Name"), Sheet.WRITER),
        example="Example",
    ),
    Question(
        field="email",
        section=Asked.YOU,
        kind=Email(),
        label=_("Your e-mail address"),
        help=_(
            "Our mails hold nothing about health and no names: only that there is something to read here."
        ),
        required=True,
        missing=_("Please give an e-mail address: we have no other way to tell you of an answer."),
        family=Reading(_("E-mail")),
        desk=Reading(_("E-mail"), Desk.CONTACT),
        hospital=Reading(_("E-mail"), Sheet.CONTACT),
        example="amira@example.org",
    ),
    Question(
        field="preferred_language",
        section=Asked.YOU,
        kind=Language(),
        label=_("In which language shall we write to you?"),
        help=_("If none of us writes it well, we answer in English and in short sentences."),
        required=True,
        family=Reading(_("We write in")),
        desk=Reading(_("Preferred language"), Desk.CONTACT, place=60),
        hospital=Reading(_("Preferred language"), Sheet.WRITER),
        example="ar",
    ),
    Question(
        field="phone",
        section=Asked.YOU,
        kind=Phone(most=40),
        label=_("Phone, if we may call you"),
        help=_("With the country code, for example +962 6 123 4567."),
        family=Reading(_("Phone")),
        desk=Reading(_("Phone"), Desk.CONTACT),
        hospital=Reading(_("Phone"), Sheet.CONTACT),
        example="+962 6 123 4567",
    ),
    Question(
        field="phone_when",
        section=Asked.YOU,
        kind=Line(most=100),
        label=_("Best time to call"),
        beside=True,
        family=Reading(_("Best time to call"), only_if_given=True),
        desk=Reading(_("Best time to call"), Desk.CONTACT),
        example="in the evening",
    ),
)
